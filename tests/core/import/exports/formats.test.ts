import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats, findFormat } from '../../../../src/core/import/exports/formats.ts';
import { repository } from '../../../support/folders.ts';
import { readExport } from '../../../support/read-export.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = 14040724;
const inputs = [
  ['ghost/input/export.json', 'Ghost'],
  ['ghost-lexical/input/export.json', 'Ghost'],
  ['blogger/input/blog.xml', 'Blogger'],
  ['blogger-takeout/input/feed.atom', 'Blogger'],
  ['telegram/input/result.json', 'Telegram'],
  ['rss/input/feed.xml', 'RSS or Atom feed'],
  ['atom/input/atom.xml', 'RSS or Atom feed'],
  ['json/input/articles.json', 'JSON'],
  ['json-feed/input/feed.json', 'JSON'],
  ['json-lines/input/records.jsonl', 'JSON'],
  ['wordpress-rest/input/posts.json', 'JSON'],
] as const;
const texts = inputs.map(([path]) => readFileSync(join(repository, 'tests/golden-import', path), 'utf8'));

describe('findFormat', () => {
  it.each(inputs)('recognises %s as %s', (path, name) => {
    expect(findFormat(texts[inputs.findIndex(([other]) => other === path)]!, path.split('/').at(-1)!)?.name).toBe(name);
  });

  it.each([
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>', undefined],
    ['<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"></rdf:RDF>', 'RSS or Atom feed'],
    ['<html><body>feed</body></html>', undefined],
    ['---\ntitle: x\n---\n', undefined],
    ['', undefined],
    ['{"posts":[{"id":1,"lexical":"{}"}]}', 'Ghost'],
    ['{"data":{"posts":[],"posts_tags":[]}}', 'Ghost'],
    ['{"posts":[{"title":"x"}]}', 'JSON'],
    ['{"about":"Here is the data","chats":{"list":[]}}', 'Telegram'],
    ['{"messages":[{"type":"x"}]}', 'JSON'],
  ])('%s', (text, name) => {
    expect(findFormat(text, 'x')?.name).toBe(name);
  });
});

describe('privacy', () => {
  it.each(inputs.map(([path], index) => [path, texts[index]!] as const))('%s gives no secrets', (path, text) => {
    const { site, records } = findFormat(text, path)!.read(text, { file: path });
    const everything = JSON.stringify([site, ...records]);
    expect(everything).not.toMatch(/@(?:mail|rood|shora|gol|kuh|bandar|darya)\.example|noreply@|\$2a\$|raz-e-penhan/);
    expect(everything).not.toMatch(/channel1555|خوانندهٔ پنهان/);
  });
});

