import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { readersOfForms } from '../../../src/core/front-matter/forms.ts';
import { renameFields } from '../../../src/core/front-matter/rename.ts';
import type { FrontMatterForm } from '../../../src/core/front-matter/split.ts';
import { writeField } from '../../../src/core/front-matter/write-fields.ts';
import { mendFields } from '../../../src/core/proofreading/mend-fields.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const isSection = (name: string) => name === 'economy';
const rename = (form: FrontMatterForm, matter: string) => renameFields(matter, form, readersOfForms[form], isSection);

describe('renameFields', () => {
  it('replaces only the name where that is enough', () => {
    const matter = '\n# یادداشت\ntitle:   "خبر" # تیتر\ndescription: >\n  یک\n  دو\nlayout: post\n# آخر\n';
    expect(rename('yaml', matter)).toBe('\n# یادداشت\ntitle:   "خبر" # تیتر\nlead: >\n  یک\n  دو\n# آخر\n');
  });

  it('rewrites fields whose value changes, in the format of the file', () => {
    expect(rename('yaml', '\ncategories:\n  - economy\n  - بازار\ntags: [شهر]\npublished: false\n')).toBe(
      '\nsection: economy\ntags: [شهر, بازار]\ndraft: true\n',
    );
    expect(rename('toml', '\ntitle = "خبر"\ncover = "a.jpg"\nauthor = "مینا"\npublished = false\n')).toBe(
      '\ntitle = "خبر"\nimage = { src = "a.jpg" }\nauthors = ["مینا"]\ndraft = true\n',
    );
    expect(rename('json', '{\n "title": "خبر",\n "draft": true,\n "cover": "a.jpg",\n "layout": "x"\n}')).toBe(
      '{\n "title": "خبر",\n "draft": true,\n "image": {\n  "src": "a.jpg"\n }\n}',
    );
  });

  it('writes fields of groups and parts of pictures where they belong', () => {
    expect(rename('toml', '\ntitle = "خبر"\n[taxonomies]\ntags = ["شهر"]\n[extra]\nauthor = "مینا"\nx = 1\n')).toBe(
      '\ntitle = "خبر"\ntags = ["شهر"]\nauthors = ["مینا"]\n',
    );
    expect(rename('yaml', '\ndate: 1404/07/24\ntime: "10:30"\ncover: a.jpg\ncover_alt: شهر\n')).toBe(
      '\ndate: 1404/07/24 10:30\nimage: {src: a.jpg, alt: شهر}\n',
    );
  });

  it('leaves files alone that use our names, Persian ones included, or have conflicts', () => {
    for (const matter of ['\ntitle: خبر\n', '\nعنوان: خبر\n', '\nlead: یک\nsummary: دو\n', '\ntitle: [خبر\n'])
      expect(rename('yaml', matter)).toBeUndefined();
  });

  it(`keeps the meaning, and changes nothing the second time (SEED=${seed})`, () => {
    const text = fc.constantFrom('شهر', 'a: b', '#تهران', '"نقل"', 'یک، دو', 'economy', '1404/07/24', 'true', "it's");
    const list = fc.array(text, { maxLength: 3 });
    const fields = fc.record(
      {
        title: text,
        tags: list,
        description: text,
        subtitle: text,
        cover: text,
        category: text,
        categories: list,
        author: text,
        lastmod: text,
        permalink: fc.constantFrom('/a/b.html', '/:x/', '/news/c/'),
        redirect_from: list,
        published: fc.constantFrom('true', 'false'),
        keywords: fc.oneof(text, list),
        layout: text,
        weight: text,
        slug: text,
        image: fc.oneof(text, fc.record({ url: text, alt: text, relative: text })),
        source: fc.record({ name: text }),
      },
      { requiredKeys: ['title'] },
    );
    const form = fc.constantFrom<FrontMatterForm>('yaml', 'toml', 'json');
    let renamed = 0;
    fc.assert(
      fc.property(fields, form, (data, kind) => {
        const lines = Object.entries(data).map(([name, value]) =>
          writeField(kind, kind === 'toml' && !/^\w+$/.test(name) ? JSON.stringify(name) : name, value),
        );
        const file =
          kind === 'json'
            ? `{\n${lines.join(',\n')}\n}\nمتن`
            : kind === 'yaml'
              ? `---\n${lines.join('\n')}\n---\nمتن`
              : `+++\n${lines.join('\n')}\n+++\nمتن`;
        const before = parseFrontMatter(file, isSection);
        if ('problem' in before) throw new Error(`${before.problem.id}: ${file}`);
        const { text: after } = mendFields({ path: 'a.md', text: file }, { all: false, frontMatter: true }, isSection);
        const read = parseFrontMatter(after, isSection);
        if ('problem' in read) throw new Error(read.problem.id);
        expect(read.frontMatter.data).toEqual(before.frontMatter.data);
        expect(read.frontMatter.body).toBe('متن');
        expect(after.trimStart()[0]).toBe(file[0]);
        if (before.frontMatter.faults.length > 0) return;
        expect(read.frontMatter.notes, after).toEqual([]);
        if (before.frontMatter.notes.length > 0) renamed += 1;
      }),
      { seed, numRuns: 400 },
    );
    expect(renamed).toBeGreaterThan(40);
  });
});

