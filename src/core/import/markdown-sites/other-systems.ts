import { readData } from './folder/data-files.ts';
import type { ReadFields } from './folder/fields.ts';
import { markdownFile } from './folder/find-files.ts';
import { type FolderSite, folderOf, nameOf, settingOf, textsOf } from './folder/site.ts';
import { githubSlug } from './folder/slugs.ts';
import { filesWhere, ownPath, splitName } from './plain-files.ts';
import type { Placement, SystemRules } from './rules.ts';

/** Astro: collections in `src/content`, and pages of markdown in `src/pages`. */
export const astroRules: SystemRules = {
  files: (site) => {
    const inContent = filesWhere(site, () => undefined);
    const pages = site.files.filter((path) => path.startsWith(`${site.root}src/pages/`) && markdownFile.test(path));
    return { records: [...new Set([...inContent.records, ...pages])], skipped: inContent.skipped };
  },
  defaults: () => ({}),
  place: (site, path, fields) => {
    const pages = `${site.root}src/pages/`;
    const isPage = path.startsWith(pages);
    const own = isPage ? path.slice(pages.length) : ownPath(site, path);
    const { moment, plain } = splitName(site, own);
    const bare = own.replace(/\.[^.]+$/, '').replace(/(?:^|\/)index$/, '');
    const [collection = '', ...rest] = bare.split('/');
    const id = rest.map(githubSlug).join('/');
    const slug = fields.address.slug ?? id;
    const routes = isPage ? [] : routesOf(site).map((route) => `/${route}${slug}/`);
    const near = routes.filter((route) => route.startsWith(`/${collection}/`));
    return {
      kind: isPage || /^(?:pages?|about)$/i.test(collection) ? 'page' : 'article',
      addresses: [
        fields.address.permalink,
        ...(isPage ? [`/${bare}/`] : near.length > 0 ? near : [`/${collection}/${slug}/`, ...routes]),
        ...fields.address.aliases,
      ].flatMap((address) => address ?? []),
      slug: nameOf(slug) || plain,
      moment,
      categories: fields.categories,
    };
  },
};

/**
 * List the folders of the routes that show entries of a collection, such as `blog/` for
 * `src/pages/blog/[...slug].astro`.
 */
function routesOf(site: FolderSite): string[] {
  const pages = `${site.root}src/pages/`;
  return site.files.flatMap((path) => {
    const [, folder] = path.startsWith(pages)
      ? (/^((?:[^/[\]]+\/)*)\[(?:\.\.\.)?(?:slug|id|post|path|entry)\](?:\/index)?\.astro$/.exec(
          path.slice(pages.length),
        ) ?? [])
      : [];
    return folder === undefined ? [] : [folder];
  });
}

/** Obsidian: every note of the vault, except templates and notes in the bin. */
export const obsidianRules: SystemRules = {
  files: (site) => {
    const templates = templateFolder(site);
    return filesWhere(site, (own) => {
      if (own.startsWith('.trash/') || own.startsWith('.obsidian/')) return 'notes in the bin';
      if (/\.excalidraw\.md$/i.test(own)) return 'drawings';
      return own.startsWith(templates) || /^(?:_?templates?|قالب‌?ها)\//i.test(own) ? 'templates' : undefined;
    });
  },
  defaults: () => ({}),
  place: (site, path, fields) => ({ ...placeNote(site, path, fields), title: splitName(site, path).plain }),
};

function templateFolder(site: FolderSite): string {
  const file = `${site.root}.obsidian/templates.json`;
  const folder = site.has(file) ? settingOf(readData(file, site.read(file) ?? ''), 'folder') : undefined;
  return folder === undefined ? '\u0000' : `${folder.replace(/\/$/, '')}/`;
}

/** A folder of markdown of an unknown system. */
export const markdownRules: SystemRules = {
  files: (site) => filesWhere(site, () => undefined),
  defaults: () => ({}),
  place: placeNote,
};

function placeNote(site: FolderSite, path: string, fields: ReadFields): Placement {
  const own = ownPath(site, path);
  const { moment, plain } = splitName(site, own);
  const { permalink, url, slug, aliases } = fields.address;
  const type = textsOf(fields.written.get('type'))[0] ?? textsOf(fields.written.get('layout'))[0] ?? '';
  const folder = nameOf(folderOf(own).slice(0, -1));
  const quartz = site.has(`${site.root}quartz.config.ts`)
    ? `/${own
        .replace(/\.[^.]+$/, '')
        .replace(/ /g, '-')
        .replace(/(?:^|\/)index$/, '')}`
    : undefined;
  return {
    kind: /^pages?$/i.test(type) || /^pages?$/i.test(folder) ? 'page' : 'article',
    addresses: [
      permalink,
      url,
      quartz,
      ...aliases.filter((alias) => /[/.\\]/.test(alias) && !/\s/.test(alias)),
    ].flatMap((address) => address ?? []),
    slug: slug ?? (plain === 'index' && folder !== '' ? folder : plain),
    moment,
    categories: fields.categories,
  };
}
