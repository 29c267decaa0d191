import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { normalizeText } from '../../src/core/text/persian.ts';
import { config } from '../fixtures/sample/config.ts';
import { pathOfFile } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { type Finding, formatFindings } from '../support/finding.ts';
import { attributeOf, attributesOf, elementsOf, findAll, findParts, textOf, type Page } from '../support/html.ts';
import { checkWithNu, hasJava } from '../support/nu-checker.ts';
import { validateHtml } from '../support/html-validator.ts';
import { readSampleContent } from '../support/sample-content.ts';

const site = inject('sampleSite');
const { pages } = readSampleSite();
const articles = pages.filter(({ path }) => path.startsWith('news/') && !isRedirect(pageAt(path)));
const parts =
  'kicker headline lead byline dateline date source body video tags related picks latest corrections pager results share neighbours'.split(
    ' ',
  );

describe('the HTML of the sample site', () => {
  it('is valid by html-validate', async () => {
    // Pages are made by few templates.
    const chosen = pages.filter(({ path }, index) => inject('isThorough') || index % 4 === 0 || isFirstOfItsKind(path));
    expect(formatFindings(await validateHtml(chosen))).toEqual([]);
  });

  const canCheck = hasJava();
  if (!canCheck) console.log('The Nu HTML checker did not run: it needs Java, and there is no «java» here.');
  it.runIf(canCheck)('is valid by the Nu HTML checker, which finds a planted error', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rooznegar-nu-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const planted = join(folder, 'planted.html');
    await writeFile(
      planted,
      '<!doctype html><html lang="fa" dir="rtl"><title>خطا</title><p><div align="right">خطا</div>',
    );
    const findings = await checkWithNu(site, planted);
    // The checker knows CSP2; 'wasm-unsafe-eval' is of CSP3, section 2.3.1.
    const known = ({ file, found }: Finding): boolean =>
      file === join(site, 'search/index.html') && /'wasm-unsafe-eval'/.test(found);
    expect(formatFindings(findings.filter((each) => each.file !== planted && !known(each)))).toEqual([]);
    expect(findings.filter(({ file }) => file === planted)).toHaveLength(1);
  });

  it('gives each page one h1, and each id to one element', () => {
    for (const { path, tree } of pages) {
      const ids = elementsOf(tree).flatMap(({ element }) => attributeOf(element, 'id') ?? []);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        path,
      ).toEqual([]);
      const hasContent = findAll(tree, 'main').length > 0;
      expect(findAll(tree, 'h1').length, path).toBe(hasContent ? 1 : findAll(tree, 'h1').length);
    }
  });

  it('refers from labels and ARIA attributes to elements that are there', () => {
    for (const { path, tree } of pages) {
      const ids = new Set(elementsOf(tree).flatMap(({ element }) => attributeOf(element, 'id') ?? []));
      const names = /^(?:for|list|aria-(?:labelledby|describedby|controls|owns|activedescendant))$/;
      const wanted = elementsOf(tree).flatMap(({ element }) =>
        attributesOf(element)
          .filter(([name]) => names.test(name))
          .flatMap(([, value]) => value.split(/\s+/)),
      );
      expect(
        wanted.filter((id) => id !== '' && !ids.has(id)),
        path,
      ).toEqual([]);
    }
  });

  it('gives each page a title, a description and its own canonical address', () => {
    const seen = new Map<string, string>();
    for (const page of pages.filter(({ tree }) => findAll(tree, 'main').length > 0)) {
      const title = findAll(page.tree, 'title').map(textOf).join();
      expect(title, page.path).toContain(config.name);
      expect(metaOf(page, 'description').length, page.path).toBeGreaterThan(5);
      if (isHidden(page)) continue;
      expect(seen.get(title), `the title of ${page.path}`).toBeUndefined();
      seen.set(title, page.path);
      expect(canonicalsOf(page), page.path).toEqual([config.url + pathOfFile(page.path)]);
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it('leads from each old address to a page by its canonical address', () => {
    const redirects = pages.filter(isRedirect);
    expect(redirects.length).toBeGreaterThan(0);
    const known = new Set(pages.map(({ path }) => config.url + pathOfFile(path)));
    for (const page of redirects) {
      expect(
        canonicalsOf(page).filter((url) => known.has(url)),
        page.path,
      ).toHaveLength(1);
    }
  });

  it('names parts of pages with the hooks of the design alone', () => {
    const used = new Set(
      pages.flatMap(({ tree }) => elementsOf(tree).flatMap(({ element }) => attributeOf(element, 'data-part') ?? [])),
    );
    expect([...used].filter((name) => !parts.includes(name))).toEqual([]);
    expect(parts.filter((name) => !used.has(name))).toEqual([]);
  });

  it('gives every article its headline, date, source, body and latest news, once each', () => {
    expect(articles.length).toBeGreaterThan(30);
    for (const { path, tree } of articles) {
      for (const part of ['headline', 'date', 'source', 'body', 'latest'])
        expect(findParts(tree, part).length, `${part} of ${path}`).toBe(1);
      expect(findParts(tree, 'headline')[0]?.tagName, path).toBe('h1');
      expect(textOf(findParts(tree, 'source')[0]!), path).toContain('منبع');
    }
  });

  it('holds every word of every article, without any script', () => {
    for (const { slug, title, body } of readSampleContent().filter(({ isPublished }) => isPublished)) {
      const page = pageAt(`news/${slug}/index.html`);
      expect(textOf(findParts(page.tree, 'headline')[0]!).trim()).toBe(normalizeText(title));
      const shown = new Set(wordsOf(visibleText(page)));
      expect(
        wordsOf(normalizeText(body.replace(/\]\([^)]*\)|^\[[^\]]+\]:.*$/gm, '] '))).filter((word) => !shown.has(word)),
        slug,
      ).toEqual([]);
    }
  });

  it('runs no script of another host and none in attributes', () => {
    for (const { path, tree } of pages) {
      const handlers = elementsOf(tree).flatMap(({ element }) =>
        attributesOf(element).filter(([name]) => /^on[a-z]+$/.test(name)),
      );
      expect(handlers, path).toEqual([]);
      const foreign = findAll(tree, 'script', 'iframe', 'img', 'video', 'source', 'link').flatMap((element) => {
        const address =
          attributeOf(element, 'src') ?? (element.tagName === 'link' ? attributeOf(element, 'href') : undefined) ?? '';
        return /^(?:https?:)?\/\//.test(address) && !address.startsWith(config.url) ? [address] : [];
      });
      expect(foreign, path).toEqual([]);
    }
  });
});

