import type { SectionConfig, SiteConfig } from './site-config.ts';
import { foldKey } from '../text/persian.ts';

/**
 * Find a configured section by its name or slug, in any spelling.
 *
 * @example findSection('فرهنگ وهنر', sections)?.slug // 'culture'
 */
export function findSection(spelling: string, sections: readonly SectionConfig[]): SectionConfig | undefined {
  const key = foldKey(spelling);
  return sections.find(({ slug, name }) => foldKey(slug) === key || foldKey(name) === key);
}

/**
 * Class of a section's colour: `accent-1` and so on by its position in the menu. Without a section it is the site's own
 * colour, `accent-0`.
 */
export function accentOf({ sections }: Pick<SiteConfig, 'sections'>, slug: string | undefined): string {
  return `accent-${accentIndex({ sections }, slug)}`;
}

/** Position of a section's colour among the accents of a palette; 0 is the site's own. */
export function accentIndex({ sections }: Pick<SiteConfig, 'sections'>, slug: string | undefined): number {
  return sections.findIndex((section) => section.slug === slug) + 1;
}
