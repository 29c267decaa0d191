import { gzipSync } from 'node:zlib';
import { urlsOfCss } from './css.ts';
import { type Dist, fileOfPath, readDist } from './dist.ts';
import { attributeOf, elementsOf, parsePage } from './html.ts';
import { compressBrotli } from './serve.ts';

/** Transferred bytes. Fonts are already compressed. */
interface Size {
  brotli: number;
  gzip: number;
}

/** Size of the first view of a page, without pictures. */
export interface PageSizes {
  /** Such as `article`. */
  kind: string;
  /** Number of pages of the kind. */
  pages: number;
  /** File of the largest page, which was measured. */
  file: string;
  html: Size;
  css: Size;
  js: Size;
  font: Size;
  total: Size;
}

/** Measure the largest page of each kind. @param base Path of the site's root, as in `/news-site/`. */
export function measurePages(dist: Dist, base = '/'): PageSizes[] {
  const kinds = new Map<string, { file: string; html: Size; pages: number }>();
  for (const file of dist.files.filter((each) => each.endsWith('.html'))) {
    const bytes = readDist(dist, file);
    const kind = kindOf(file, bytes);
    const html = sizeOf(bytes);
    const known = kinds.get(kind);
    const largest = known && known.html.brotli >= html.brotli ? known : { file, html };
    kinds.set(kind, { ...largest, pages: (known?.pages ?? 0) + 1 });
  }
  return [...kinds].map(([kind, { file, html, pages }]) => {
    const assets = assetsOf(dist, file, base);
    const sum = (ending: RegExp): Size => addSizes(assets.filter((each) => ending.test(each)).map(read(dist)));
    const [css, js, font] = [sum(/\.css$/), sum(/\.m?js$/), sum(/\.woff2$/)] as const;
    return { kind, pages, file, html, css, js, font, total: addSizes([html, css, js, font]) };
  });
}

/** Format sizes as a table, in kilobytes of brotli; totals also in gzip. */
export function formatPageSizes(sizes: readonly PageSizes[]): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  const rows = sizes.map(({ kind, pages, html, css, js, font, total }) => [
    kind,
    String(pages),
    ...[html, css, js, font, total].map(({ brotli }) => kilobytes(brotli)),
    kilobytes(total.gzip),
  ]);
  return [['largest page, KB', 'pages', 'HTML', 'CSS', 'JS', 'font', 'all', 'gzip'], ...rows]
    .map(([kind = '', ...cells]) => kind.padEnd(18) + cells.map((cell) => cell.padStart(8)).join(''))
    .join('\n');
}

/** Kind of a page, from its file, as in `tags/x/page/2/index.html`. */
function kindOf(file: string, bytes: Buffer): string {
  if (bytes.includes('http-equiv="refresh"')) return 'redirect';
  const parts = file.replace(/(?:^|\/)index\.html$/, '').split('/');
  const [first = '', second, third] = parts;
  if (first === '') return 'home';
  if (first === 'news') return 'article';
  if (first === 'archive') return third === undefined ? (second === undefined ? 'archive' : 'year') : 'month';
  const singular: Readonly<Record<string, string>> = {
    tags: 'tag',
    sections: 'section',
    sources: 'source',
    authors: 'author',
  };
  if (singular[first]) return second === undefined ? first : singular[first];
  return ['latest', 'search', 'fragments', '404.html'].includes(first) ? first : 'text';
}

/** List the files that a page loads at once: style sheets and their fonts, scripts and their imports. */
function assetsOf(dist: Dist, file: string, base: string): string[] {
  const found = new Set<string>();
  const add = (address: string, from: string): void => {
    const { pathname } = new URL(address, `http://site${base}${from}`);
    const asset = fileOfPath(dist, `/${decodeURIComponent(pathname).slice(base.length)}`);
    if (asset === undefined || found.has(asset)) return;
    found.add(asset);
    const text = /\.(?:css|m?js)$/.test(asset) ? readDist(dist, asset).toString() : '';
    const inner = asset.endsWith('.css') ? urlsOfCss(text).filter((url) => url.endsWith('.woff2')) : importsOf(text);
    for (const each of inner) add(each, asset);
  };
  for (const { element } of elementsOf(parsePage(file, readDist(dist, file).toString()).tree)) {
    const rel = attributeOf(element, 'rel') ?? '';
    const isLoaded = element.tagName === 'link' && /^(?:stylesheet|preload|modulepreload)$/.test(rel);
    const address =
      element.tagName === 'script' ? attributeOf(element, 'src') : isLoaded ? attributeOf(element, 'href') : '';
    if (address) add(address, file);
  }
  return [...found];
}

/** List the static imports of a module. */
function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:\bfrom|\bimport)\s*(["'])([^"']+\.js)\1/g)].map((match) => match[2]!);
}

function read(dist: Dist): (file: string) => Size {
  return (file) => {
    const bytes = readDist(dist, file);
    return file.endsWith('.woff2') ? { brotli: bytes.length, gzip: bytes.length } : sizeOf(bytes);
  };
}

function sizeOf(bytes: Buffer): Size {
  return { brotli: compressBrotli(bytes).length, gzip: gzipSync(bytes).length };
}

function addSizes(sizes: readonly Size[]): Size {
  return {
    brotli: sizes.reduce((sum, { brotli }) => sum + brotli, 0),
    gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
  };
}
