import type { KnownArticles } from '../../core/admin/check-front.ts';
import { knownEntries } from '../draft.ts';
import { settings } from '../settings.ts';

/** List the articles that the editor knows now, as the check of the front page needs them. */
export function knownArticles(): KnownArticles {
  const folder = settings.editor.collections.find(({ name }) => name === 'articles')?.folder ?? '';
  const found = knownEntries()
    .flatMap(({ locales }) => Object.values(locales))
    .filter(({ path, content }) => content && path.startsWith(`${folder}/`));
  const now = new Date().toISOString();
  const momentOf = ({ content }: (typeof found)[number]): string => String(content['moment'] ?? '');
  const published = found.filter((entry) => {
    const moment = momentOf(entry);
    return entry.content['draft'] !== true && moment !== '' && moment <= now;
  });
  const newest = published.toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  return {
    articles: found.map(({ path, content }) => ({
      file: path,
      slug: typeof content['slug'] === 'string' ? content['slug'] : undefined,
    })),
    tags: [...new Set(newest.flatMap(({ content }) => tagsOf(content)))],
  };
}

/** Values of lists are flat: `tags.0`. */
function tagsOf(content: Readonly<Record<string, unknown>>): string[] {
  const tags: string[] = [];
  while (typeof content[`tags.${tags.length}`] === 'string') tags.push(String(content[`tags.${tags.length}`]));
  return tags;
}
