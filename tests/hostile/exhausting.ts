import { inject } from 'vitest';
import { articleFile } from '../support/mini-site.ts';

/** Bytes of most texts: nearly as long as a file may be where tests are thorough. */
const size = inject('isThorough') ? 900_000 : 100_000;
/** Repeat a part to so many bytes. */
const fill = (part: string, bytes = size): string => part.repeat(Math.ceil(bytes / Buffer.byteLength(part)));
const quoted = (text: string): string => JSON.stringify(text);
const frontMatterSize = 19_000;

/** Bodies that are built to exhaust a parser; all but a few on one line. */
const bodies: Readonly<Record<string, string>> = {
  'one letter': fill('ک'),
  'one word': fill('کتاب'),
  'many words': fill('کتاب تازه '),
  'distinct words': Array.from({ length: 90_000 }, (_, index) => `w${index.toString(36)}`).join(' '),
  digits: fill('1'),
  'numbers and signs': fill('1,2.3%-'),
  spaces: `a${fill(' ')}b`,
  'line ends': `a${fill('\n')}b`,
  'half-spaces': `ا${fill('\u200C')}ب`,
  'vowel signs': `ا${fill('\u064B')}`,
  'combining marks': `a${fill('\u0301')}`,
  'bidi marks': fill('\u202E'),
  ligatures: fill('\uFDFA'),
  'opening brackets': fill('['),
  'opening pictures': fill('!['),
  'links in links': fill('[a]('),
  'reference links': fill('[a][b] '),
  definitions: fill('[a]: b\n'),
  footnotes: Array.from({ length: 20_000 }, (_, index) => `[^${index}]: a\n\n[^${index}]`).join('\n\n'),
  'footnotes in footnotes': fill('[^a]: [^a] '),
  stars: fill('*'),
  'stars and letters': fill('*a_'),
  'strong and emphasis': fill('**a *b '),
  tildes: fill('~a~~'),
  backticks: Array.from({ length: 1300 }, (_, index) => '`'.repeat(index + 1)).join(' '),
  backslashes: fill('\\'),
  ampersands: fill('&'),
  references: fill('&amp;&#x202E;'),
  'opening tags': fill('<a '),
  'tags never closed': fill('<b>'),
  'comments never closed': fill('<!--'),
  'instructions never closed': fill('<?'),
  'character data never closed': fill('<![CDATA['),
  'languages never closed': fill('<q lang="ar">'),
  'languages in languages': `${fill('<q lang="ar">', 300_000)}${fill('</q>', 300_000)}`,
  'raw tables': fill('<table><tr><td>'),
  'raw svg': fill('<svg><g>'),
  quotes: fill('>'),
  'quotes with spaces': fill('> '),
  'nested lists': fill('- '),
  'nested numbers': fill('1. '),
  'lists ever deeper': Array.from({ length: 1300 }, (_, index) => `${' '.repeat(index)}- a`).join('\n'),
  'lists and quotes': fill('- > 1. '),
  'lazy lines': `> a\n${fill('a\n')}`,
  'table columns': `${fill('|a')}\n${fill('|-')}`.slice(0, size),
  'table rows': `|a|b|\n|-|-|\n${fill('|a|b|\n')}`,
  headings: fill('# a\n\n', 100_000),
  'equal headings': fill('## کتاب\n\n', 200_000),
  rules: fill('---\n'),
  'underlined headings': fill('a\n===\n'),
  'code never closed': `\`\`\`\n${fill('a')}`,
  dollars: fill('$a'),
  directives: fill(':::a\n'),
  addresses: fill('https://example.org/a ', 200_000),
  'half addresses': fill('https://a@'),
  'mail addresses': fill('a@b.c ', 200_000),
  'dots and letters': fill('www.a.'),
  pictures: fill('![a](https://pictures.example/a.png)\n\n', 60_000),
  'missing pictures': fill('![a](a.png) ', 60_000),
  'Persian quotes': fill('«'),
  tasks: fill('- [ ] a\n'),
};

const fields: Readonly<Record<string, Record<string, string>>> = {
  'a title': { title: quoted(fill('کتاب ', frontMatterSize)) },
  'a title of one word': { title: quoted(fill('کتاب', frontMatterSize)) },
  'a tag': { tags: `[${fill('کتاب', frontMatterSize)}]` },
  tags: { tags: `[${Array.from({ length: 500 }, (_, index) => `برچسب ${index}`).join(', ')}]` },
  'nested lists': { tags: `${'['.repeat(9000)}${']'.repeat(9000)}` },
  'nested maps': { kicker: `${'{a: '.repeat(4000)}${'}'.repeat(4000)}` },
  'distinct keys': { kicker: `x\n${Array.from({ length: 2500 }, (_, index) => `k${index}: `).join('\n')}` },
  'line ends': { kicker: `x${fill('\n', frontMatterSize)}` },
  'line separators': { kicker: quoted(fill('\u2028', frontMatterSize)) },
  anchors: { kicker: `[${Array.from({ length: 1500 }, (_, index) => `&a${index} x`).join(', ')}, *a1]` },
  'aliases of one': { kicker: `[&a x, ${fill('*a , ', frontMatterSize - 100)} *a ]` },
  'a long address': { source: `{name: x, url: "https://example.org/${fill('%', 15_000)}"}` },
  'a long path': { aliases: `[${fill('/a', frontMatterSize)}]` },
  'a long picture': { image: `{src: ${fill('a/', 15_000)}a.jpg, alt: x}` },
  'more than is read': { lead: quoted(fill('کتاب ', 900_000)) },
};

/** Files that are built to exhaust a parser, by what they are full of. */
export function exhaustingFiles(): Record<string, string> {
  const entries = [
    ...Object.entries(bodies).map(([name, body]) => [name, articleFile({}, body)] as const),
    ...Object.entries(fields).map(([name, more]) => [`${name} in a field`, articleFile(more)] as const),
    ['more than a file may hold', articleFile({}, fill('a', 1_100_000))] as const,
    ['an opening line', `---${fill(' ', 900_000)}`] as const,
    ['opening lines', fill('---\n', 900_000)] as const,
  ];
  return Object.fromEntries(entries);
}
