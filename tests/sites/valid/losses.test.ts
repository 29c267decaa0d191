import { expect, it } from 'vitest';
import { readDist } from '../../support/dist.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

it('what raw HTML would show is told of as lost, by builds and checks, and the rest is published', async () => {
  const body = 'پل تازه باز شد.\n\n<iframe src="https://www.aparat.com/embed/rzn3f7q"></iframe>\n\nو فیلم آن هم هست.';
  const site = await createMiniSite({ 'articles/pol.md': articleFile({}, body) });
  const place = /articles\/pol\.md:9:1 .*<iframe>/;
  // The second build reads the article out of its cache.
  for (const args of [[], []]) {
    const built = await site.build({ args });
    expect([built.code, built.output]).toEqual([0, expect.stringMatching(place)]);
  }
  const page = readDist(site.dist(), 'news/pol/index.html').toString();
  expect(page).toContain('و فیلم آن هم هست.');
  expect(page).not.toContain('<iframe');
  const strict = await site.build({ strict: true });
  expect([strict.code, strict.output]).toEqual([1, expect.stringMatching(place)]);

  const checked = await site.check(['--lang', 'fa']);
  expect([checked.code, checked.output]).toEqual([
    0,
    expect.stringContaining('video: {url: https://www.aparat.com/v/rzn3f7q, title: …}'),
  ]);
  expect((await site.check(['--strict'])).code).toBe(1);
  const { problems, warnings } = JSON.parse((await site.check(['--format', 'json'])).stdout) as Record<string, unknown>;
  expect(problems).toEqual([]);
  expect(warnings).toEqual([expect.objectContaining({ rule: 'html-video', line: 9, column: 1, isFixable: false })]);
  expect((await site.check(['--format', 'github'])).stdout).toMatch(
    /^::warning file=.*pol\.md,line=9,col=1,title=html-video::/m,
  );
});
