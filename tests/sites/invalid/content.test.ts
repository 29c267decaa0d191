import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleFile, createMiniSite, type Files, type MiniSite } from '../../support/mini-site.ts';

interface Case {
  /** The file, below `content/articles`. */
  file: string;
  text: string | Uint8Array;
  /** Where the message points, as `line:column`. */
  at: string | RegExp;
  /** What the message says. */
  says: RegExp;
}

const dates = {
  'date-leap': '1404/12/30',
  'date-feb': '2025-02-30',
  'date-month': '1404/13/01',
  'date-hour': '"1404/07/24 25:00"',
  'date-quoted': '"۱۴۰۴/۰۷/۳۱"',
};
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefg'
    .split('')
    .map((name, index) => `${name}: &${name} [${`*${'abcdef'[index]}, `.repeat(9)}*${'abcdef'[index]}]`),
].join('\n');

const cases: Readonly<Record<string, Case>> = {
  'no front matter': { file: 'none.md', text: 'خبر بی مشخصات.\n', at: '1:1', says: /front matter/ },
  'an empty file': { file: 'empty.md', text: '', at: '1:1', says: /front matter/ },
  'front matter that is not closed': {
    file: 'unclosed.md',
    text: '---\ntitle: پل\ndate: 1404/07/24\n\nمتن خبر.\n',
    at: '3:1',
    says: /not closed/,
  },
  'a quotation mark that the writer forgot': {
    file: 'quote.md',
    text: articleFile({ title: '"پل تازه' }),
    at: /^2:8$/,
    says: /quotation.*not closed/,
  },
  'a colon in a title without quotation marks': {
    file: 'colon.md',
    text: articleFile({ title: 'تهران: پل تازه' }),
    at: /^2:\d+$/,
    says: /YAML|quotation/,
  },
  'a field that is written twice': {
    file: 'twice.md',
    text: articleFile({}).replace('tags:', 'title: دوم\ntags:'),
    at: /^\d+:\d+$/,
    says: /YAML|unique|twice/i,
  },
  'front matter that is code': {
    file: 'code.md',
    text: articleFile().replace('---', '---js'),
    at: '1:1',
    says: /no code is run/,
  },
  'front matter that is broken JSON': {
    file: 'json.md',
    text: '---json\n{"title": "پل"\n"date": "1404/07/24"}\n---\nمتن\n',
    at: /^[23]:\d+$/,
    says: /valid JSON/,
  },
  'front matter that is a list': {
    file: 'list.md',
    text: '---\n- title\n- date\n---\nمتن\n',
    at: /^\d+:\d+$/,
    says: /fields/,
  },
  'YAML aliases that explode': { file: 'bomb.md', text: `---\n${bomb}\n---\nمتن\n`, at: /^\d+:\d+$/, says: /alias/i },
  'a title that is missing': {
    file: 'no-title.md',
    text: articleFile().replace(/title:.*\n/, ''),
    at: /^\d+:\d+$/,
    says: /title: .*required/,
  },
  'a title that is left blank': {
    file: 'blank-title.md',
    text: articleFile({ title: '' }),
    at: '2:1',
    says: /title: /,
  },
  'a date that is missing': {
    file: 'no-date.md',
    text: articleFile().replace(/date:.*\n/, ''),
    at: /^\d+:\d+$/,
    says: /date: .*required/,
  },
  'tags that are missing': {
    file: 'no-tags.md',
    text: articleFile().replace(/tags:.*\n/, ''),
    at: /^\d+:\d+$/,
    says: /tags: .*required/,
  },
  'a source that is missing': {
    file: 'no-source.md',
    text: articleFile().replace(/source:.*\n/, ''),
    at: /^\d+:\d+$/,
    says: /source: .*required/,
  },
  'a field that nobody knows': {
    file: 'unknown.md',
    text: articleFile({ tilte: 'پل' }),
    at: '6:1',
    says: /tilte: .*«title»/,
  },
  'a field within a field that nobody knows': {
    file: 'unknown-inner.md',
    text: articleFile({ image: '{src: /images/city.svg, alt: شهر, captoin: شهر}' }),
    at: /^6:\d+$/,
    says: /captoin.*«caption»/,
  },
  'tags that are a text': {
    file: 'text-tags.md',
    text: articleFile({ tags: 'ایران' }),
    at: '4:1',
    says: /tags: expected a list, found the text «ایران»\.\n\s+Write: {2}tags: \[ایران\]/,
  },
  'a title that is a list': {
    file: 'list-title.md',
    text: articleFile({ title: '[پل, تازه]' }),
    at: '2:1',
    says: /title: expected a text, found a list/,
  },
  'an image that is a list': {
    file: 'list-image.md',
    text: articleFile({ image: '[a.jpg]' }),
    at: '6:1',
    says: /image: expected/,
  },
  'an image without a description': {
    file: 'no-alt.md',
    text: articleFile({ image: '{src: /images/city.svg}' }),
    at: /^6:\d+$/,
    says: /image: the picture has no alt/,
  },
  'a switch that is neither on nor off': {
    file: 'maybe.md',
    text: articleFile({ draft: 'شاید' }),
    at: '6:1',
    says: /draft: expected true or false/,
  },
  'a date that is a word': {
    file: 'word-date.md',
    text: articleFile({ date: 'دیروز' }),
    at: /^3:\d+$/,
    says: /date: .*«دیروز»/,
  },
  'a correction with an impossible date': {
    file: 'correction.md',
    text: articleFile({ corrections: '[{date: 1404/08/31, text: درست شد}]' }),
    at: /^6:\d+$/,
    says: /1404\/08\/31/,
  },
  ...Object.fromEntries(
    Object.entries(dates).map(([name, date]) => [
      `the date ${date}`,
      {
        file: `${name}.md`,
        text: articleFile({ date }),
        at: /^3:\d+$/,
        says: new RegExp(`date: .*no such.*${date.replaceAll('"', '')}`),
      },
    ]),
  ),
  'a body that is empty': { file: 'no-body.md', text: articleFile({}, '  '), at: /^\d+:\d+$/, says: /no text/ },
  'a section that is not configured': {
    file: 'section.md',
    text: articleFile({ section: 'کیهان‌شناسی' }),
    at: /^6:\d+$/,
    says: /section: .*«کیهان‌شناسی».*\n.*جامعه/,
  },
  'a link to an article that is not there': {
    file: 'link.md',
    text: articleFile({}, 'خبر.\n\nنگاه کنید به [پل](/news/missing-bridge/).'),
    at: /^9:\d+$/,
    says: /missing-bridge/,
  },
  'a link to a file that is not there': {
    file: 'file-link.md',
    text: articleFile({}, 'نگاه کنید به [پل](../1404/missing-file.md).'),
    at: /^7:\d+$/,
    says: /missing-file/,
  },
  'a link to a draft': {
    file: 'draft-link.md',
    text: articleFile({}, 'نگاه کنید به [پیش‌نویس](/news/draft/).'),
    at: /^7:\d+$/,
    says: /draft\.md, which is not published/,
  },
  'a field in a file from Windows, with a byte order mark': {
    file: 'windows.md',
    text: `\uFEFF${articleFile({ tags: 'ایران' })}`.replaceAll('\n', '\r\n'),
    at: '4:1',
    says: /tags: expected a list/,
  },
  'a pin of an article that is not there': {
    file: 'pin.md',
    text: articleFile({ related: '[missing-pin]' }),
    at: /^6:\d+$/,
    says: /related: .*missing-pin/,
  },
  'a picture that is not there': {
    file: 'picture.md',
    text: articleFile({}, 'خبر.\n\n![پل](missing-body.jpg)'),
    at: /^9:\d+$/,
    says: /missing-body\.jpg/,
  },
  'a main picture that is not there': {
    file: 'main-picture.md',
    text: articleFile({ image: '{src: missing-main.jpg, alt: پل}' }),
    at: /^6:\d+$/,
    says: /missing-main\.jpg/,
  },
  'a picture outside the content': {
    file: 'outside-picture.md',
    text: articleFile({ image: '{src: ../../../outside.png, alt: پل}' }),
    at: /^6:\d+$/,
    says: /outside\.png/,
  },
  'a video that is not there': {
    file: 'video.md',
    text: articleFile({ video: '{src: missing.mp4, title: پل}' }),
    at: /^6:\d+$/,
    says: /missing\.mp4/,
  },
  'a video of an unknown host': {
    file: 'video-host.md',
    text: articleFile({ video: '{url: "https://evil.example/v", title: پل}' }),
    at: /^6:\d+$/,
    says: /evil\.example/,
  },
  'a source whose address is a script': {
    file: 'source-url.md',
    text: articleFile({ source: '{name: روزنگار, url: "javascript:alert(1)"}' }),
    at: /^5:\d+$/,
    says: /source\.url: .*javascript/,
  },
  'an alias that is no path': {
    file: 'alias.md',
    text: articleFile({ aliases: '[old/path]' }),
    at: /^6:\d+$/,
    says: /aliases.*old\/path/,
  },
  'an alias that climbs': {
    file: 'alias-up.md',
    text: articleFile({ aliases: '[/a/../../b]' }),
    at: /^6:\d+$/,
    says: /aliases/,
  },
  'an alias of the front page': {
    file: 'alias-home.md',
    text: articleFile({ aliases: '[/]' }),
    at: /^6:\d+$/,
    says: /aliases/,
  },
  'an alias that is the site’s own page': {
    file: 'alias-tags.md',
    text: articleFile({ aliases: '[/tags/]' }),
    at: /^6:\d+$/,
    says: /«\/tags\/» belongs to the site/,
  },
  'an alias that is another article': {
    file: 'alias-news.md',
    text: articleFile({ aliases: '[/news/good/]' }),
    at: /^6:\d+$/,
    says: /«\/news\/good\/» is taken by .*good\.md/,
  },
  'an alias that two articles claim': {
    file: 'alias-two.md',
    text: articleFile({ aliases: '[/shared/]' }),
    at: /^6:\d+$/,
    says: /«\/shared\/» is taken by .*alias-one\.md/,
  },
  'bytes that are no UTF-8': {
    file: 'latin1.md',
    text: Buffer.concat([Buffer.from(articleFile()), Buffer.from([0xc7, 0xed, 0x0a])]),
    at: /^10:1$/,
    says: /UTF-8/,
  },
  'UTF-16': { file: 'utf16.md', text: Buffer.from(`\uFEFF${articleFile()}`, 'utf16le'), at: /^1:\d+$/, says: /UTF-8/ },
  'NUL bytes': { file: 'nul.md', text: `${articleFile()}\u0000`, at: /^10:1$/, says: /NUL/ },
  'a file over the size': {
    file: 'large.md',
    text: articleFile({}, 'پل '.repeat(200_000)),
    at: '1:1',
    says: /1000026|bytes; at most 1000000/,
  },
  'a name without letters': { file: '؟!.md', text: articleFile(), at: '1:1', says: /letter or digit/ },
  // 254 bytes as a file's name; presentation forms are written out as two letters each, and so grow beyond 255 bytes.
  'a name whose address is too long': {
    file: `${'\uFEFB'.repeat(83)}.md`,
    text: articleFile(),
    at: '1:1',
    says: /332 bytes; at most 255/,
  },
  'a second file of one name': {
    file: 'two/same-name.md',
    text: articleFile(),
    at: '1:1',
    says: /same-name\.md have the same address|one\/same-name\.md/,
  },
  'a second file of one name in other letters': {
    file: 'two/علي.md',
    text: articleFile(),
    at: '1:1',
    says: /one\/علی\.md/,
  },
};

