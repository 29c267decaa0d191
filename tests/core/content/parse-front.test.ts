import { describe, expect, it } from 'vitest';
import { parseFront } from '../../../src/core/content/parse-front.ts';
import { formatProblem } from '../../../src/core/problems/problem.ts';

const config = { sections: [{ slug: 'society', name: 'جامعه' }] };
const parse = (text: string): ReturnType<typeof parseFront> => parseFront({ path: 'content/front.yml', text }, config);
const problemsOf = (text: string): string[] => parse(text).problems.map((problem) => formatProblem(problem, 'en'));

describe('parseFront', () => {
  it('reads each part, with the positions of its articles', () => {
    const { front, problems } = parse(
      'lead: {slug: pol, with: [/news/rah/, "1404/07/jadeh.md"], until: 1404/08/01 10:00}\n' +
        'top:\n  - yek\n  - do\nbreaking: {text: زلزله در  شهر, slug: zelzele}\n' +
        'blocks:\n  - latest\n  - {section: جامعه, layout: three, count: ۳}\n  - {tag: آب, title: پروندهٔ آب}',
    );
    expect(problems).toEqual([]);
    expect(front).toMatchObject({
      lead: {
        article: { slug: 'pol', line: 1, field: 'lead' },
        with: [{ slug: 'rah' }, { slug: 'jadeh' }],
        until: Date.parse('2025-10-23T06:30:00Z'),
      },
      top: [
        { slug: 'yek', line: 3, column: 5, field: 'top' },
        { slug: 'do', line: 4 },
      ],
      breaking: { text: 'زلزله در شهر', article: { slug: 'zelzele' } },
      blocks: [
        { content: 'latest', layout: 'list', count: 10, line: 7 },
        { content: 'section', name: 'society', layout: 'three', count: 3 },
        { content: 'tag', name: 'آب', layout: 'lead', title: 'پروندهٔ آب' },
      ],
    });
  });

  it.each(['', '\uFEFF', '# هنوز هیچ\n', '---\nlead: pol\n', 'lead: pol\r\ntop: [yek]\r\n'])('accepts %j', (text) => {
    expect(parse(text).problems).toEqual([]);
  });

  it.each([
    ['topp: [pol]', 'content/front.yml:1:1  topp: there is no such field; the nearest is «top».'],
    ['lead: pol\ntop: yek', 'content/front.yml:2:1  top: expected a list, found the text «yek».'],
    ['blocks: [{section: جامع}]', 'content/front.yml:1:20  blocks.1.section: '],
    [
      'blocks:\n  - {latest: true, layout: thre}',
      '2:28  blocks.1.layout: expected one of lead, three, list, photos, opinion, found «thre».\n  Write:  layout: three',
    ],
    ['blocks:\n  - {latest: true, count: 99}', '2:27  blocks.1.count: expected a number from 1 to 20, found «99».'],
    ['blocks:\n  - {title: هیچ}', '2:5  blocks.1: a block shows one of these:'],
    ['blocks:\n  - {latest: true, picks: true}', '(latest, picks)'],
    ['blocks: [lates]', 'blocks.1.lates: '],
    ['lead: {slug: pol, until: فردا}', '1:26  lead.until: '],
    ['lead: "pol', 'content/front.yml:1:'],
  ])('names what is wrong in %j', (text, expected) => {
    const found = problemsOf(text).join('\n');
    expect(found).toContain(expected);
  });
});
