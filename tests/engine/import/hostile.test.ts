import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/engine/base/errors.ts';
import { repository } from '../../support/folders.ts';
import { makeFolder, problemsIn, readTree, runImport } from '../../support/imports.ts';
import { drawPng } from '../../support/picture.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 14040724;
const options = { defaults: { source: 'خبر' }, isAsIs: true };
const golden = join(repository, 'tests/golden-import/wordpress/input');
const whole = readdirSync(golden)
  .toSorted()
  .map((name) => readFileSync(join(golden, name)));
const root = makeFolder();
let count = 0;

/** A folder with an input and a content folder. */
function newPlace(): { folder: string; content: string } {
  const folder = join(root, `${(count += 1)}`);
  mkdirSync(join(folder, 'content/articles'), { recursive: true });
  return { folder, content: join(folder, 'content') };
}

/** Import files with these contents; only the content folder may change. */
async function importBytes(
  files: readonly (string | Buffer)[],
  name = 'in.xml',
): Promise<{ report: string; content: string; written: number; refused: number }> {
  const { folder, content } = newPlace();
  const inputs = files.map((bytes, at) => {
    const file = join(folder, `${at}-${name}`);
    writeFileSync(file, bytes);
    return file;
  });
  const { report, refused } = await runImport(inputs, content, options);
  expect(readdirSync(folder).toSorted()).toEqual([...inputs.map((_, at) => `${at}-${name}`), 'content']);
  expect(problemsIn(content)).toEqual([]);
  const written = Number(/^(\d+) written/m.exec(report)?.[1]);
  return { report, content, written, refused };
}

function wxr(items: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>خبر</title><link>https://rood.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://rood.example</wp:base_blog_url>${more}${items}</channel></rss>`;
}

function post(fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    title: 'پل',
    'wp:post_id': '1',
    'wp:post_date_gmt': '2016-05-10 08:30:00',
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'content:encoded': '<![CDATA[متن]]>',
    ...fields,
  };
  return `<item>${Object.entries(all)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</item>`;
}

describe('an export that is damaged', () => {
  it(`anywhere gives articles and refusals (seed ${seed})`, async () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.nat(7),
      kind: fc.constantFrom('cut', 'flip', 'drop', 'insert'),
      text: fc.constantFrom('<', '</item>', ']]>', '<![CDATA[', '&x;', '<!--', '\u0000', '<wp:comment>', '\u00FF'),
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(1), async ({ at, bit, kind, text }, which) => {
        const bytes = Buffer.from(whole[which]!);
        const place = Math.floor(at * (bytes.length - 1));
        if (kind === 'flip') bytes[place]! ^= 1 << bit;
        const insert = kind === 'insert' ? Buffer.from(text) : Buffer.alloc(0);
        const rest = kind === 'cut' ? place + bytes.length : kind === 'drop' ? place + 1 + (bit + 1) * 10 : place;
        const damaged = Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(rest)]);
        const files = [damaged, whole[1 - which]!];
        let outcome;
        try {
          outcome = await importBytes(files);
        } catch (error) {
          // A file is recognised by its beginning; without it, the whole import is refused.
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        if (kind === 'cut' && place > 2000) expect(outcome.refused).toBeGreaterThan(0);
        expect(outcome.written + outcome.refused).toBeGreaterThan(0);
      }),
      { seed, numRuns: countRuns(12, 500) },
    );
  });
});

