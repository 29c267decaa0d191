import { type Dist, pathOfFile, readDist } from '../../../tests/support/dist.ts';

/** A page to measure. */
export interface MeasuredPage {
  name: string;
  /** Path from `/`, percent-encoded. */
  path: string;
}

/** Choose the pages to measure: home, the heaviest article with a picture, the largest tag, search. */
export function choosePages(dist: Dist): MeasuredPage[] {
  const articles = dist.files.filter((file) => /^news\/[^/]+\/index\.html$/.test(file));
  const pictured = articles.filter((file) => readDist(dist, file).includes('class="hero"'));
  const tags = dist.files.filter((file) => /^tags\/[^/]+\/index\.html$/.test(file));
  const chosen: [name: string, file: string | undefined][] = [
    ['home', 'index.html'],
    ['article', largestOf(dist, pictured.length > 0 ? pictured : articles)],
    ['tag', largestOf(dist, tags)],
    ['search', 'search/index.html'],
  ];
  return chosen.flatMap(([name, file]) => (file === undefined ? [] : [{ name, path: pathOfFile(file) }]));
}

function largestOf(dist: Dist, files: readonly string[]): string | undefined {
  const sizes = files.map((file) => ({ file, size: readDist(dist, file).length }));
  return sizes.toSorted((a, b) => b.size - a.size || (a.file < b.file ? -1 : 1))[0]?.file;
}
