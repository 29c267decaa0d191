import type { Announcement } from '../../core/announce/message.ts';
import { composeMessage } from '../../core/announce/message.ts';
import type { AnnounceState, Post } from '../../core/announce/state.ts';
import { type MessagePiece, textOfPieces } from '../../core/announce/template.ts';
import { recognisesMessages, type Task } from '../../core/announce/plan.ts';
import {
  type AnnounceSettings,
  channelName,
  type ChannelSettings,
  defaultTemplate,
} from '../../core/config/announce.ts';
import type { SiteArticle } from '../../core/site/site.ts';
import { fingerprint } from '../../core/text/hash.ts';
import type { Urls } from '../../core/urls.ts';
import type { SentPicture } from './picture.ts';
import type { Outcome } from './request.ts';
import type { Draft, Service, ServiceOptions } from './service.ts';
import type { StateFile } from './state-file.ts';

/** The messages of one channel. */
export interface ChannelRun {
  channel: ChannelSettings;
  settings: AnnounceSettings;
  service: Service;
  sends: readonly Task[];
  edits: readonly Task[];
}

/** What all channels of a run share. */
export interface RunTools extends Pick<ServiceOptions, 'pause'> {
  file: StateFile;
  urls: Urls;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** How long to wait in all for services that ask for it, in seconds. */
  patience: number;
  /** Whether the run announces older articles, which no other run does. */
  isSince: boolean;
  picture(article: SiteArticle): Promise<SentPicture | undefined>;
}

/** What became of a channel’s messages. */
export interface ChannelResult {
  name: string;
  sent: number;
  edited: number;
  /** Sentences without a final full stop. */
  failures: string[];
}

/** Send a channel’s messages, one after the other; stop where the channel as a whole can’t be used. */
export async function runChannel(run: ChannelRun, tools: RunTools): Promise<ChannelResult> {
  const name = channelName(run.channel);
  const result: ChannelResult = { name, sent: 0, edited: 0, failures: [] };
  let patience = tools.patience;
  const attempt = async (action: () => Promise<Outcome>): Promise<Outcome> => {
    let outcome = await action();
    while (outcome.kind === 'wait' && outcome.seconds <= patience) {
      patience -= outcome.seconds;
      await tools.pause(outcome.seconds * 1000);
      outcome = await action();
    }
    return outcome;
  };
  const tasks = [
    ...run.sends.slice(0, mostPerRun).map((task) => ({ task, act: () => sendOne(run, tools, task, attempt) })),
    ...run.edits.map((task) => ({ task, act: () => editOne(run, tools, task, attempt) })),
  ];
  for (const [index, { task, act }] of tasks.entries()) {
    const outcome = await act();
    const isNew = index < Math.min(run.sends.length, mostPerRun);
    if (outcome === 'same') continue;
    if (outcome.kind === 'sent') {
      if (isNew) result.sent++;
      else result.edited++;
      continue;
    }
    const rest = tasks.length - index - 1;
    const waiting = rest === 0 ? '' : `; ${rest} more ${rest === 1 ? 'waits' : 'wait'}`;
    const stops = outcome.kind !== 'refused' || outcome.isChannel;
    result.failures.push(
      `${explain(outcome, task.article.url, isNew && !recognisesMessages(run.channel))}${stops ? waiting : ''}`,
    );
    if (stops) return result;
  }
  if (run.sends.length > mostPerRun) {
    result.failures.push(
      `${run.sends.length - mostPerRun} more wait, so that readers are not flooded: run it again${tools.isSince ? ' with --since' : ''}`,
    );
  }
  return result;
}

/** The message about an article in a channel. */
export function writeMessage(
  { channel, settings }: Pick<ChannelRun, 'channel' | 'settings'>,
  article: SiteArticle,
  urls: Urls,
): (hasPicture: boolean) => MessagePiece[] {
  const template = channel.template ?? settings.template ?? defaultTemplate;
  const announcement = describeArticle(article, urls);
  return (hasPicture) => composeMessage(announcement, channel, template, hasPicture);
}

/** Most new messages of a channel in one run. */
const mostPerRun = 20;