describe('mendFields', () => {
  const all = { all: true, frontMatter: false };
  const mend = (text: string) => mendFields({ path: 'a.md', text }, all).text;

  it.each([
    ['---\ntitle: خبر\nimage: {src: a.jpg}\n---\n', 'image: {src: a.jpg, alt: "خبر"}'],
    ['---\ntitle: خبر\nimage: {src: a.jpg, caption: شرح}\n---\n', 'image: {src: a.jpg, alt: "شرح", caption: شرح}'],
    ['---\ntitle: خبر\nimage:\n  src: a.jpg\n---\n', 'image:\n  src: a.jpg\n  alt: "خبر"\n'],
    ['---\ntitle: خبر\nimage: a.jpg\n---\n', 'image: {src: a.jpg, alt: "خبر"}'],
    ['---\nعنوان: خبر\nتصویر:\n  پرونده: a.jpg\n---\n', 'تصویر:\n  پرونده: a.jpg\n  جایگزین: "خبر"\n'],
    ['+++\ntitle = "خبر"\n[image]\nsrc = "a.jpg"\n+++\n', '[image]\nsrc = "a.jpg"\nalt = "خبر"\n'],
    ['+++\ntitle = "خبر"\nimage = { src = "a.jpg" }\n+++\n', 'image = { src = "a.jpg", alt = "خبر" }'],
    ['{"title": "خبر", "image": {"src": "a.jpg"}}\n', '"image": {"src": "a.jpg", "alt": "خبر"}'],
    ['---\ntitle: خبر\nimage: {src: a.jpg, alt: }\n---\n', 'image: {src: a.jpg, alt: "خبر"}'],
    ['---\ntitle: خبر\nimage:\n  src: a.jpg\n  alt: …\n---\n', 'image:\n  src: a.jpg\n  alt: "خبر"\n'],
  ])('fills in alt from the caption or the headline: %j', (text, expected) => {
    expect(mend(text)).toContain(expected);
    expect(mend(mend(text))).toBe(mend(text));
  });

  it('keeps the byte order mark and line endings, and files with alt', () => {
    expect(mend('\uFEFF---\r\ntitle: خبر\r\nimage: {src: a.jpg}\r\n---\r\n')).toBe(
      '\uFEFF---\r\ntitle: خبر\r\nimage: {src: a.jpg, alt: "خبر"}\r\n---\r\n',
    );
    const text = '---\ntitle: خبر\nimage: {src: a.jpg, alt: شهر}\n---\n';
    expect(mend(text)).toBe(text);
  });
});
