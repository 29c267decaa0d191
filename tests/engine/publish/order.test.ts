import { expect, it } from 'vitest';
import { orderSteps } from '../../../src/engine/publish/order.ts';

it('what pages need comes first, what links to it last, and removals after the last link to them', () => {
  const written = ['index.html', 'rss.xml', 'search/index/manifest.json', 'search/index/1404/table.bin'];
  const more = [
    'tags/x/index.html',
    'news/x/index.html',
    '_pictures/1/320.avif',
    '_astro/a.css',
    'fragments/latest/index.html',
  ];
  expect(orderSteps([...written, ...more], ['news/b/index.html', '_astro/old.css'])).toEqual({
    blockers: [],
    written: [
      '_astro/a.css',
      '_pictures/1/320.avif',
      'news/x/index.html',
      'tags/x/index.html',
      'search/index/1404/table.bin',
      'fragments/latest/index.html',
      'index.html',
      'rss.xml',
      'search/index/manifest.json',
    ],
    removed: ['_astro/old.css', 'news/b/index.html'],
  });
});

it('files that are in the way are removed first', () => {
  expect(orderSteps(['old.html/index.html', 'a'], ['old.html', 'a/b/c', 'z'])).toEqual({
    blockers: ['old.html', 'a/b/c'],
    written: ['old.html/index.html', 'a'],
    removed: ['z'],
  });
});
