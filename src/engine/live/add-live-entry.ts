import { readFileSync } from 'node:fs';
import { addEntry, readNewEntry, seemsTimed } from '../../core/live/add-entry.ts';
import { parseFrontMatter } from '../../core/content/front-matter.ts';
import { dateAt, toJalaliDay } from '../../core/dates/news-date.ts';
import { tehranEpoch } from '../../core/dates/tehran.ts';
import { formatTime, type NewsDate } from '../../core/dates/news-date.ts';
import { nearestOf } from '../../core/text/nearest.ts';
import { slugOfPin } from '../../core/content/parsed-file.ts';
import { UsageError } from '../base/errors.ts';
import { type BuildOptions } from '../base/options.ts';
import { replaceFile } from '../cache/cache-file.ts';
import { findContentFiles, loadContent } from '../content/load-content.ts';

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
  { slug: typedSlug, text, isPinned }: TypedEntry,
): Promise<{ file: string; date: NewsDate }> {
  const slug = slugOfPin(typedSlug);
  const content = await loadContent(options);
  const article = content.articles.find((each) => each.slug === slug);
  if (!article) throw missing(slug, content.articles, content.files.find((file) => file.slug === slug)?.file);
  const { live, file, date, type } = article;
  if (!live && type !== 'live') throw notLive(file);
  if (live?.to && live.to.epoch <= options.now) throw ended(file, live.to);
  const entry = readNewEntry(text);
  if (entry.title === '' && entry.text === '') throw empty();
  if (!entry.time && seemsTimed(text)) throw impossible(text);
  const { minutes, day } = momentOf(entry.time, options.now);
  const { tasks } = await findContentFiles(options.content);
  const { path } = tasks.find(({ name }) => name === file)!;
  const before = readFileSync(path, 'utf8');
  const read = parseFrontMatter(before);
  if ('problem' in read) throw new Error(`The front matter of ${file} can’t be read.`);
  const { body } = read.frontMatter;
  const head = before.slice(0, before.length - body.length);
  const made = addEntry(body, { ...entry, isPinned: isPinned || entry.time?.isPinned === true, moment: minutes, day }, localMinutes(live?.from ?? date));
  replaceFile(path, [Buffer.from(head + made)]);
  return { file, date: dateAt(tehranEpoch(minutes * 60_000)) };
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

function missing(slug: string, articles: readonly { slug: string; live?: object | undefined }[], faulty: string | undefined): UsageError {
  if (faulty !== undefined) {
    return new UsageError(
      `${faulty} has problems: npm run check shows them.`,
      `${faulty} اشکال دارد؛ npm run check آن را نشان می‌دهد.`,
    );
  }
  const lively = articles.filter(({ live }) => live).map((each) => each.slug);
  const nearest = nearestOf(slug, lively) ?? nearestOf(slug, articles.map((each) => each.slug));
  return new UsageError(
    `There is no article «${slug}».${nearest === undefined ? '' : ` The nearest is «${nearest}».`}`,
    `خبری به نام «${slug}» نیست.${nearest === undefined ? '' : ` نزدیک‌ترین نام: «${nearest}»`}`,
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
