import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { attributeOf, findAll, type Page } from '../support/html.ts';

const { dist, pages } = readSampleSite();
const articles = pages.filter(({ path, tree }) => path.startsWith('news/') && findAll(tree, 'article').length > 0);
/** Bytes of all scripts of an article's page together, compressed one by one as they are sent. */
const budget = 5 * 1024;

describe('the scripts of article pages', () => {
  it.each([
    ['gzip', gzipSync],
    ['brotli', brotliCompressSync],
  ])('are five kilobytes at most by %s, all that they import included', (_, compress) => {
    const sizes = new Map<string, number>();
    const sizeOf = (file: string): number => {
      if (!sizes.has(file)) sizes.set(file, compress(readDist(dist, file)).length);
      return sizes.get(file)!;
    };
    expect(articles.length).toBeGreaterThan(30);
    for (const page of articles) {
      const scripts = scriptsOf(page);
      expect(scripts.length, page.path).toBeGreaterThan(2);
      const table = scripts.map((file) => `${file}: ${sizeOf(file)}`).join('\n');
      expect(
        scripts.reduce((sum, file) => sum + sizeOf(file), 0),
        `${page.path}\n${table}`,
      ).toBeLessThanOrEqual(budget);
    }
  });

  it('are all modules, which wait for the page, but one small one that sets its look and names its moving picture', () => {
    for (const { path, tree } of articles) {
      const blocking = findAll(tree, 'script').filter((script) => attributeOf(script, 'type') === undefined);
      const files = blocking.map((script) => attributeOf(script, 'src') ?? 'inline');
      expect(files, path).toEqual([expect.stringMatching(/^\/_astro\/boot\.[\w-]{8,}\.js$/)]);
      expect(gzipSync(readDist(dist, files[0]!.slice(1))).length).toBeLessThan(850);
    }
  });
});

/** List the files of a page's scripts with all that they import, each once. */
function scriptsOf({ tree }: Page): string[] {
  const files = new Set(
    findAll(tree, 'script').flatMap((script) => {
      const source = attributeOf(script, 'src');
      return source === undefined ? [] : [source.slice(1)];
    }),
  );
  for (const file of files) {
    const code = readDist(dist, file).toString();
    for (const [, name] of code.matchAll(/(?:from|import)\s*\(?["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      files.add(file.replace(/[^/]*$/, name!));
    }
  }
  return [...files];
}
