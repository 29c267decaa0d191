import { announceHours, type AnnounceSettings, channelName, type ChannelSettings } from '../config/announce.ts';
import { guidOf } from '../feeds/guid.ts';
import { fingerprint } from '../text/hash.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import type { AnnounceState, KnownArticle, Post } from './state.ts';

/** A message to send or to edit. */
export interface Task {
  guid: string;
  article: SiteArticle;
  /** What is known of the message; of a new one only when it was first tried. */
  post?: Post | undefined;
}

/** What a run does. */
export interface RunPlan {
  /** With what this run noticed; the input is not changed. */
  state: AnnounceState;
  /** Whether nothing was known before: then nothing is announced that is older than `since`. */
  isFirst: boolean;
  /** New messages of each channel, oldest article first. */
  sends: ReadonlyMap<ChannelSettings, readonly Task[]>;
  /** Messages about articles that were updated since. */
  edits: ReadonlyMap<ChannelSettings, readonly Task[]>;
  /** Messages of an earlier run that was killed, or had no clear answer. */
  unsure: readonly { channel: string; path: string }[];
  /** Articles that are not announced because they were too old when they were first seen. */
  late: readonly SiteArticle[];
  /** Messages that were never sent, and are too old now. */
  missed: readonly { channel: string; path: string }[];
  /** Messages about articles that are not on the site any more. */
  gone: readonly { channel: string; path: string; post: Post }[];
}

/** Input of {@link planRun}. */
export interface RunInput {
  state: AnnounceState;
  site: Pick<Site, 'urls'>;
  /** The articles on the site, in any order. */
  articles: readonly SiteArticle[];
  settings: AnnounceSettings;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Announce articles from this moment on, instead of those of the last hours; milliseconds since 1970-01-01T00:00Z. */
  since?: number | undefined;
  /** Send again what may have been sent. */
  again: boolean;
}

const hour = 3_600_000;
/** How long articles are remembered, and their messages edited. */
const memory = 30 * 24 * hour;
/** Services that recognise a message which they have already, and for how long. */
const repeatable: Partial<Record<ChannelSettings['service'], number>> = { bluesky: memory, mastodon: 0.8 * hour };
/** Return whether a channel recognises a message that it has already, so that one without an answer may be sent again. */
export function recognisesMessages({ service }: ChannelSettings): boolean {
  return repeatable[service] !== undefined;
}

/** Services without a method for changing a message. */
const unchangeable = new Set<ChannelSettings['service']>(['eitaa', 'bluesky']);

/**
 * Decide what to announce. Known articles are never announced twice, whatever clocks say; an article that is too old when
 * it is first seen is only noted; a new channel begins with what comes after it.
 */
export function planRun({ site, articles, settings, now, since, again, ...input }: RunInput): RunPlan {
  const run = input.state.run + 1;
  const isFirst = input.state.run === 0;
  const usual = now - (settings.hours ?? announceHours) * hour;
  const start = since ?? (isFirst ? Infinity : usual);
  const channels = settings.channels.map((channel) => ({ channel, name: channelName(channel) }));
  const current = new Map(articles.map((article) => [guidOf(site, article), article]));
  const state = nextState(input.state, run, channels, forgottenDate(articles, now));
  adoptRenamed(state, current);

  const late: SiteArticle[] = [];
  for (const [guid, article] of current) {
    const { url: path, date, title } = article;
    const known = state.articles[guid];
    const isNew = date.epoch >= start;
    if (known) {
      const { isGone: _isGone, ...kept } = known;
      state.articles[guid] = {
        ...kept,
        date: date.epoch,
        path,
        title: fingerprint(title),
        ...(since !== undefined && isNew && { isNew }),
      };
    } else if (!article.isUnannounced && date.epoch > state.forgotten) {
      if (!isNew && !isFirst) late.push(article);
      const noted = { date: date.epoch, path, title: fingerprint(title), run, posts: {} };
      state.articles[guid] = isNew ? { ...noted, isNew } : noted;
    }
  }

  const isDue = (known: KnownArticle, name: string): boolean => {
    const post = known.posts[name];
    if (post) return post.state === 'sending' || (post.state === 'unsure' && again);
    return known.isNew === true && (known.run >= state.channels[name]! || since !== undefined);
  };
  const unsure = markUnsure(state, channels, now);
  const wanted = [...current]
    .filter(([guid, { isUnannounced }]) => state.articles[guid] !== undefined && !isUnannounced)
    .toSorted(([, a], [, b]) => a.date.epoch - b.date.epoch || (a.url < b.url ? -1 : 1));
  const tasks = (name: string, pick: (known: KnownArticle, article: SiteArticle) => boolean): Task[] =>
    wanted
      .filter(([guid, article]) => pick(state.articles[guid]!, article))
      .map(([guid, article]) => ({ guid, article, post: state.articles[guid]!.posts[name] }));
  const perChannel = (pick: (known: KnownArticle, article: SiteArticle, channel: ChannelSettings) => boolean) =>
    new Map(
      channels.map(({ channel, name }) => [channel, tasks(name, (known, article) => pick(known, article, channel))]),
    );

  const isOwed = (known: KnownArticle, article: SiteArticle, channel: ChannelSettings): boolean =>
    isDue(known, channelName(channel)) && isFor(channel, article);
  const missed = [
    ...perChannel((known, article, channel) => isOwed(known, article, channel) && known.date < Math.min(usual, start)),
  ];
  for (const [channel, late] of missed)
    for (const { guid, post } of late) {
      const known = state.articles[guid]!;
      delete known.isNew;
      if (post) known.posts[channelName(channel)] = { ...post, state: 'unsure' };
    }
  return {
    state,
    isFirst,
    unsure: again ? [] : unsure,
    late,
    missed: missed.flatMap(([channel, list]) =>
      list.map(({ article }) => ({ channel: channelName(channel), path: article.url })),
    ),
    sends: perChannel((known, article, channel) => article.date.epoch >= start && isOwed(known, article, channel)),
    edits: perChannel(
      ({ posts }, article, channel) =>
        !unchangeable.has(channel.service) && isOutdated(posts[channelName(channel)], article),
    ),
    gone: findGone(state, current),
  };
}