const good: Files = {
  'articles/good.md': articleFile(),
  'articles/draft.md': articleFile({ draft: 'true' }),
  'articles/alias-one.md': articleFile({ aliases: '[/shared]' }),
  'articles/one/same-name.md': articleFile(),
  'articles/one/علی.md': articleFile(),
  'pages/tags.md': '---\ntitle: برچسب‌ها\n---\nمتن.\n',
  'pages/bad.md': '---\ntitel: درباره\n---\nمتن.\n',
};

/** Give an article a time: a day of articles without times would be reported too. */
function withHour(text: string | Uint8Array): string | Uint8Array {
  return typeof text === 'string' ? text.replace('date: 1404/07/24\n', 'date: 1404/07/24 10:30\n') : text;
}

describe('a content folder with every kind of problem', () => {
  let site: MiniSite;
  let output: string;

  beforeAll(async () => {
    const bad = Object.values(cases).map(({ file, text }): [string, string | Uint8Array] => [`articles/${file}`, text]);
    const files = Object.entries({ ...good, ...Object.fromEntries(bad) });
    site = await createMiniSite(Object.fromEntries(files.map(([file, text]) => [file, withHour(text)])));
    await mkdir(join(site.folder, 'elsewhere'));
    await writeFile(join(site.folder, 'elsewhere/secret.md'), articleFile({ title: 'راز' }));
    await writeFile(join(site.folder, 'outside.png'), '');
    await symlink(join(site.folder, 'elsewhere'), join(site.content, 'articles/linked-folder'));
    await symlink(join(site.folder, 'elsewhere/secret.md'), join(site.content, 'articles/linked-file.md'));
    await symlink(join(site.folder, 'nowhere.md'), join(site.content, 'articles/dangling.md'));
    await symlink(join(site.content, 'articles'), join(site.content, 'articles/loop'));
    const result = await site.check();
    output = result.output;
    expect(result.code, output).toBe(1);
  });

  /** The messages about a file, each with its place. */
  const messagesAbout = (file: string): { place: string; message: string }[] => {
    const start = `${site.content}/${file}:`;
    return output.split(/\n(?=\S+\.md:\d|\S[^\n]*:\d+:\d+ {2}|\n)/).flatMap((block) => {
      const match = block.startsWith(start) ? /^(\d+:\d+) {2}([\s\S]*)$/.exec(block.slice(start.length)) : undefined;
      return match ? [{ place: match[1]!, message: match[2]! }] : [];
    });
  };

  it.each(Object.entries(cases))('is told of %s, with its place and the fix', (_, { file, at, says }) => {
    const messages = messagesAbout(`articles/${file}`);
    expect(messages.map(({ message }) => message).join('\n'), output).toMatch(says);
    const told = messages.find(({ message }) => says.test(message)) ?? messages[0]!;
    expect(told.place).toMatch(typeof at === 'string' ? new RegExp(`^${at}$`) : at);
    expect(told.message).toMatch(/\n {2}\S/);
    expect(messages).toHaveLength(1);
  });

  it('is told of links that lead out of it, and reads nothing through them', () => {
    for (const file of ['linked-folder', 'linked-file.md', 'dangling.md'])
      expect(output).toContain(`articles/${file}:1:1`);
    expect(output).not.toContain('secret.md');
  });

  it('is told of the problems of pages', () => {
    expect(
      messagesAbout('pages/bad.md')
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/«title»/);
    expect(
      messagesAbout('pages/tags.md')
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/\/tags\//);
  });

  it('is told nothing of its good files, and all problems in the order of files', () => {
    for (const file of ['good.md', 'alias-one.md', 'one/same-name.md', 'one/علی.md'])
      expect(messagesAbout(`articles/${file}`)).toEqual([]);
    const files = [...output.matchAll(/^(\S.*?):\d+:\d+ {2}/gm)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThanOrEqual(Object.keys(cases).length);
    expect(files).toEqual(files.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('is told in Persian too', async () => {
    const persian = await createMiniSite({ 'articles/bad.md': articleFile({ tags: 'ایران' }) }, { messages: 'fa' });
    const result = await persian.check();
    expect(result.code).toBe(1);
    expect(result.output).toMatch(/bad\.md:4:1 {2}tags: .*فهرست.*«ایران».*\n\s+بنویسید: {2}tags: \[ایران\]/);
  });
});
