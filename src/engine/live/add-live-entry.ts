import { readFileSync, realpathSync } from 'node:fs';
import { addEntry, readNewEntry, seemsTimed } from '../../core/live/add-entry.ts';
import { articleFields } from '../../core/content/fields.ts';
import { readSlug } from '../../core/content/file-names.ts';
import { parseFrontMatter } from '../../core/content/front-matter.ts';
import { dateAt, formatTime, type NewsDate, parseDate, toJalaliDay } from '../../core/dates/news-date.ts';
import { tehranEpoch } from '../../core/dates/tehran.ts';
import { restoreLines } from '../../core/entries/line-endings.ts';
import { unifyLines } from '../../core/front-matter/forms.ts';
import { findArticleType } from '../../core/front-matter/article-types.ts';
import { nearestOf } from '../../core/text/nearest.ts';
import { slugify } from '../../core/text/slug.ts';
import { slugOfPin } from '../../core/content/parsed-file.ts';
import { UsageError } from '../base/errors.ts';
import { type BuildOptions } from '../base/options.ts';
import { replaceFile } from '../cache/cache-file.ts';
import { findContentFiles, loadContent } from '../content/load-content.ts';
import type { FileTask } from '../content/parse-file.ts';

/** An entry as it is typed, for the article of a slug. */
export interface TypedEntry {
  slug: string;
  /** A time, unless it is now, and a headline; on further lines its text. */
  text: string;
  isPinned: boolean;
}

/**
 * Add an entry to the file of a live coverage.
 *
 * @returns The file, as shown in messages, and the entry's moment.
 * @throws UsageError if there is no such coverage, or the entry has no text or an impossible time.
 */
export async function addLiveEntry(
  options: Pick<BuildOptions, 'content' | 'publicFolder' | 'config' | 'now'>,
  { slug: typedSlug, text: typed, isPinned }: TypedEntry,
): Promise<{ file: string; date: NewsDate }> {
  const slug = slugOfPin(typedSlug);
  const { name: file, path } = await findArticle(options, slug);
  const before = readFileSync(path, 'utf8');
  const text = unifyLines(before);
  const { body, from, to, isLive } = readCoverage(text, file);
  if (!text.endsWith(body)) throw faulty(file);
  if (!isLive) throw notLive(file);
  if (to && to.epoch <= options.now) throw ended(file, to);
  const entry = readNewEntry(typed);
  if (entry.title === '' && entry.text === '') throw empty();
  if (!entry.time && seemsTimed(typed)) throw impossible(typed);
  const { minutes, day } = momentOf(entry.time, options.now);
  const isTop = isPinned || entry.time?.isPinned === true;
  const made = addEntry(body, { ...entry, isPinned: isTop, moment: minutes, day }, localMinutes(from));
  const edited = text.slice(0, text.length - body.length) + made;
  // A link stays one.
  replaceFile(realpathSync(path), [Buffer.from(restoreLines(before, edited))]);
  return { file, date: dateAt(tehranEpoch(minutes * 60_000)) };
}

/**
 * Find the file of an article as the site does: a `slug` in its front matter takes precedence over its name. The content is
 * read only if no file name matches; if another article has that name as its `slug`, the build reports it.
 */
async function findArticle(options: Parameters<typeof addLiveEntry>[0], slug: string): Promise<FileTask> {
  const { tasks } = await findContentFiles(options.content);
  const articles = tasks.filter(({ kind }) => kind === 'article');
  const named = articles.filter((task) => readSlug(task.name, task.bundle).slug === slug && !hasOtherSlug(task, slug));
  if (named.length > 0) return onlyOne(named, slug);
  const { files } = await loadContent(options);
  const slugs = new Map(files.flatMap((file) => (file.kind === 'article' ? [[file.file, file.slug]] : [])));
  const found = articles.filter(({ name }) => slugs.get(name) === slug);
  if (found.length === 0) throw missing(slug, nearestOf(slug, [...slugs.values()]));
  return onlyOne(found, slug);
}

