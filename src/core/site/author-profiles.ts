import type { Problem } from '../problems/problem.ts';
import type { AuthorProfile } from './site.ts';
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
