import type { Article } from '../article.ts';
import type { Problem } from '../problems/problem.ts';

type Copied = Pick<Article, 'file' | 'title' | 'lead' | 'draft' | 'readingMinutes' | 'body'>;

/**
 * Find articles that are published twice: files named like a copy (`khabar copy.md`, `خبر (2).md`) that share a title
 * or text with another file, and files with a numbered name (`khabar-2.md`) that share both. Texts may have to be read
 * from disk, so they are compared only where title, lead or name make a match likely.
 */
export function findCopies(articles: readonly Copied[]): Problem[] {
  const firsts = new Map<string, Copied>();
  const repeated = new Set<string>();
  const copies: Copied[] = [];
  for (const article of articles) {
    if (article.draft) continue;
    if (firsts.has(article.title)) repeated.add(article.title);
    else firsts.set(article.title, article);
    if (originalName(article.file) !== undefined) copies.push(article);
  }
  const published = repeated.size + copies.length > 0 ? articles.filter(({ draft }) => !draft) : [];
  const groups = groupWanted(published, repeated, ({ title }) => title);
  const alone = copies.filter(({ title }) => !repeated.has(title));
  return [...groups.values()].flatMap(findTwins).concat(findRetitled(alone, published));
}

/** Find the copies among articles with the same title. Each is compared with the first one that has the same lead. */
function findTwins(articles: readonly Copied[]): Problem[] {
  const ranked = articles
    .map((article) => ({ article, isNamedCopy: originalName(article.file) !== undefined }))
    .toSorted(
      (a, b) =>
        Number(a.isNamedCopy) - Number(b.isNamedCopy) ||
        a.article.file.length - b.article.file.length ||
        (a.article.file < b.article.file ? -1 : 1),
    );
  const leads = new Map<string, Copied>();
  return ranked.flatMap(({ article, isNamedCopy }): Problem[] => {
    const earlier = leads.get(article.lead);
    if (earlier === undefined) leads.set(article.lead, article);
    else if ((isNamedCopy || countsOn(article, earlier)) && hasSameText(earlier, article)) {
      return [report(article, earlier, 'sameTitleAndText')];
    }
    const first = ranked[0]!.article;
    return isNamedCopy && first !== article ? [report(article, first, 'sameTitle')] : [];
  });
}

/** Find files that are named like copies and have the same text as another, but a different title. */
function findRetitled(copies: readonly Copied[], published: readonly Copied[]): Problem[] {
  const names = groupWanted(published, new Set(copies.map(({ file }) => originalName(file)!)), ({ file }) =>
    nameOf(file),
  );
  const leads = groupWanted(published, new Set(copies.map(({ lead }) => lead)), ({ lead }) => lead);
  return copies.flatMap((copy) => {
    const original = originalName(copy.file)!;
    const others = [...(names.get(original) ?? []), ...(leads.get(copy.lead) ?? []).slice(0, maxOthers)];
    const same = others.find((other) => other !== copy && hasSameText(other, copy));
    return same ? [report(copy, same, 'sameText')] : [];
  });
}

/** Return whether a file's name is another's with a number: `khabar-2.md`, `khabar 3.md` and `khabar.md`. */
function countsOn({ file }: Copied, other: Copied): boolean {
  const [name, original] = [nameOf(file), nameOf(other.file)];
  return name.startsWith(original) && /^[ _-]?[0-9۰-۹]{1,2}$/.test(name.slice(original.length));
}

/** Maximum number of files to compare each with. A first paragraph shared by a thousand does not make copies. */
const maxOthers = 20;

function groupWanted(
  articles: readonly Copied[],
  wanted: ReadonlySet<string>,
  keyOf: (article: Copied) => string,
): Map<string, Copied[]> {
  if (wanted.size === 0) return new Map();
  return Map.groupBy(
    articles.filter((article) => wanted.has(keyOf(article))),
    keyOf,
  );
}

/** Return whether two articles have the same text. Reading times are compared first, since they need no file access. */
function hasSameText(one: Copied, other: Copied): boolean {
  return one.readingMinutes === other.readingMinutes && one.body.html === other.body.html;
}

function report({ file }: Copied, other: Copied, sameKind: string): Problem {
  return { id: 'file-copy', file, line: 1, column: 1, values: { other: other.file, sameKind } };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
}

const number = '\\(?[0-9۰-۹]{1,3}\\)?';
const copyName = new RegExp(
  `^(?:copy of |کپی |رونوشت )(.+)$|^(.+?)(?:[ _-]+(?:copy|کپی|رونوشت)(?:[ _-]*${number})?|[ _-]*\\([0-9۰-۹]{1,3}\\))$`,
  'i',
);

// A cheap test that spares nearly all files the long expression.
const mayBeCopy = /copy|کپی|رونوشت|[0-9۰-۹]\)\.[a-z]+$/i;

/** Return the name of the original that a copy's file name refers to; `undefined` if it is not named like a copy. */
function originalName(file: string): string | undefined {
  if (!mayBeCopy.test(file)) return undefined;
  const [, after, before] = copyName.exec(nameOf(file)) ?? [];
  return after ?? before;
}