function hasOtherSlug({ path }: FileTask, slug: string): boolean {
  const read = parseFrontMatter(unifyLines(readFileSync(path, 'utf8')));
  const own = 'problem' in read ? undefined : read.frontMatter.data['slug'];
  return typeof own === 'string' && !['', slug].includes(slugify(own));
}

function onlyOne(found: readonly FileTask[], slug: string): FileTask {
  const [first, second] = found;
  if (second) throw ambiguous(slug, first!.name, second.name);
  return first!;
}

/** Read what an entry depends on from an article's file. */
function readCoverage(
  text: string,
  file: string,
): { body: string; from: NewsDate; to?: NewsDate | undefined; isLive: boolean } {
  const read = parseFrontMatter(text);
  if ('problem' in read) throw faulty(file);
  const { data, body } = read.frontMatter;
  const live = articleFields.shape.live.safeParse(data['live']);
  const [from, to] = [live.data?.from ?? data['date'], live.data?.to].map((written) =>
    typeof written === 'string' ? parseDate(written) : undefined,
  );
  if (!live.success || from === undefined || typeof from === 'string' || typeof to === 'string') throw faulty(file);
  const isLook = typeof data['type'] === 'string' && findArticleType(data['type']) === 'live';
  return { body, from, to, isLive: live.data !== undefined || isLook };
}

/** When an entry was: at its time of today, or yesterday if that is still to come by more than half a day; or now. */
function momentOf(time: ReturnType<typeof readNewEntry>['time'], now: number): { minutes: number; day: string } {
  const current = localMinutes(dateAt(now));
  const today = current - (current % (24 * 60));
  let minutes = current;
  if (time) {
    minutes = (time.day === undefined ? today : time.day / 60_000) + time.minutes;
    // «23:55» typed past midnight.
    if (time.day === undefined && minutes - current > 12 * 60) minutes -= 24 * 60;
  }
  return { minutes, day: toJalaliDay(dateAt(tehranEpoch(minutes * 60_000))) };
}

function localMinutes({ iso }: NewsDate): number {
  return Date.parse(`${iso.slice(0, 16)}Z`) / 60_000;
}

function missing(slug: string, nearest: string | undefined): UsageError {
  return new UsageError(
    `There is no article «${slug}».${nearest === undefined ? '' : ` The nearest is «${nearest}».`}`,
    `خبری به نام «${slug}» نیست.${nearest === undefined ? '' : ` نزدیک‌ترین نام: «${nearest}»`}`,
  );
}

function ambiguous(slug: string, first: string, second: string): UsageError {
  return new UsageError(
    `${first} and ${second} have the same address «${slug}». Rename one of the two.`,
    `${first} و ${second} یک نشانی دارند: «${slug}». نام یکی از آن دو را عوض کنید.`,
  );
}

function faulty(file: string): UsageError {
  return new UsageError(
    `${file} has problems: npm run check shows them.`,
    `${file} اشکال دارد؛ npm run check آن را نشان می‌دهد.`,
  );
}

function notLive(file: string): UsageError {
  return new UsageError(
    `${file} is no live coverage. Write in its front matter:  live: true`,
    `${file} پوشش لحظه‌به‌لحظه نیست. در مشخصات آن بنویسید:  live: true`,
  );
}

function ended(file: string, to: NewsDate): UsageError {
  const end = `${toJalaliDay(to)} ${formatTime(to)}`;
  return new UsageError(
    `The coverage of ${file} has ended: ${end}. To go on, change «to» in its front matter.`,
    `پوشش ${file} پایان یافته است: ${end}. برای ادامه، «to» را در مشخصات آن عوض کنید.`,
  );
}

function empty(): UsageError {
  return new UsageError(
    'Expected the entry, as in: npm run live -- metro "14:30 باران آغاز شد"',
    'متن خبر لازم است، مانند: npm run live -- metro "14:30 باران آغاز شد"',
  );
}

function impossible(text: string): UsageError {
  const found = text.trim().split(/\s/, 1)[0]!;
  return new UsageError(`There is no such time: «${found}».`, `چنین ساعتی نیست: «${found}».`);
}
