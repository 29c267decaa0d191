import { describe, expect, it } from 'vitest';
import { checkCss, missingFromCss } from '../support/css-rules.ts';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { checkPage, formatFindings } from '../support/finding.ts';
import { htmlRules } from '../support/html-rules.ts';
import { attributeOf, elementsOf, findAll, textOf } from '../support/html.ts';

const { dist, pages } = readSampleSite();
const stylesheets = [
  ...dist.files.filter((file) => file.endsWith('.css')).map((file) => ({ file, css: readDist(dist, file).toString() })),
  ...pages.flatMap(({ path, tree }) => findAll(tree, 'style').map((style) => ({ file: path, css: textOf(style) }))),
  ...pages.flatMap(({ path, tree }) =>
    elementsOf(tree).flatMap(({ element }) => {
      const style = attributeOf(element, 'style');
      return style === undefined ? [] : [{ file: path, css: `${element.tagName} { ${style} }` }];
    }),
  ),
];

describe('the pages of the sample site', () => {
  it.each(htmlRules.map((rule) => [rule.name, rule] as const))('keep to the rule «%s»', (_, rule) => {
    expect(pages.length).toBeGreaterThan(100);
    expect(formatFindings(pages.flatMap((page) => checkPage(page, [rule])))).toEqual([]);
  });

  it('cut descriptions at the edges of words', () => {
    const badCuts = pages.flatMap(({ path, tree }) => {
      const meta = findAll(tree, 'meta').find((element) => attributeOf(element, 'name') === 'description');
      const description = (meta && attributeOf(meta, 'content')) ?? '';
      if (!description.endsWith('…')) return [];
      const text = findAll(tree, 'main').map(textOf).join(' ').replace(/\s+/g, ' ');
      const index = text.indexOf(description.slice(0, -1));
      return index >= 0 && /[\p{L}\p{N}\u200C]/u.test(text[index + description.length - 1] ?? '')
        ? [`${path}: ${description}`]
        : [];
    });
    expect(badCuts).toEqual([]);
  });
});

describe('the stylesheets of the sample site', () => {
  it('keep to the rules of Persian typography', () => {
    expect(stylesheets.length).toBeGreaterThan(0);
    expect(formatFindings(stylesheets.flatMap(({ file, css }) => checkCss(file, css)))).toEqual([]);
  });

  it('say what Persian typography needs', () => {
    expect(missingFromCss(stylesheets.map(({ css }) => css).join('\n'))).toEqual([]);
  });
});
