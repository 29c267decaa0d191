import type { Article } from '../article.ts';
import type { Problem } from '../problems/problem.ts';

type Copied = Pick<Article, 'file' | 'title' | 'lead' | 'draft' | 'readingMinutes' | 'body'>;

/**
 * Find articles that are published twice: those whose file is named like a copy (`khabar copy.md`, `خبر (2).md`), with the
 * title or the text of another, and those whose name only counts on (`khabar-2.md`), with both. Texts may have to be read
 * from disk, and are compared only where title, lead or name make it likely.
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

/** Find the copies among articles with one title; each is compared with the first that begins as it does. */
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

/** Find files that are named like copies, with another title and the same text. */
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

/** Whether a file's name is another's with a number: `khabar-2.md`, `khabar 3.md` and `khabar.md`. */
function countsOn({ file }: Copied, other: Copied): boolean {
  const [name, original] = [nameOf(file), nameOf(other.file)];
  return name.startsWith(original) && /^[ _-]?[0-9۰-۹]{1,2}$/.test(name.slice(original.length));
}

/** Files with which one is compared: a thousand with the same first paragraph are no copies. */
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

/** Whether two articles have one text; what is known without reading it is compared first. */
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

// Spares nearly all files the long expression.
const mayBeCopy = /copy|کپی|رونوشت|[0-9۰-۹]\)\.[a-z]+$/i;

/** The name of the file that a file's name says it is a copy of; `undefined` if it says nothing. */
function originalName(file: string): string | undefined {
  if (!mayBeCopy.test(file)) return undefined;
  const [, after, before] = copyName.exec(nameOf(file)) ?? [];
  return after ?? before;
}
