import type { Problem } from '../problems/problem.ts';
import type { AuthorProfile, TermText } from './site.ts';
import type { TermIndex } from './terms.ts';

/**
 * Match profiles to the authors of articles, in any spelling.
 *
 * @returns Profiles by author URL, and a problem for each file that duplicates an author's profile.
 */
export function matchProfiles(
  profiles: readonly AuthorProfile[],
  authors: Pick<TermIndex, 'find'>,
): { profiles: ReadonlyMap<string, AuthorProfile>; problems: Problem[] } {
  const byUrl = new Map<string, AuthorProfile>();
  const problems: Problem[] = [];
  for (const profile of profiles.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    // An author without articles has no page.
    const url = authors.find(profile.name)?.url;
    if (url === undefined) continue;
    const other = byUrl.get(url);
    if (!other) byUrl.set(url, profile);
    else {
      const values = { name: profile.name, other: other.file };
      problems.push({ id: 'author-duplicate', file: profile.file, field: 'name', line: 1, column: 1, values });
    }
  }
  return { profiles: byUrl, problems };
}

/**
 * Match texts to the sections and tags that they are about.
 *
 * @returns Texts by the URL of their term, and a problem for each section that is not in the configuration. A tag
 *   without articles has no page.
 */
export function matchTexts(
  texts: readonly TermText[],
  indexes: Readonly<Record<TermText['kind'], TermIndex>>,
): { texts: ReadonlyMap<string, TermText>; problems: Problem[] } {
  const byUrl = new Map<string, TermText>();
  const problems: Problem[] = [];
  for (const text of texts) {
    const { find, links } = indexes[text.kind];
    const link = links.find(({ slug }) => slug === text.slug) ?? find(text.slug.replaceAll('-', ' '));
    if (link) byUrl.set(link.url, text);
    else if (text.kind === 'sections') {
      const values = { found: text.slug, sections: links.map(({ slug }) => slug).join(', ') };
      problems.push({ id: 'section-unknown', file: text.file, line: 1, column: 1, values });
    }
  }
  return { texts: byUrl, problems };
}
