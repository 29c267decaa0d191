import fc from 'fast-check';
import type { Root } from 'hast';
import { h } from 'hastscript';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeHeadings } from '../../../src/core/markdown/headings.ts';
import { attributeOf, findAll } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { transformHtml } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050914);

/** List the tag names and ids assigned to headings. */
function headingsOf(headings: readonly (readonly [name: string, text: string])[]): { name: string; id: string }[] {
  const tree: Root = { type: 'root', children: headings.map(([name, text]) => h(name, text)) };
  const file = new VFile();
  rehypeHeadings()(tree, file);
  const found = findAll(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((heading) => ({
    name: heading.tagName,
    id: attributeOf(heading, 'id')!,
  }));
  const olds = findAll(tree, 'a').flatMap((anchor) => attributeOf(anchor, 'id') ?? []);
  expect(file.data.headingIds).toEqual(new Set([...found.map(({ id }) => id), ...olds]));
  return found;
}

describe('rehypeHeadings', () => {
  it('gives a heading an id and a link to itself', () => {
    expect(transformHtml(rehypeHeadings(), '<p>متن</p><h3>گفت‌وگوی <b>ما</b></h3>').html).toBe(
      '<p>متن</p><h2 id="گفت-وگوی-ما">گفت‌وگوی <b>ما</b><a class="anchor" ' +
        'href="#%DA%AF%D9%81%D8%AA-%D9%88%DA%AF%D9%88%DB%8C-%D9%85%D8%A7" aria-label="پیوند به این بخش" ' +
        'id="گفتوگوی-ما"></a></h2>',
    );
  });

  it.each([
    ['h1 h2', 'h2 h2'],
    ['h2 h3 h4 h5 h6', 'h2 h3 h4 h5 h6'],
    ['h3 h3', 'h2 h2'],
    ['h2 h4 h5 h4 h6', 'h2 h3 h4 h3 h4'],
    ['h4 h2 h4', 'h2 h2 h3'],
    ['h2 h6 h2 h3', 'h2 h3 h2 h3'],
    ['h2 h5 h4 h5', 'h2 h3 h3 h4'],
  ])('turns the levels %s into %s', (written, expected) => {
    const headings = headingsOf(written.split(' ').map((name) => [name, 'متن']));
    expect(headings.map(({ name }) => name).join(' ')).toBe(expected);
  });

  it.each([
    ['numbered for equal headings', ['کوچه', 'کوچه', 'کوچه'], ['کوچه', 'کوچه-2', 'کوچه-3']],
    ['different from that of a heading with a number', ['کوچه', 'کوچه ۲', 'کوچه'], ['کوچه', 'کوچه-2', 'کوچه-3']],
    ['different from other ids of the page', ['Main', 'fn-1', 'Main'], ['s-main', 's-fn-1', 's-main-2']],
    ['also for a heading without letters', ['؟!', ''], ['بخش', 'بخش-2']],
    ['without a prefix if partly Persian', ['iPhone تازه', 'کتاب A'], ['iphone-تازه', 'کتاب-a']],
    ['of at most 200 bytes', [`${'ا'.repeat(99)}۱۲۳`], [`${'ا'.repeat(99)}12`]],
    ['cut at a word boundary', [`${'ا'.repeat(60)} ${'ب'.repeat(60)}`], ['ا'.repeat(60)]],
  ])('makes ids: %s', (_, texts, expected) => {
    expect(headingsOf(texts.map((text) => ['h2', text])).map(({ id }) => id)).toEqual(expected);
  });

  it('keeps the id that a heading had when its half-spaces were missing or were spaces', () => {
    const idsOf = (text: string): Set<string> => {
      const file = new VFile();
      rehypeHeadings()({ type: 'root', children: [h('h2', text)] }, file);
      return file.data.headingIds!;
    };
    const words = fc.array(fc.constantFrom('حمل‌ونقل', 'کتاب‌ها', 'می‌شود', 'شهر', 'تهران', '۱۲', 'A'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('', ' '), (list, instead) => {
        const mended = list.join(' ');
        const [before] = idsOf(mended.replaceAll('\u200C', instead));
        expect([...idsOf(mended)]).toContain(before);
      }),
      { seed, numRuns: countRuns(60, 2000) },
    );
  });

  it('leaves the ids of other headings as they are', () => {
    const texts = ['کتاب‌ها', 'کتابها', 'کتاب‌ها'];
    expect(headingsOf(texts.map((text) => ['h2', text])).map(({ id }) => id)).toEqual([
      'کتاب-ها',
      'کتابها',
      'کتاب-ها-2',
    ]);
  });

  it('leaves footnote numbers out of the id', () => {
    const { html } = transformHtml(rehypeHeadings(), '<h2>کوچه<sup><a data-footnote-ref href="#fn-1">1</a></sup></h2>');
    expect(html).toMatch(/^<h2 id="کوچه">/);
  });

  it('leaves headings that already have an id unchanged', () => {
    const html = '<h4 id="footnote-label">پانوشت‌ها</h4>';
    const transformed = transformHtml(rehypeHeadings(), html);
    expect(transformed.html).toBe(html);
    expect(transformed.data.headingIds).toEqual(new Set());
  });

  it(`skips no level, keeps siblings on one level and repeats no id (SEED=${seed})`, () => {
    const headings = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('کوچه', 'کوچه ۲', 'a', 'A-2', '')),
      {
        minLength: 1,
        maxLength: 15,
      },
    );
    fc.assert(
      fc.property(headings, (list) => {
        const found = headingsOf(list.map(([level, text]) => [`h${level}`, text]));
        const levels = found.map(({ name }) => Number(name[1]));
        // A level-1 heading is rendered at level 2.
        const written = list.map(([level]) => Math.max(2, level));
        expect(levels[0]).toBe(2);
        levels.slice(1).forEach((level, index) => {
          const [before, step] = [levels[index]!, Math.sign(written[index + 1]! - written[index]!)];
          if (step < 0) expect(level).toBeLessThanOrEqual(before);
          else expect(level).toBe(before + step);
        });
        expect(Math.min(...levels)).toBe(2);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});
