import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { cleaned } from '../../../src/core/entries/cleaned.ts';
import { type Entry, readEntry, writeEntry } from '../../../src/core/entries/entry.ts';
import { unifyLines } from '../../../src/core/front-matter/forms.ts';
import { sample } from '../../support/sample.ts';

const seed = Number(process.env['SEED'] ?? 14050910);
const numRuns = Number(process.env['RUNS'] ?? 60);

function read(text: string): Entry {
  const entry = readEntry(text);
  if ('problem' in entry) throw new Error(JSON.stringify(entry.problem));
  return entry;
}

function change(text: string, fields: Record<string, unknown>): string {
  const entry = read(text);
  return writeEntry({ ...entry, fields: { ...entry.fields, ...fields } });
}

/** The lines of a text that another does not have, and the other way round. */
function differences(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { removed: old.slice(head, old.length - tail), added: now.slice(head, now.length - tail) };
}

const samples = readdirSync(join(sample.content, 'articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(sample.content, 'articles', name), 'utf8'));

describe('writeEntry', () => {
  it('writes every sample article back as it is', () => {
    expect(samples.length).toBeGreaterThan(50);
    for (const text of samples) expect(writeEntry(read(text))).toBe(text);
  });

  it('changes exactly the lines of a changed field in every sample article', () => {
    for (const text of samples) {
      const changed = change(text, { title: 'تیتر: «تازه» # ۲' });
      const { removed, added } = differences(text, changed);
      expect(removed).toHaveLength(1);
      expect(added).toEqual([`title: "تیتر: «تازه» # ۲"`]);
      expect(change(changed, { title: read(text).fields['title'] })).toBe(
        text.replace(/^title: .*$/m, (line) =>
          /^title: ["']/.test(line) ? line : line.replace(/^title: (.*)$/, 'title: "$1"'),
        ),
      );
    }
  });

  it('keeps comments, order, quotation marks and unknown spacing', () => {
    const text = `---
# راهنما
title:   'تیتر' # تیتر خبر
tags:
  - شهر # نخست
  # میانی
  - مترو
  - کتاب
date: "1404/07/24 10:30"
image:
  src: a.jpg   # تصویر
  credit: "مینا"
source: {name: کاوش,   url: https://kavosh.example.org/}
draft: true
---

متن.
`;
    expect(change(text, { title: "it's" })).toBe(text.replace("'تیتر'", "'it''s'"));
    expect(change(text, { tags: ['شهر', 'مترو', 'کتاب', 'نان'] })).toBe(
      text.replace('  - کتاب\n', '  - کتاب\n  - نان\n'),
    );
    expect(change(text, { tags: ['شهر', 'تئاتر', 'کتاب'] })).toBe(text.replace('- مترو', '- تئاتر'));
    expect(change(text, { tags: ['مترو', 'کتاب'] })).toBe(text.replace('  - شهر # نخست\n  # میانی\n', ''));
    expect(change(text, { image: { src: 'a.jpg', alt: 'شهر، شب', credit: 'مینا' } })).toBe(
      text.replace('"مینا"\n', '"مینا"\n  alt: شهر، شب\n'),
    );
    expect(change(text, { image: { src: 'b.jpg', credit: 'مینا' } })).toBe(text.replace('a.jpg', 'b.jpg'));
    expect(change(text, { image: undefined })).toBe(text.replace(/image:\n.*\n.*\n/, ''));
    expect(change(text, { source: { name: 'کاوش', url: 'https://other.example.org/' } })).toBe(
      text.replace(/^source.*$/m, 'source: {name: کاوش, url: https://other.example.org/}'),
    );
    expect(change(text, { source: 'ایسنا' })).toBe(text.replace(/^source.*$/m, 'source: ایسنا'));
    expect(change(text, { date: '1404/07/25 11:00' })).toBe(text.replace('1404/07/24 10:30', '1404/07/25 11:00'));
    expect(change(text, { draft: undefined })).toBe(text.replace('draft: true\n', ''));
    expect(change(text, { section: 'جامعه' })).toBe(
      text.replace('date: "1404/07/24 10:30"\n', 'date: "1404/07/24 10:30"\nsection: جامعه\n'),
    );
    expect(change(text, { kicker: '[ویژه] ' })).toBe(text.replace('# تیتر خبر\n', '# تیتر خبر\nkicker: "[ویژه]"\n'));
  });

  it('keeps the byte order mark, and the ending of each line', () => {
    const text = '\uFEFF---\r\ntitle: یک\r\ndate: 1404/07/24\n---\r\nمتن.\r\n\r\nپایان\u200C ';
    expect(writeEntry(read(text))).toBe(text);
    expect(change(text, { title: 'دو' })).toBe(text.replace('یک', 'دو'));
    expect(change(text, { tags: ['شهر'] })).toBe(text.replace('1404/07/24\n', '1404/07/24\ntags: [شهر]\r\n'));
    const old = '---\rtitle: یک\r---\rمتن.\r';
    expect(change(old, { title: 'دو' })).toBe(old.replace('یک', 'دو'));
  });

  it('writes Persian names where the file has them', () => {
    const text = '---\nتیتر: یک\nتصویر: {نشانی: a.jpg}\nنویسنده: مینا\n---\nمتن.\n';
    expect(change(text, { title: 'دو' })).toBe(text.replace('یک', 'دو'));
    expect(change(text, { lead: 'چکیده' })).toBe(text.replace('مینا\n', 'مینا\nلید: چکیده\n'));
    expect(change(text, { image: { src: 'a.jpg', alt: 'شهر' } })).toBe(
      text.replace('{نشانی: a.jpg}', '{نشانی: a.jpg, جایگزین: شهر}'),
    );
  });

  it('edits TOML and JSON in their own notation', () => {
    const toml = '+++\ntitle = \'یک\' # تیتر\ntags = ["شهر"]\n\n[source]\nname = "کاوش"\n+++\nمتن.\n';
    expect(change(toml, { title: 'دو' })).toBe(toml.replace("'یک'", "'دو'"));
    expect(change(toml, { section: 'جامعه' })).toBe(toml.replace('# تیتر\n', '# تیتر\nsection = "جامعه"\n'));
    expect(change(toml, { related: ['a-b'] })).toBe(toml.replace('["شهر"]\n', '["شهر"]\nrelated = ["a-b"]\n'));
    expect(change(toml, { source: { name: 'کاوش', url: 'https://k.example/' } })).toBe(
      toml.replace('name = "کاوش"\n', 'name = "کاوش"\nurl = "https://k.example/"\n'),
    );
    const json = '{\n  "title": "یک",\n  "tags": ["شهر"],\n  "draft": true\n}\nمتن.\n';
    expect(change(json, { title: 'دو' })).toBe(json.replace('یک', 'دو'));
    expect(change(json, { draft: undefined })).toBe(json.replace(',\n  "draft": true', ''));
    expect(change(json, { title: undefined })).toBe(json.replace('"title": "یک",\n  ', ''));
    expect(change(json, { kicker: 'رو' })).toBe(json.replace('"یک",', '"یک",\n  "kicker": "رو",'));
  });

  it('makes a new file in the documented order', () => {
    const fields = { tags: ['شهر'], title: 'خبر تازه', draft: 'true', date: '1405/09/10 08:05', source: 'کاوش' };
    expect(writeEntry({ text: '', fields, body: 'متن.' })).toBe(
      '---\ntitle: خبر تازه\ndate: "1405/09/10 08:05"\nsource: کاوش\ntags: [شهر]\ndraft: true\n---\nمتن.\n',
    );
  });

  it('refuses what it could not read again', () => {
    expect(readEntry('---\ntitle: "یک\n---\nمتن.\n')).toHaveProperty('problem.id', 'quote-unclosed');
  });

  const text = fc.constantFrom(
    'شهر',
    'a: b',
    '#تهران',
    '"نقل"',
    'یک، دو',
    'می‌رود',
    '1404/07/24',
    '12:30',
    'true',
    "it's",
    '- x',
    '[a], {b}',
    '۱۲',
  );
  const list = fc.array(text, { maxLength: 4 });
  const group = fc.record({ src: text, alt: text, credit: text }, { requiredKeys: ['src'] });
  const fields = fc.record(
    {
      title: text,
      lead: text,
      tags: list,
      authors: list,
      image: group,
      source: fc.oneof(text, fc.record({ name: text })),
    },
    { requiredKeys: ['title'] },
  );

  it(`sets any fields to any others, in any notation, and nothing else (SEED=${seed})`, () => {
    const notation = fc.constantFrom('yaml', 'yaml', 'block', 'toml', 'json');
    fc.assert(
      fc.property(fields, fields, notation, fc.boolean(), (old, wanted, form, isWindows) => {
        const made = madeFile(old, form);
        const file = isWindows ? `\uFEFF${made.replaceAll('\n', '\r\n')}` : made;
        expect(writeEntry(read(file))).toBe(file);
        const all = { lead: '', tags: [], authors: [], image: {}, source: '', ...wanted };
        const written = change(file, all);
        const parsed = parseFrontMatter(written);
        expect('frontMatter' in parsed && cleaned(parsed.frontMatter.data)).toEqual(
          cleaned({ ...all, kicker: 'ثابت' }),
        );
        expect(unifyLines(written)).toContain('متن\u200Cها.');
        if (isWindows) expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { seed, numRuns },
    );
  });
});

function madeFile(fields: Record<string, unknown>, form: string): string {
  const all = { ...fields, kicker: 'ثابت' };
  const body = '\nمتن\u200Cها.\n';
  if (form === 'json') return `${JSON.stringify(all, null, 2)}\n${body}`;
  const lines = Object.entries<unknown>(all).flatMap(([name, value]) => {
    const json = JSON.stringify(value);
    if (form === 'toml') return `${name} = ${json.replace(/"(\w+)":/g, '$1 =')}`;
    if (form === 'yaml' || typeof value === 'string' || (Array.isArray(value) && value.length === 0))
      return `${name}: ${json}`;
    if (Array.isArray(value)) return [`${name}:`, ...value.map((item) => `- ${JSON.stringify(item)} # یادداشت`)];
    return [`${name}:`, ...Object.entries(value as object).map(([key, item]) => `    ${key}: ${JSON.stringify(item)}`)];
  });
  const fence = form === 'toml' ? '+++' : '---';
  return `${fence}\n${lines.join('\n')}\n${fence}\n${body}`;
}