describe('broken inputs', () => {
  it(`give records and refusals, never errors (seed ${seed})`, () => {
    const broken = fc
      .record({
        text: fc.constantFrom(...texts),
        cut: fc.double({ min: 0, max: 1, noNaN: true }),
        edits: fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            length: fc.nat(40),
            by: fc.oneof(
              fc.constantFrom(
                '"',
                '{',
                '[',
                ']',
                '}',
                '<',
                '>',
                '&',
                '\n',
                '\\',
                '\0',
                ']]>',
                '<![CDATA[',
                '{"__proto__":',
              ),
              fc.string({ unit: 'binary', maxLength: 8 }),
            ),
          }),
          { maxLength: 6 },
        ),
        isCut: fc.boolean(),
      })
      .map(({ text, cut, edits, isCut }) => {
        let result = isCut ? text.slice(0, Math.floor(text.length * cut)) : text;
        for (const { at, length, by } of edits) {
          const start = Math.floor(result.length * at);
          result = result.slice(0, start) + by + result.slice(start + length);
        }
        return result;
      });
    fc.assert(
      fc.property(broken, (text) => {
        for (const format of exportFormats) check(readExport(text, 'x.json', format));
      }),
      { seed, numRuns: countRuns(40, 2000) },
    );
  });

  it.each(exportFormats)('$name reads any JSON value and any text', (format) => {
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
    const names = (
      'db data posts tags users posts_tags chats left_chats list messages type id title html lexical mobiledoc text ' +
      'text_entities photo poll date date_unixtime items version content rendered link _embedded author status __proto__ ' +
      'constructor root children sections cards markups atoms file sort_order post_id published_at'
    ).split(' ');
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        value,
        fc.constantFrom(
          'public_channel',
          'private_channel',
          'message',
          'service',
          'paragraph',
          '{"root":{"children":[1]}}',
        ),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (found) => check(readExport(JSON.stringify(found) ?? '', 'x.json', format))),
      { seed, numRuns: countRuns(80, 5000) },
    );
  });

  const much = 'الف ب '.repeat(1_700_000);
  const deep = 200_000;
  it.each([
    [
      'a title of 10 MB',
      `{"title":"${much}","body":"x"}`,
      `<rss><channel><item><title>${much}</title></item></channel></rss>`,
    ],
    [
      'a text of 2 MB',
      `[{"title":"تیتر","body":"${much.slice(0, 2_000_000)}"}]`,
      `<feed><entry><content type="html">${much.slice(0, 2_000_000)}</content></entry></feed>`,
    ],
    ['deep lists', `{"title":"x","body":${'['.repeat(deep)}${']'.repeat(deep)}}`, `<rss><item>${'<a>'.repeat(deep)}`],
    [
      'deep objects',
      `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
      `<feed><entry>${'<content>'.repeat(deep)}</entry></feed>`,
    ],
    [
      'a million tags',
      `{"title":"x","body":"y","tags":[${'"a",'.repeat(1_000_000)}"b"]}`,
      `<rss><item>${'<category>a</category>'.repeat(50_000)}</item></rss>`,
    ],
    [
      'entity bombs',
      '{"title":"&amp;amp;amp;","body":"x"}',
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "${'&a;'.repeat(100)}">]><rss><item><title>${'&b;'.repeat(100)}</title></item></rss>`,
    ],
    [
      'tags without an end',
      `{"title":"x","body":"${'<p '.repeat(500_000)}"}`,
      `<rss><item><description><![CDATA[${'<p '.repeat(500_000)}`,
    ],
    ['brackets', '{['.repeat(500_000), '<'.repeat(1_000_000)],
    ['quotation marks', `{"${'\\"'.repeat(1_000_000)}`, `<a ${'"'.repeat(1_000_000)}`],
  ])('do not hang: %s', (_, json, xml) => {
    for (const format of exportFormats) for (const text of [json, xml]) check(readExport(text, 'x.json', format));
  });

  it.each([
    ['ghost', `{"db":[{"data":{"posts":[{"id":"1","html":"x"},{"id":"2","ht`],
    [
      'telegram',
      `{"name":"x","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","text":"x"},{"id":2,"te`,
    ],
    ['rss', '<rss><channel><item><title>یک</title></item><item><title>د'],
    ['blogger', '<feed><id>tag:blogger.com,1999:blog-1</id><entry><id>tag:blogger.com,1999:blog-1.post-1</id><title>ی'],
    ['json', '[{"title":"یک","body":"x"},\n{"title":"د'],
    ['json between records', '[{"title":"یک","body":"x"},\n'],
  ])('that end in the middle say so: %s', (_, text) => {
    const { refusals } = readExport(text, 'x.json');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.faults[0]).toMatchObject({ field: 'record', expected: 'a whole file' });
    expect(refusals[0]?.line).toBe(text.split('\n').length);
  });
});

function check({ records, refusals, site }: ReturnType<typeof readExport>): void {
  expect(site.system).not.toBe('');
  for (const { faults, line } of refusals) {
    expect(faults.length).toBeGreaterThan(0);
    expect(line).toBeGreaterThan(0);
  }
  for (const record of records) {
    expect(record.origin).not.toBe('');
    expect(record.line).toBeGreaterThan(0);
    expect(record.title.length).toBeLessThanOrEqual(1000);
    expect(record.tags.every((tag) => typeof tag === 'string')).toBe(true);
    expect(record.body.form === 'text' ? record.body.paragraphs : record.body.text).toBeDefined();
  }
}
