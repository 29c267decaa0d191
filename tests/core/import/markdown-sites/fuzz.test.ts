import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSite } from '../../../../src/core/import/markdown-sites/folder/open-site.ts';
import { readRecord } from '../../../../src/core/import/markdown-sites/read-record.ts';
import { recordsOf } from '../../../../src/core/import/markdown-sites/records.ts';
import { describeSite } from '../../../../src/core/import/markdown-sites/describe.ts';
import type { ReadRecord } from '../../../../src/core/import/record.ts';
import { repository } from '../../../support/folders.ts';
import { countRuns } from '../../../support/runs.ts';
import { convert, goldenSite, now, readFrom } from './support.ts';

const seed = 14040909;
const systems = ['hugo', 'jekyll', 'hexo', 'eleventy', 'astro', 'obsidian'];
const golden = systems.flatMap((system) => {
  const { site, records } = goldenSite(system);
  return records.map((path) => ({
    site,
    path,
    text: readFileSync(join(repository, 'tests/golden-import', system, 'input', path), 'utf8'),
  }));
});
const signs = [
  '{{<',
  '{{%',
  '>}}',
  '%}}',
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '{:',
  '}',
  '[[',
  ']]',
  '![[',
  '`',
  '```',
  '~~~',
  '"',
  "'",
  '/*',
  '*/',

  '{{< figure src="',
  '{{< /figure >}}',
  '{% raw %}',
  '{% endraw %}',
  '{% if x %}',
  '{% endif %}',
  '{% include ',
  '{% highlight ',
  '{% endhighlight %}',

  '{% post_link x %}',
  '{{< ref "x" >}}',
  '{{< quote >}}',
  '{{< /quote >}}',
  '==',
  '%%',
  '^a',
  '> [!note]',
  ': ',
  '](',
  '](<',
  '<A ',
  '{/*',
  '*[',
  '#',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '---\n',
  '+++\n',
];
const someText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...signs),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('متن', 'title: ', 'date: 2020-01-01', ' '),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

function check(read: ReadRecord): void {
  if ('skipped' in read) return expect(read.skipped).toMatch(/^[a-zA-Z ,]+$/);
  if ('faults' in read) return expect(read.faults.length).toBeGreaterThan(0);
  for (const address of read.addresses) expect(address).toMatch(/^\/[^\n]/);
  for (const tag of [...read.tags, ...read.categories, ...read.authors]) expect(tag.trim()).not.toBe('');
}

describe('hostile files', () => {
  it(`give a record or a reason (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...golden), someText, fc.nat(), fc.nat(), ({ site, path, text }, extra, at, cut) => {
        const place = at % (text.length + 1);
        check(readRecord(site, path, text.slice(0, place) + extra + text.slice(place)));
        check(readRecord(site, path, text.slice(0, cut % (text.length + 1))));
        const flipped =
          text.slice(0, place) +
          String.fromCharCode((text.charCodeAt(place) || 0) ^ (1 << (cut % 7))) +
          text.slice(place + 1);
        check(readRecord(site, path, flipped));
      }),
      { seed, numRuns: countRuns(150, 3000) },
    );
  });

  it(`in configurations do no harm (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'hugo.toml',
          '_config.yml',
          'config/_default/params.toml',
          '_data/authors.yml',
          'eleventy.config.js',
        ),
        someText,
        (name, config) => {
          const files: Record<string, string> = {
            [name]: config,
            'content/x/y.md': 'متن',
            '_posts/2020-01-01-x.md': '---\nauthor: a\n---\nمتن',
          };
          const site = openSite(Object.keys(files), (path) => files[path], now);
          const { records } = recordsOf(site);
          const read = records.map((path) => readRecord(site, path, files[path] ?? ''));
          for (const each of read) check(each);
          describeSite(
            site,
            read.filter((each) => 'origin' in each),
          );
        },
      ),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});

describe('text without special notation', () => {
  it(`is unchanged, to the byte (seed ${seed})`, () => {
    const plain = fc
      .array(
        fc.constantFrom(
          'متن',
          ' ',
          'word',
          '\n',
          '\n\n',
          '- ',
          '> ',
          '**',
          '«',
          '»',
          '۱۲',
          '. ',
          '`x`',
          '  ',
          '| a | b |\n',
          '![الف](a.png)',
          '[ب](https://a.example/)',
          '<b>x</b>',
          '$x$',
        ),
        { maxLength: 80 },
      )
      .map((parts) => `آغاز ${parts.join('')} پایان`);
    fc.assert(
      fc.property(fc.constantFrom('hugo', 'jekyll', 'hexo', 'obsidian', 'astro'), plain, (system, text) => {
        expect(convert(system as 'hugo', text)).toBe(text);
      }),
      { seed, numRuns: countRuns(400, 4000) },
    );
  });
});

describe('a text of one sign', () => {
  const size = countRuns(100_000, 1_000_000);
  const sites = {
    hugo: [{ 'hugo.toml': 'enableEmoji = true' }, 'content/a/x.md'],
    jekyll: [{ '_config.yml': '' }, '_posts/2020-01-01-x.md'],
    hexo: [{ '_config.yml': '', 'source/_posts/y.md': '' }, 'source/_posts/x.md'],
    obsidian: [{ '.obsidian/app.json': '' }, 'x.md'],
    astro: [{ 'astro.config.mjs': '' }, 'src/content/a/x.mdx'],
  } as const;
  const common = ['](', '[', '![a](', '`', '` `` ', ' ', '    a\n\n', '> [!', '{', '<!--', '[a]: ', ' href="'];
  const own = {
    hugo: [
      '{{<',
      '{{< a "',
      '{{< a >}}',
      '{{< a >}}{{< /a >}}',
      '{{< quote >}}',
      '{{< ref "x" >}}',
      ': a\n',
      'a\n: b\n',
      '## a {#b}\n',
      '{.a}\n',
      ':smile:',
    ],
    jekyll: [
      '{%',
      '{% raw %}',
      '{% raw %}{% endraw %}',
      '{% if x %}',
      '{% post_url x %}',
      '{{ x | y }}',
      '{{',
      '{:',
      'a{: .a}',
      '*[a]: ',
      '[toc]\n',
      '{% include x a=b %}',
    ],
    hexo: ['{% post_link x %}', '{% note %}', '{% codeblock %}'],
    obsidian: ['[[', '[[x]]', '![[', '==a', '%%', '```dataview\n', '#a ', ' ^a'],
    astro: ['<A ', '<A>', '{/*', '{a}', 'import a\n'],
  };
  const cases = Object.entries(own).flatMap(([system, parts]) =>
    [...common, ...parts].map((part) => [system, part] as const),
  );
  it.each(cases)('is read by the reader of %s: %j', (system, part) => {
    const [files, path] = sites[system as 'hugo'];
    const text = part.repeat(Math.ceil(size / part.length));
    expect(readFrom({ ...files, [path]: `---\ntitle: x\n---\n${text}` }, path)).toHaveProperty('origin');
  });
});