function pageAt(path: string): Page {
  const page = pages.find((each) => each.path === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page;
}

/** Whether no page before it lies in the same folder, as deep. */
function isFirstOfItsKind(path: string): boolean {
  const kindOf = (each: string): string => each.replace(/(?<=\/)[^/]+/g, '*');
  return pages.find((page) => kindOf(page.path) === kindOf(path))!.path === path;
}

function isRedirect({ html }: Page): boolean {
  return /http-equiv="refresh"/i.test(html);
}

function isHidden(page: Page): boolean {
  return metaOf(page, 'robots').includes('noindex');
}

function metaOf({ tree }: Page, name: string): string {
  const meta = findAll(tree, 'meta').find((element) => attributeOf(element, 'name') === name);
  return (meta && attributeOf(meta, 'content')) ?? '';
}

function canonicalsOf({ tree }: Page): string[] {
  return findAll(tree, 'link')
    .filter((link) => attributeOf(link, 'rel') === 'canonical')
    .map((link) => attributeOf(link, 'href') ?? '');
}

function visibleText({ tree }: Page): string {
  const attributes = elementsOf(tree).flatMap(({ element }) => [
    attributeOf(element, 'alt') ?? '',
    attributeOf(element, 'title') ?? '',
  ]);
  return normalizeText([...findParts(tree, 'body').map(textOf), ...attributes].join(' '));
}

/** Persian words only: Latin ones may stand in addresses and in the names of footnotes. */
function wordsOf(text: string): string[] {
  return text.match(/[[\p{Script=Arabic}&&\p{L}]\u200C]{3,}/gv) ?? [];
}
