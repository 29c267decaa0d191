import type { SectionConfig } from './site-config.ts';
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
