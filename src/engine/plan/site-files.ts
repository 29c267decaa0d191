import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { homeKey } from '../../core/views/page-keys.ts';
import { pageComponents, type PlannedPage, planRoutes } from '../../core/views/plan.ts';
import type { SiteRoutes } from '../../core/views/routes.ts';
import type { Site } from '../../core/site/site.ts';
import { writeOldTables } from '../../core/hosting/old-tables.ts';
import { workerFile } from '../../core/hosting/offline.ts';
import { joinedFiles, textFiles } from '../../core/hosting/text-files.ts';
import { withoutBase } from '../../core/urls.ts';
import type { Content } from '../content/content.ts';
import type { Asset } from '../content/local-files.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { FoundPicture } from '../pictures/look-at-file.ts';
import { iconsOf, isReplacedIcon } from '../pictures/icons.ts';
import type { PageBundle } from '../render/bundle.ts';
import { filesBelow, type OtherFile, type PageFile } from '../output/site-file.ts';
import type { OtherPage } from './other-pages.ts';
import { workerText } from './offline-worker.ts';

/** List the pages of a site: those whose addresses come from the content, and the others. */
export function pageFiles(
  site: Site,
  routes: SiteRoutes,
  others: readonly OtherPage[],
  bundle: PageBundle,
): PageFile[] {
  const frame = fingerprint(`${bundle.key} ${JSON.stringify(site.config)} ${site.hasPopular}`);
  const planned = planRoutes(routes);
  const whole = siteKey(site, planned);
  const pages = [
    // They show so much of the site that they are rendered again after each change.
    ...others.map(({ component, pattern, path, file }) => ({ component, pattern, path, file, key: frame + whole })),
    ...planned.map(({ component, path, file, key = whole }) => ({
      component: `src/pages/${component}`,
      path,
      file,
      key: frame + key,
    })),
  ];
  return [...pages, ...feedCopies(site, pages)];
}

/** List the copies of feeds at their old addresses. */
function feedCopies({ redirects }: Site, pages: readonly PageFile[]): PageFile[] {
  const copies = redirects.flatMap(({ copy }) => copy ?? []);
  if (copies.length === 0) return [];
  const wanted = new Set(copies.map(({ of }) => of));
  const feeds = new Map(pages.filter(({ file }) => wanted.has(file)).map((page) => [page.file, page]));
  return copies.flatMap(({ of, file }) => {
    const feed = feeds.get(of);
    return feed ? [{ ...feed, file }] : [];
  });
}

/**
 * List the files that Astro does not make: small ones derived from the configuration, those of `public/`, scripts and
 * styles, and those beside articles. Rules for hosts in `public/` are joined with ours; everything else there is
 * published unchanged.
 */
export function copiedFiles(
  site: Site,
  content: Content,
  folders: { public: string; bundle: PageBundle },
): OtherFile[] {
  const copy = (file: string, path: string): OtherFile => ({
    file,
    key: stampOf(path),
    read: () => readFileSync(path),
  });
  const own = [folders.bundle.assets, folders.public].flatMap((folder) =>
    filesBelow(folder)
      .filter((file) => folder === folders.public || file !== workerFile)
      // Links are in NFC, so files must be too.
      .map((file) => ({ file: file.normalize('NFC'), path: join(folder, file) })),
  );
  const worker = workerText(site.config, folders);
  const unused = unusedAssets(site);
  const isUnused = (file: string): boolean => unused.some((pattern) => pattern.test(file));
  const rules = own.filter(({ file }) => joinedFiles.includes(file));
  const texts = new Map(rules.map(({ file, path }) => [file, readFileSync(path, 'utf8')]));
  return [
    ...[...textFiles(site, texts), ...worker, ...writeOldTables(site.oldQueries?.redirects ?? [], site.urls)].map(
      ({ file, text }) => ({
        file,
        key: fingerprint(text),
        read: () => Buffer.from(text),
      }),
    ),
    ...iconsOf(site.config, folders.public),
    ...own
      .filter(({ file, path }) => !texts.has(file) && !isUnused(file) && !isReplacedIcon(file, path, site.config))
      .map(({ file, path }) => copy(file, path)),
    ...assetsOf(site, content).map(({ url, path }) => copy(withoutBase(url, site.urls).slice(1), path)),
  ];
}

/** The style sheets and scripts of features that the site does not have, which no page of it loads. */
function unusedAssets({ config, hasPopular, articles }: Site): RegExp[] {
  return [
    ...(config.comments ? [] : [/^_astro\/(?:reader-comments|CommentForm)\./]),
    ...(hasPopular ? [] : [/^_astro\/popular-ranking\.[\w-]+\.css$/]),
    ...(articles.some(({ audio }) => audio) ? [] : [/^_astro\/audio-player\.[\w-]+\.css$/]),
    ...(articles.some(({ live }) => live) ? [] : [/^_astro\/live-coverage\.[\w-]+\.css$/]),
    ...(articles.some(({ isLive }) => isLive) ? [] : [/^_astro\/LiveUpdates\./]),
  ];
}

/** List the files beside the content that the site shows; those of drafts are excluded. */
export function assetsOf(site: ShownContent, { assets }: Pick<Content, 'assets'>): Asset[] {
  return shownFiles(site).flatMap((file) => assets.get(file) ?? []);
}

/** List the pictures that the published articles, pages and authors of a site show. */
export function picturesOf(site: ShownContent, { pictures }: Pick<Content, 'pictures'>): FoundPicture[] {
  return shownFiles(site).flatMap((file) => pictures.get(file) ?? []);
}

type ShownContent = Pick<Site, 'articles' | 'pages' | 'terms'>;

/** List the content files that the site shows. */
function shownFiles({ articles, pages, terms }: ShownContent): string[] {
  const profiles = terms.authors.flatMap(({ profile }) => profile ?? []);
  const texts = [...terms.sections, ...terms.tags].flatMap(({ text }) => text ?? []);
  return [...articles, ...pages, ...profiles, ...texts].map(({ file }) => file);
}

/** Fingerprint of everything that any page can show, except the configuration. */
function siteKey({ fresh, terms, home, oldQueries }: Site, planned: readonly PlannedPage[]): string {
  const shown = new Set([pageComponents.article, pageComponents.staticPage, pageComponents.redirect]);
  const pages = planned.filter(({ component }) => shown.has(component)).map(({ path, key }) => `${path} ${key}`);
  const profiles = terms.authors.map(({ profile }) => profile);
  const lookup = oldQueries && JSON.stringify([oldQueries.lookup, oldQueries.onFront]);
  return fingerprint([...pages, fresh.length, JSON.stringify(profiles), homeKey(home), lookup].join());
}
