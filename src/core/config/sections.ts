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
const accents = 6;

/**
 * Class of a section's colour: `accent-1` to `accent-6` by its position in the menu, starting over at the seventh.
 * Without a section it is the site's own colour, `accent-0`.
 */
export function accentOf({ sections }: Pick<SiteConfig, 'sections'>, slug: string | undefined): string {
  const index = sections.findIndex((section) => section.slug === slug);
  return index < 0 ? 'accent-0' : `accent-${(index % accents) + 1}`;
}