describe('an export that is hostile', () => {
  it('expands no entities, and reads no other files', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "بمب"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">
<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1:9/y.dtd"> %y;]>`;
    const text = wxr(post({ 'content:encoded': 'متن &c; &x; پایان' })).replace('<rss', `${bomb}<rss`);
    const { content } = await importBytes([text]);
    const everything = JSON.stringify(readTree(content));
    expect(everything).not.toMatch(/بمب|root:/);
    expect(everything).toContain('پایان');
  });

  it('may nest CDATA, and contain its end', async () => {
    const body = '<![CDATA[یک ]]]]><![CDATA[> دو <![CDATA[ سه]]> چهار';
    const { content } = await importBytes([wxr(post({ 'content:encoded': body }))]);
    expect(JSON.stringify(readTree(content))).toMatch(/یک \]\]> دو .*سه.* چهار/);
  });

  it('may give a number twice, in one file or in two', async () => {
    const twice = post() + post({ title: 'دیگر' });
    expect(await importBytes([wxr(twice)])).toMatchObject({ written: 1, refused: 1 });
    expect(await importBytes([wxr(post()), wxr(post({ title: 'دیگر' }))])).toMatchObject({ written: 1, refused: 1 });
  });

  it('may go in circles with categories, comments and blocks', async () => {
    const category = (name: string, parent: string): string =>
      `<wp:category><wp:category_nicename>${name}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`;
    const comment = (id: number, parent: number): string =>
      `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_date_gmt>2016-05-11 00:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved><wp:comment_content>متن</wp:comment_content><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
    const block = (id: number, ...refs: number[]): string =>
      post({
        'wp:post_id': `${id}`,
        'wp:post_type': 'wp_block',
        'content:encoded': `<![CDATA[${refs.map((ref) => `<!-- wp:block {"ref":${ref}} /-->`).join('')}بلوک]]>`,
      });
    const items =
      post({
        'content:encoded': '<![CDATA[<!-- wp:block {"ref":11} /-->]]>',
        'wp:comment_status': `open</wp:comment_status>${comment(1, 2)}${comment(2, 1)}${comment(3, 3)}<wp:x>`.replace(
          /<wp:x>$/,
          '<wp:comment_status>',
        ),
        category: 'x',
      }).replace('<category>x', '<category domain="category" nicename="a">a') +
      block(11, 12, 12, 12) +
      block(12, 11, 11, 11);
    const { written, content } = await importBytes([
      wxr(items, category('a', 'b') + category('b', 'a') + category('c', 'c')),
    ]);
    expect(written).toBe(1);
    expect(readTree(content)['comments/پل.jsonl']?.split('\n')).toHaveLength(4);
  });

  it('may contain blocks that would expand exponentially', async () => {
    const level = (id: number): string =>
      post({
        'wp:post_id': `${id}`,
        'wp:post_type': 'wp_block',
        'content:encoded': `<![CDATA[متن${`<!-- wp:block {"ref":${id + 1}} /-->`.repeat(20)}]]>`,
      });
    const blocks = Array.from({ length: 12 }, (_, at) => level(11 + at)).join('');
    const { refused } = await importBytes([
      wxr(post({ 'content:encoded': '<![CDATA[<!-- wp:block {"ref":11} /-->]]>' }) + blocks),
    ]);
    expect(refused).toBeLessThanOrEqual(1);
  });

  it('may contain fields and titles of any length and number', async () => {
    const meta = `<wp:meta_key>rotitr</wp:meta_key><wp:meta_value>${'x'.repeat(2_000_000)}</wp:meta_value>`;
    const many = '<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>a:1:{}</wp:meta_value></wp:postmeta>'.repeat(
      20_000,
    );
    const text = post({ title: 'خ'.repeat(10_000_000), 'wp:postmeta': meta }).replace('</item>', `${many}</item>`);
    const { written, refused } = await importBytes([wxr(text)]);
    expect(written + refused).toBe(1);
  });

  it.each([
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'), 1],
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`), 1],
    ['UTF-8 that claims to be windows-1256', (text: string) => Buffer.from(text.replace('UTF-8', 'windows-1256')), 1],
    ['bytes of no text', (text: string) => Buffer.concat([Buffer.from(text), Buffer.of(0xff, 0xfe, 0xc8)]), undefined],
    ['an unknown encoding', (text: string) => Buffer.from(text.replace('UTF-8', 'x-mac-arabic')), 1],
  ])('may be in %s', async (_, encode, written) => {
    try {
      const outcome = await importBytes([encode(wxr(post()))]);
      if (written === undefined) expect(outcome.refused).toBe(1);
      else expect(outcome.written).toBe(written);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  });

  it(`has no slug, type or address that leads out of the content folder (seed ${seed})`, async () => {
    const evil = fc.constantFrom(
      '../../../etc/x',
      '..%2f..%2fx',
      '/etc/x',
      'a\\..\\b',
      'NUL',
      'con.md',
      '.git',
      '..',
      '%00',
      'پ'.repeat(5000),
      ' ',
      'index',
      'https://evil.example/../../x',
    );
    const record = fc.record({ slug: evil, title: evil, link: evil, type: fc.constantFrom('post', 'page') });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
        const items = records.map(({ slug, title, link, type }, at) =>
          post({
            'wp:post_name': slug,
            title,
            link,
            'wp:post_type': type,
            'wp:post_id': `${at}`,
            'content:encoded': `<![CDATA[<img src="${link}"><img src="/wp-content/uploads/${slug}.png" alt="x"> متن]]>`,
          }),
        );
        const { content, written, refused } = await importBytes([wxr(items.join(''))]);
        expect(written + refused).toBe(records.length);
        for (const path of Object.keys(readTree(content))) {
          expect(path).toMatch(/^(?:articles\/\d{4}\/\d\d|pages)\/[^/.]+\.md$|^origins\.jsonl$|^redirects\.txt$/);
        }
      }),
      { seed, numRuns: countRuns(6, 200) },
    );
  });
});

