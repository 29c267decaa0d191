import { describe, expect, it } from 'vitest';
import { checkFront } from '../../../src/core/admin/check-front.ts';
import { formatProblem } from '../../../src/core/problems/problem.ts';

const config = { url: 'https://khabar.example', sections: [{ slug: 'society', name: 'جامعه' }] };
const known = {
  articles: [
    { file: 'content/articles/1405/08/metro/index.md' },
    { slug: 'Pol', file: 'content/articles/1405/08/p-1.md' },
  ],
  tags: ['حمل‌ونقل', 'آب'],
};
const check = (text: string): string =>
  checkFront({ path: 'content/front.yml', text }, config, known)
    .map((problem) => formatProblem(problem, 'en'))
    .join('\n');

describe('checkFront', () => {
  it('finds nothing where a build finds nothing', () => {
    expect(check('')).toBe('');
    expect(check('lead: {slug: metro, with: [pol]}\nblocks:\n  - {tag: حمل و نقل}\n  - latest\n')).toBe('');
  });

  it.each([
    ['lead: metr', '1:1  lead: there is no article «metr» to pin. (metro?)'],
    // It has an address of its own.
    ['top: [metro, p-1]', '1:14  top: there is no article «p-1» to pin. (pol?)'],
    ['blocks:\n  - {slugs: [hich]}', '2:14  blocks: there is no article «hich»'],
    ['breaking: {text: زلزله, slug: zelzele}', '1:31  breaking: there is no article «zelzele»'],
    ['blocks:\n  - {tag: اب}', 'blocks: no published article has the tag «اب». (آب?)'],
    ['lead: {slug: metro, until: فردا}', '1:28  lead.until: '],
    ['blocks:\n  - {latest: true, layout: thre}', 'blocks.1.layout: expected one of'],
    ['blocks:\n  - {section: ورزش}', 'blocks.1.section: '],
    ['lead: "metro', 'content/front.yml:1:'],
  ])('says of %j what a build says', (text, expected) => {
    expect(check(text)).toContain(expected);
  });
});
