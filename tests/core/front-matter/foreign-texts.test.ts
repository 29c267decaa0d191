import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { fieldNotes, textWarnings } from '../../../src/core/content/field-notes.ts';
import { writeField } from '../../../src/core/front-matter/write-fields.ts';
import { mendFields } from '../../../src/core/proofreading/mend-fields.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

function read(...lines: string[]) {
  const result = parseFrontMatter(`---\n${lines.join('\n')}\n---\nمتن`);
  if ('problem' in result) throw new Error(result.problem.id);
  return result.frontMatter;
}

function fix(text: string): string {
  return mendFields({ path: 'a.md', text }, { all: false, frontMatter: true }).text;
}

describe('texts of other systems', () => {
  it.each([
    ['title: تهران &amp; کرج', { title: 'تهران & کرج' }, 'title: تهران & کرج'],
    ['title: ایران &#8211; عراق', { title: 'ایران – عراق' }, 'title: ایران – عراق'],
    ['title: می&zwnj;رود', { title: 'می\u200Cرود' }, 'title: می\u200Cرود'],
    ['kicker: "a &quot;b&quot;: c"', { kicker: 'a "b": c' }, 'kicker: "a \\"b\\": c"'],
    ['tags: [نفت &amp; گاز]', { tags: ['نفت & گاز'] }, 'tags: [نفت & گاز]'],
    ['source: {name: آ &lt; ب}', { source: { name: 'آ < ب' } }, 'source: {name: آ < ب}'],
    [
      'source: {name: آ, url: "https://a.ir/?a&amp;b"}',
      { source: { name: 'آ', url: 'https://a.ir/?a&b' } },
      'source: {name: آ, url: "https://a.ir/?a&b"}',
    ],
    ['lead: >\n  a &gt; b\n  c', { lead: 'a > b c\n' }, 'lead: >\n  a > b\n  c'],
    ['source: "[[ایرنا]]"', { source: 'ایرنا' }, 'source: "ایرنا"'],
    ['source: [[ایرنا]]', { source: 'ایرنا' }, 'source: "ایرنا"'],
    ['authors: ["[[people/مینا|مینا ساحلی]]"]', { authors: ['مینا ساحلی'] }, 'authors: ["مینا ساحلی"]'],
    ['tags: [[a]]', { tags: ['a'] }, 'tags: ["a"]'],
    ['tags:\n  - [[a]]\n  - b', { tags: ['a', 'b'] }, 'tags:\n  - "a"\n  - b'],
    ['tags: [[a, b], c]', { tags: ['a', 'b', 'c'] }, 'tags: ["a", "b", c]'],
    ['date: [[2025-03-14]]', { date: '2025-03-14' }, 'date: "2025-03-14"'],
    ['date: "[[daily/۲۴/۷/۱۴۰۴]]"', { date: '۲۴/۷/۱۴۰۴' }, 'date: "۲۴/۷/۱۴۰۴"'],
    ['related: ["[[a|b]]"]', { related: ['a'] }, 'related: ["a"]'],
  ])('are read, noted and rewritten: %s', (line, data, rewritten) => {
    const frontMatter = read(line);
    expect(frontMatter.data).toEqual(data);
    expect(fieldNotes(frontMatter, 'a.md')).toMatchObject([{ id: 'text-foreign' }]);
    expect(fix(`---\n${line}\n---\n`)).toBe(`---\n${rewritten}\n---\n`);
  });

  it.each(['image: "![[a.jpg]]"', 'image: [[a.jpg]]', 'image: {src: "[[a.jpg|300]]"}'])('name pictures: %s', (line) => {
    expect(read(line).data).toEqual({ image: { src: 'a.jpg' } });
  });

  it.each([
    'id: a&amp;b',
    'slug: a&amp;b',
    'aliases: ["/a&amp;b"]',
    'image: {src: a&amp;b.jpg}',
    'title: a &unknown; b & c; AT&T',
    'tags: [a, b]',
  ])('are not suspected elsewhere: %s', (line) => {
    expect(read(line).texts).toEqual([]);
    expect(fix(`---\n${line}\n---\n`)).toBe(`---\n${line}\n---\n`);
  });

  it('are decoded once, with a warning where that leaves a reference', () => {
    const frontMatter = read('keywords: x &amp;amp; y, z');
    expect(frontMatter.data).toEqual({ tags: ['x &amp; y', 'z'] });
    expect(textWarnings(frontMatter, 'a.md')).toMatchObject([
      { id: 'text-encoded-twice', values: { line: 'keywords: "x & y, z"' } },
    ]);
    const text = '---\ntitle: x &amp;amp; y\n---\n';
    expect(fix(text)).toBe(text);
  });

  it('never write control characters or bidi overrides into a file', () => {
    const text = '---\ntitle: "a &#8238; b &#7;"\n---\n';
    expect(fix(text)).toBe(text);
  });

  it(`mean the same before and after they are rewritten (SEED=${seed})`, () => {
    const names: Record<string, string> = {
      '&': 'amp',
      '<': 'lt',
      '"': 'quot',
      '«': 'laquo',
      '–': '#8211',
      ':': '#x3a',
    };
    const part = fc.constantFrom('شهر', ' ', 'a', '\u200C', "'", '#', ',', '،', ...Object.keys(names));
    const texts = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => `ش${parts.join('')}ش`);
    let rewritten = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom('yaml' as const, 'toml' as const, 'json' as const), (text, form) => {
        const encoded = text.replace(/[&<"«–:]/g, (sign) => `&${names[sign]!};`);
        const lines = [writeField(form, 'title', encoded), writeField(form, 'tags', [encoded])];
        const [open, close] = { yaml: ['---\n', '\n---\n'], toml: ['+++\n', '\n+++\n'], json: ['{', '}\n'] }[form];
        const file = open + lines.join(form === 'json' ? ',' : '\n') + close;
        const before = parseFrontMatter(file);
        if ('problem' in before) throw new Error(before.problem.id);
        expect(before.frontMatter.data).toEqual({ title: text, tags: [text] });
        const after = fix(file);
        const again = parseFrontMatter(after);
        if ('problem' in again) throw new Error(again.problem.id);
        expect(again.frontMatter.data).toEqual(before.frontMatter.data);
        expect(fix(after)).toBe(after);
        expect(again.frontMatter.texts, after).toEqual([]);
        if (encoded === text) expect(after).toBe(file);
        else rewritten += 1;
      }),
      { seed, numRuns: 400 },
    );
    expect(rewritten).toBeGreaterThan(200);
  });
});

describe('nulls in lists and groups', () => {
  it('are blank', () => {
    expect(read('authors: [null, ~, مینا]', 'source: {name: ایرنا, url: null}', 'tags: ["null"]').data).toEqual({
      authors: ['', '', 'مینا'],
      source: { name: 'ایرنا', url: '' },
      tags: ['null'],
    });
  });
});