function describeArticle({ kicker, title, lead, section, source, tags, url }: SiteArticle, urls: Urls): Announcement {
  return {
    kicker,
    title,
    lead,
    section: section?.label,
    source: source.label,
    tags: tags.map(({ label }) => label),
    url: urls.absolute(url),
  };
}

type Attempt = (action: () => Promise<Outcome>) => Promise<Outcome>;

async function sendOne(
  run: ChannelRun,
  tools: RunTools,
  { guid, article, post }: Task,
  attempt: Attempt,
): Promise<Outcome> {
  const { file, now } = tools;
  const name = channelName(run.channel);
  const { posts } = file.state.articles[guid]!;
  const picture = run.channel.pictures === false ? undefined : await tools.picture(article);
  const draft = draftOf(run, tools, article, picture, post?.since ?? now, guid);
  // On the disk before anything leaves: a process that is killed now may have sent it.
  posts[name] = { state: 'sending', since: draft.since };
  file.save();
  const outcome = await attempt(() => run.service.send(draft));
  settle(posts, run, outcome, draft, article);
  file.save();
  return outcome;
}

async function editOne(
  run: ChannelRun,
  tools: RunTools,
  { guid, article, post }: Task,
  attempt: Attempt,
): Promise<Outcome | 'same'> {
  const { posts } = tools.file.state.articles[guid]!;
  const name = channelName(run.channel);
  const draft = draftOf(run, tools, article, undefined, post!.since, guid);
  const text = fingerprintOf(draft, post!.hasPicture === true);
  const known: Post = { ...post!, text, updated: article.updated?.epoch };
  const isSame = text === post!.text;
  const outcome = isSame ? 'same' : await attempt(() => run.service.edit!(post!, draft));
  // An edit without a clear answer is made again: it changes nothing when it comes twice.
  const isRefused = outcome !== 'same' && outcome.kind === 'refused' && !outcome.isChannel;
  if (outcome !== 'same' && outcome.kind !== 'sent' && !isRefused) return outcome;
  // What is refused, as where editors removed the message, is told once.
  posts[name] = isRefused ? { ...post!, updated: known.updated } : known;
  tools.file.save();
  return outcome;
}

function draftOf(
  run: ChannelRun,
  { urls }: RunTools,
  article: SiteArticle,
  picture: SentPicture | undefined,
  since: number,
  guid: string,
): Draft {
  const { title, lead, url } = article;
  const key = fingerprint(`${channelName(run.channel)} ${guid} ${since}`);
  return { write: writeMessage(run, article, urls), picture, title, lead, url: urls.absolute(url), since, key };
}

function settle(
  posts: AnnounceState['articles'][string]['posts'],
  { channel, service }: ChannelRun,
  outcome: Outcome,
  draft: Draft,
  { updated }: SiteArticle,
): void {
  const { since } = draft;
  const name = channelName(channel);
  // What the service recognises stays on its way, and the next run sends it again.
  if (outcome.kind === 'unsure') posts[name] = { state: recognisesMessages(channel) ? 'sending' : 'unsure', since };
  else if (outcome.kind !== 'sent') delete posts[name];
  else {
    const { id, media, hasPicture, url = id === undefined ? undefined : service.urlOf?.(id) } = outcome;
    const text = fingerprintOf(draft, hasPicture);
    posts[name] = { state: 'sent', since, id, url, media, hasPicture, text, updated: updated?.epoch };
  }
}

function fingerprintOf({ write }: Draft, hasPicture: boolean): string {
  return fingerprint(textOfPieces(write(hasPicture)));
}

/** @param isOnce Whether sending the message again could show it twice. */
function explain(outcome: Exclude<Outcome, { kind: 'sent' }>, path: string, isOnce: boolean): string {
  if (outcome.kind === 'wait') return `asks to wait ${outcome.seconds} s; ${path} is tried again by the next run`;
  if (outcome.kind === 'refused') {
    return outcome.isChannel ? `${outcome.reason}; ${path} was not sent` : `refuses ${path}: ${outcome.reason}`;
  }
  if (!isOnce) return `${outcome.reason}; ${path} is tried again by the next run`;
  return `${outcome.reason}; ${path} may have been sent. Look there; if it is missing, run with --again`;
}
