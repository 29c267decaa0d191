import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { pagesOf } from '../../support/dist.ts';
import { checkPage, formatFindings } from '../../support/finding.ts';
import { htmlRules } from '../../support/html-rules.ts';
import { attributeOf, findAll, findParts, textOf, type Node } from '../../support/html.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const names = {
  title: '"iPhone 17 (Pro) از Apple: ۵ نکته"',
  kicker: '"WHO/UN"',
  tags: '["iPhone 17 (Pro)", "C++", "۵G"]',
  authors: '["J. R. R. Tolkien (writer)", "@user_name"]',
  source: '"Reuters (UK)"',
  dateline: '"AFP (Paris)"',
  lead: '"C++، Rust و iPhone 17: ۵ نکته."',
  corrections: '[{ date: 1404/07/05, text: "با ۰۲۱-۱۲۳۴۵۶۷۸ یا info@example.com بگویید: دمای -۵ درجه." }]',
};
const headline = 'از : ۵ نکته';
let site: MiniSite;

beforeAll(async () => {
  site = await createMiniSite(
    Object.fromEntries(
      [1, 2, 3, 4].map((day) => [`articles/a${day}.md`, articleFile({ ...names, date: `1404/07/0${day}` })]),
    ),
    { sizes: { ...config.sizes, page: 2 } },
  );
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

describe('a site of Latin names', () => {
  it('keeps to the rules of Persian pages', () => {
    const findings = pagesOf(site.dist()).flatMap((page) => checkPage(page, htmlRules));
    expect(formatFindings(findings)).toEqual([]);
  });

  it.each(['index.html', 'latest/index.html', 'news/a1/index.html', 'fragments/latest/index.html'])(
    'isolates the Latin words of headlines on %s, and leaves the headline Persian',
    (path) => {
      const { tree } = site.page(path);
      const links = findAll(tree, 'a', 'h1').filter((element) => textOf(element).includes('iPhone 17 (Pro) از'));
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(isolatedOf(link)).toEqual(['iPhone 17 (Pro)', 'Apple']);
        expect(restOf(link)).toBe(headline);
      }
    },
  );

  it('isolates addresses, telephone numbers and signed numbers in what writers say', () => {
    const { tree } = site.page('news/a1/index.html');
    expect(isolatedOf(findParts(tree, 'lead')[0]!)).toEqual(['C++', 'Rust', 'iPhone 17']);
    expect(isolatedOf(findParts(tree, 'corrections')[0]!)).toEqual(['۰۲۱-۱۲۳۴۵۶۷۸', 'info@example.com', '-۵']);
  });

  it('isolates a tag from the number of its page', () => {
    const { tree } = site.page('tags/iphone-17-pro/page/1/index.html');
    const [heading] = findAll(tree, 'h1');
    expect(findAll(heading!, 'bdi').map(textOf)).toEqual(['iPhone 17 (Pro)']);
    expect(restOf(heading!)).toBe('، صفحه ۱');
    expect(textOf(findAll(tree, 'title')[0]!)).toBe(`برچسب iPhone 17 (Pro)، صفحه ۱ | ${config.name}`);
  });
});

function isolatedOf(node: Node): string[] {
  return findAll(node, 'bdi')
    .filter((bdi) => attributeOf(bdi, 'dir') === 'ltr')
    .map(textOf);
}

function restOf(node: Node): string {
  const text = (each: Node): string => {
    if (each.type === 'text') return each.value;
    if (each.type === 'element' && each.tagName === 'bdi') return '';
    return 'children' in each ? each.children.map(text).join('') : '';
  };
  return text(node).replace(/\s+/g, ' ').trim();
}
