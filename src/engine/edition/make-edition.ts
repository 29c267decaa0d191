import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionName, editionsFolder, editionUrl } from '../../core/editions/edition.ts';
import { chooseArticles } from '../../core/editions/mail/choose.ts';
import { writeEdition } from '../../core/editions/mail/edition-file.ts';
import { type Letter, writeLetterText, writeSubject } from '../../core/editions/mail/letter.ts';
import { writeLetterHtml } from '../../core/editions/mail/letter-html.ts';
import { formatDate, type NewsDate, toJalaliDay } from '../../core/dates/news-date.ts';
import { ContentError } from '../../core/problems/problem.ts';
import type { Site, SiteArticle } from '../../core/site/site.ts';
import { UsageError } from '../base/errors.ts';
import type { BuildOptions } from '../base/options.ts';
import { replaceFile } from '../cache/cache-file.ts';
import { loadContent } from '../content/load-content.ts';
import { draftModel } from '../model/build-model.ts';

/** What an edition is made from, besides the content. */
export interface EditionOptions {
  day: NewsDate;
  /** Folder for the letter. */
  to: string;
  /** Slug of a section, for a letter with its articles only, which has no page. */
  section?: string | undefined;
  /** Largest number of articles. */
  count: number;
  hasPictures: boolean;
  unsubscribe?: string | undefined;
}

/** What was made. */
export interface MadeEdition {
  articles: number;
  /** Size of the letter, in bytes. */
  bytes: number;
  /** Articles left out because the letter would be too large. */
  dropped: number;
  /** File of the edition in the content folder; absent for a section. */
  file?: string | undefined;
  /** Whether the file is new; otherwise its articles were taken. */
  isNew: boolean;
}

/** Gmail cuts letters at 102 KB, and senders add to them; in bytes. */
const largestLetter = 95_000;

/**
 * Make the letter of a day’s edition: `edition.html`, `edition.txt` and `subject.txt`. The choice of articles is kept in
 * `content/editions`; where it is already, it is taken from there.
 *
 * @throws UsageError if the day has no article.
 */
export async function makeEdition(options: BuildOptions, edition: EditionOptions): Promise<MadeEdition> {
  const { day, section, count, to } = edition;
  const file = join(options.content, editionsFolder, editionName(day));
  const isKept = section === undefined && existsSync(file);
  const site = await readSite(options);
  const kept = isKept ? findKept(site, day) : undefined;
  const chosen = kept ? kept.articles : chooseArticles(site, day, section).slice(0, count);
  if (chosen.length === 0) {
    throw new UsageError(
      `There is no published article of ${toJalaliDay(day)}${section === undefined ? '' : ` in «${section}»`}${isKept ? ` among those of ${file}` : ''}. Name another day with --day.`,
      `خبر منتشرشده‌ای از ${formatDate(day)} نیست. با ‎--day روز دیگری را نام ببرید.`,
    );
  }
  const { html, letter } = fitLetter({
    config: site.config,
    urls: site.urls,
    day,
    title: kept?.title,
    text: kept?.text,
    articles: chosen,
    page: section === undefined ? editionUrl(site.urls, day) : undefined,
    hasPictures: edition.hasPictures,
    unsubscribe: edition.unsubscribe,
  });
  const { articles } = letter;
  const isNew = section === undefined && !isKept && keep(file, writeEdition(articles.map(({ slug }) => slug)));
  const write = (name: string, text: string): void => replaceFile(join(to, name), [Buffer.from(text)]);
  write('edition.html', html);
  write('edition.txt', writeLetterText(letter));
  write('subject.txt', `${writeSubject(letter)}\n`);
  const dropped = chosen.length - articles.length;
  return {
    articles: articles.length,
    bytes: Buffer.byteLength(html),
    dropped,
    isNew,
    ...(section === undefined && { file }),
  };
}

/** Read the model of the site, without related articles, which no letter shows. */
async function readSite(options: BuildOptions): Promise<Site> {
  const content = await loadContent(options);
  if (content.problems.length > 0) throw new ContentError(content.problems);
  const draft = draftModel(content, options);
  return draft.finish(draft.articles.map(() => []));
}

function findKept(
  { editions }: Site,
  day: NewsDate,
): { articles: readonly SiteArticle[]; title?: string | undefined; text?: string | undefined } {
  const all = [...(editions?.newest ?? []), ...(editions?.pages.flat() ?? [])];
  return all.find((each) => each.day.epoch === day.epoch) ?? { articles: [] };
}

/** Write a letter that is small enough. */
function fitLetter(whole: Letter): { html: string; letter: Letter } {
  for (let length = whole.articles.length; ; length--) {
    const letter = { ...whole, articles: whole.articles.slice(0, length) };
    const html = writeLetterHtml(letter);
    if (length === 1 || Buffer.byteLength(html) <= largestLetter) return { html, letter };
  }
}

/** Write the file of an edition, unless another run has written it meanwhile. */
function keep(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
