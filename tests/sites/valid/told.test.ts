import { expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

it('reports broken links, unread files and held-back articles in every build and check', async () => {
  const body = 'پل تازه باز شد. [دریا](/tags/درياا/) و [پل](#nist) و [خط](khat.md#بخش) و [پرونده](/pol.pdf).';
  const site = await createMiniSite(
    {
      'articles/pol.md': articleFile({ tags: '[دریا]' }, body),
      'articles/khat/index.md': articleFile({ title: 'خط تازه', date: '1404/07/23' }, '## بخش\n\nمتن خبر.'),
      'articles/plan.md': articleFile({ title: 'خبر نهان', draft: 'true' }),
      'articles/soon.md': articleFile({ title: 'خبر فردا', date: '"1409/01/02 10:30"' }),
      'articles/notes.txt': 'متن',
    },
    { footer: [{ label: 'درباره ما', href: '/abuot/' }] },
  );
  const told = [
    /pol\.md:7:17 .*\n.*\/tags\/دریا\//,
    /pol\.md:7:40 .*#nist/,
    /pol\.md:7:\d+ .*\/pol\.pdf/,
    /config\.mjs:1:\d+ {2}footer: .*\/abuot\//,
    /notes\.txt:1:1 .*\n.*notes\.md/,
  ];
  const held =
    'Held back: 2 articles.\n' +
    `  ${site.content}/articles/soon.md  «خبر فردا»: under embargo until 1409/01/02 10:30\n` +
    `  ${site.content}/articles/plan.md  «خبر نهان»: a draft of 1404/07/24\n`;
  // The second build creates no model, since nothing has changed.
  for (const args of [[], []]) {
    const built = await site.build({ args });
    expect([built.code, ...told.map((pattern) => pattern.test(built.output))]).toEqual([0, ...told.map(() => true)]);
    expect(built.stdout.endsWith(held)).toBe(true);
  }
  expect((await site.build({ strict: true })).code).toBe(1);
  const checked = await site.check();
  expect([checked.code, ...told.map((pattern) => pattern.test(checked.output))]).toEqual([0, ...told.map(() => true)]);
  expect(checked.stdout.endsWith(held)).toBe(true);
  const page = site.page('news/khat/index.html');
  expect(page).toBeDefined();
});
