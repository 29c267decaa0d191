import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkKey } from '../../core/import/archive/addresses.ts';
import { addRedirects, redirectLists } from '../../core/import/archive/list-redirects.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ArchiveSite } from '../../core/import/record.ts';
import { createUrls } from '../../core/urls.ts';
import type { ImportOptions } from './options.ts';
import { writeWhole } from './write-files.ts';

/** Add the lists of the old site to `redirects.txt`, and return the number of new lines. */
export function writeRedirects(
  site: ArchiveSite,
  listed: { tags: ReadonlySet<string>; authors: ReadonlySet<string>; sections: ReadonlySet<string> },
  plans: readonly PlannedRecord[],
  { content, config, isTrial }: ImportOptions,
): number {
  const { sections } = config;
  const usedSections = new Set(sections.filter(({ name }) => listed.sections.has(name)).map(({ slug }) => slug));
  const taken = new Set(plans.flatMap(({ aliases }) => aliases.map(linkKey)));
  const redirects = redirectLists(site.lists, {
    ...listed,
    urls: createUrls(config.url),
    sections,
    usedSections,
    taken,
  });
  const file = join(content, 'redirects.txt');
  const { text, added } = addRedirects(existsSync(file) ? readFileSync(file, 'utf8') : '', redirects);
  if (added > 0 && isTrial !== true) writeWhole(file, text);
  return added;
}