/**
 * The date up to which articles may be forgotten. A clock that is ahead publishes at most a few articles ahead of time;
 * these must not make the state forget the others, so the date of an article behind them counts.
 */
function forgottenDate(articles: readonly SiteArticle[], now: number): number {
  const dates = articles.map(({ date }) => date.epoch).toSorted((a, b) => b - a);
  return Math.min(now, dates[Math.min(20, dates.length) - 1] ?? now) - memory;
}

function nextState(
  before: AnnounceState,
  run: number,
  channels: readonly { name: string }[],
  forgettable: number,
): AnnounceState {
  const forgotten = Math.max(before.forgotten, forgettable);
  return {
    ...before,
    run,
    forgotten,
    channels: { ...Object.fromEntries(channels.map(({ name }) => [name, run])), ...before.channels },
    articles: Object.fromEntries(
      Object.entries(before.articles)
        .filter(([, known]) => known.date > forgotten)
        .map(([guid, known]) => [guid, { ...known, posts: { ...known.posts } }]),
    ),
  };
}

/** An article with the date and headline of one that is gone is that one, under another name. */
function adoptRenamed({ articles }: AnnounceState, current: ReadonlyMap<string, SiteArticle>): void {
  const traitsOf = (date: number, title: string): string => `${date} ${title}`;
  const gone = Object.entries(articles).filter(([guid]) => !current.has(guid));
  if (gone.length === 0) return;
  const byTraits = new Map(gone.map(([guid, { date, title }]) => [traitsOf(date, title), guid]));
  for (const [guid, { date, title }] of current) {
    const before = byTraits.get(traitsOf(date.epoch, fingerprint(title)));
    if (before === undefined || articles[guid] || !articles[before]) continue;
    articles[guid] = articles[before];
    delete articles[before];
  }
}

/** Messages that a killed run was sending may have arrived, unless the service recognises them when they come again. */
function markUnsure(
  { articles }: AnnounceState,
  channels: readonly { channel: ChannelSettings; name: string }[],
  now: number,
): { channel: string; path: string }[] {
  return Object.values(articles).flatMap((known) =>
    channels.flatMap(({ channel, name }) => {
      const post = known.posts[name];
      if (post?.state !== 'sending' || Math.abs(now - post.since) < (repeatable[channel.service] ?? 0)) return [];
      known.posts[name] = { ...post, state: 'unsure' };
      return [{ channel: name, path: known.path }];
    }),
  );
}

/** Find messages about articles that the site does not have any more, and note that they are found. */
function findGone(state: AnnounceState, current: ReadonlyMap<string, unknown>): RunPlan['gone'] {
  return Object.entries(state.articles).flatMap(([guid, known]) => {
    if (current.has(guid) || known.isGone) return [];
    known.isGone = true;
    return Object.entries(known.posts).map(([channel, post]) => ({ channel, path: known.path, post }));
  });
}

function isFor({ sections }: ChannelSettings, { section }: SiteArticle): boolean {
  return sections === undefined || (section !== undefined && sections.includes(section.slug));
}

/** Whether an article was updated since the message about it was written. */
function isOutdated(post: Post | undefined, { updated }: SiteArticle): boolean {
  return post?.state === 'sent' && post.id !== undefined && (updated?.epoch ?? 0) > (post.updated ?? 0);
}
