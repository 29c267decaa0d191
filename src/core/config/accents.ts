import type { SiteConfig } from './site-config.ts';

const accents = 6;

/**
 * Name the colour of a section: `accent-1` to `accent-6` by its place in the menu, over again from the seventh on.
 * What has no section has the site's own colour, `accent-0`.
 */
export function accentOf({ sections }: Pick<SiteConfig, 'sections'>, slug: string | undefined): string {
  const index = sections.findIndex((section) => section.slug === slug);
  return index < 0 ? 'accent-0' : `accent-${(index % accents) + 1}`;
}
