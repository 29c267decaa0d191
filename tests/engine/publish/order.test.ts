import { expect, it } from 'vitest';
import { foldersOf, orderSteps } from '../../../src/engine/publish/order.ts';

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
    removed: ['news/b/index.html', '_astro/old.css'],
  });
});

it('puts articles before the lists that lead to them, whatever their names', () => {
  const lists = ['archive/1404/index.html', 'authors/a/index.html', 'latest/index.html', 'tags/z/index.html'];
  const { written } = orderSteps([...lists, 'news/z/index.html', 'news/z/picture.png', 'files/z.png'], []);
  expect(written).toEqual(['files/z.png', 'news/z/index.html', 'news/z/picture.png', ...lists]);
});

it('removes lists before the pages they link to, and files that pages load last', () => {
  const removed = ['_pictures/1/320.avif', 'news/b/index.html', 'tags/b/index.html', 'tags/b/rss.xml'];
  expect(orderSteps([], removed).removed).toEqual(removed.toReversed());
});

it('puts what waits for nothing in the order of its names', () => {
  expect(orderSteps(['b.xml', 'a.xml', 'c.xml'], []).written).toEqual(['a.xml', 'b.xml', 'c.xml']);
});

it('recognises folders by the start of a path and pages by its end', () => {
  const pages = ['about/news/index.html', 'authors/images/index.html', 'tags/x/index.html'];
  const last = ['a/search/index/b.txt', 'latest/index.html.br'];
  const written = ['search/index/1404/a.bin', ...last, ...pages, 'news/z/index.html', 'files/a'];
  expect(orderSteps(written, []).written).toEqual([
    'files/a',
    'news/z/index.html',
    ...pages,
    'search/index/1404/a.bin',
    ...last,
  ]);
});

it('files that are in the way are removed first', () => {
  expect(orderSteps(['old.html/index.html', 'a'], ['old.html', 'a/b/c', 'z'])).toEqual({
    blockers: ['old.html', 'a/b/c'],
    written: ['old.html/index.html', 'a'],
    removed: ['z'],
  });
});

it('foldersOf lists the folders above a file, the nearest first', () => {
  expect(foldersOf('news/خبر/images/a.jpg')).toEqual(['news/خبر/images', 'news/خبر', 'news']);
  expect(foldersOf('a.jpg')).toEqual([]);
});