describe('other inputs', () => {
  it('of a zip are only read, whatever their names', async () => {
    const { folder, content } = newPlace();
    const line = JSON.stringify({ id: '1', title: 'پل', body: 'متن', date: '1402/05/06' });
    const zip = join(folder, 'in.zip');
    writeFileSync(zip, makeZip({ 'a/articles.jsonl': `${line}\n` }));
    await runImport([zip], content, options);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'in.zip']);
    writeFileSync(zip, makeZip({ '../../evil.jsonl': `${line.replace('پل', 'بد')}\n` }));
    await runImport([zip], content, options).catch((error: Error) => expect(error).toBeInstanceOf(UsageError));
    expect(existsSync(join(folder, '../../evil.jsonl'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'in.zip']);
  });

  it('follow no symbolic links out of a folder', async () => {
    const { folder, content } = newPlace();
    for (const name of ['site', 'media', 'secret']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'secret/raz.md'), '---\ntitle: راز\ndate: 2020-01-01\n---\nراز پنهان\n');
    writeFileSync(join(folder, 'secret/raz.png'), drawPng(2, 2, [0, 0, 0]));
    symlinkSync(join(folder, 'secret'), join(folder, 'site/other'));
    symlinkSync(join(folder, 'secret/raz.md'), join(folder, 'site/raz.md'));
    symlinkSync(join(folder, 'secret'), join(folder, 'media/uploads'));
    symlinkSync(join(folder, 'secret/raz.png'), join(folder, 'site/raz.png'));
    writeFileSync(
      join(folder, 'site/own.md'),
      '---\ntitle: خبر\ndate: 2020-01-01\n---\nمتن ![x](raz.png) ![y](../secret/raz.png) ![z](/uploads/raz.png)\n',
    );
    await runImport([join(folder, 'site')], content, { ...options, media: [join(folder, 'media')] });
    const tree = readTree(content);
    expect(JSON.stringify(tree)).not.toContain('راز پنهان');
    expect(Object.keys(tree).filter((path) => path.endsWith('.png'))).toEqual([]);
  });
});

/** A zip archive of files, uncompressed. */
function makeZip(files: Readonly<Record<string, string>>): Buffer {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, path, bytes);
    central.push(entry, path);
    offset += local.length + path.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
