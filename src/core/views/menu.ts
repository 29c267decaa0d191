import type { MenuLink } from '../config/menu.ts';
import { accentOf } from '../config/sections.ts';
import type { Frame } from '../site/site.ts';
import { isAbsoluteUrl, type Urls } from '../urls.ts';

/** A link of the menu as pages show it. */
export interface MenuItem {
  label: string;
  url: string;
  /** Class of its colour. */
  accent: string;
  /** Whether the page belongs to it, or to a link below it. */
  isCurrent: boolean;
  children: readonly MenuItem[];
}

/**
 * List the links of the menu: those of the configuration; without any, the sections and the latest news. Sections that
 * have no page are left out.
 *
 * @param section Slug of the section that the page belongs to.
 */
export function menuItems({ config, terms, latest, urls }: Frame, section: string | undefined): MenuItem[] {
  const pages = new Map(terms.sections.map((term) => [term.slug, term]));
  const toItem = ({ section: slug, href, label }: MenuLink, children: readonly MenuItem[]): MenuItem[] => {
    const isCurrent = children.some((child) => child.isCurrent) || (slug !== undefined && slug === section);
    if (slug === undefined) {
      return [{ label: label!, url: linkUrl(urls, href!), accent: accentOf(config, undefined), isCurrent, children }];
    }
    const page = pages.get(slug);
    if (page === undefined) return [];
    return [{ label: label ?? page.label, url: page.url, accent: accentOf(config, slug), isCurrent, children }];
  };
  if (config.menu === undefined) {
    const all = terms.sections.flatMap(({ slug }) => toItem({ section: slug }, []));
    return [...all, { ...latest, accent: accentOf(config, undefined), isCurrent: false, children: [] }];
  }
  return config.menu.flatMap(({ children = [], ...entry }) =>
    toItem(
      entry,
      children.flatMap((child) => toItem(child, [])),
    ),
  );
}

/** A link to everything besides the menu. */
export interface PageLink {
  label: string;
  url: string;
}

/** List the links of the footer. */
export function footerLinks({ config, urls }: Pick<Frame, 'config' | 'urls'>): PageLink[] {
  return config.footer.map(({ label, href }) => ({ label, url: linkUrl(urls, href) }));
}

/** List the links of the sheet with everything: those of the footer, and tags and archive if they are not among them. */
export function sheetLinks(frame: Pick<Frame, 'config' | 'urls'>): PageLink[] {
  const links = footerLinks(frame);
  const always = [
    { label: 'برچسب‌ها', url: frame.urls.page('tags') },
    { label: 'بایگانی', url: frame.urls.page('archive') },
  ];
  return [...links, ...always.filter(({ url }) => links.every((link) => link.url !== url))];
}

function linkUrl({ base }: Urls, href: string): string {
  return isAbsoluteUrl(href) ? href : base + href;
}
