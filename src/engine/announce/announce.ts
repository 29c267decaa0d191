import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { planRun, type RunPlan } from '../../core/announce/plan.ts';
import { textOfPieces } from '../../core/announce/template.ts';
import {
  type AnnounceSettings,
  channelName,
  type ChannelSettings,
  tokenVariables,
} from '../../core/config/announce.ts';
import type { Site, SiteArticle } from '../../core/site/site.ts';
import { createUrls, withoutBase } from '../../core/urls.ts';
import { UsageError } from '../base/errors.ts';
import type { BuildOptions } from '../base/options.ts';
import { loadContent } from '../content/load-content.ts';
import { draftModel } from '../model/build-model.ts';
import { changesFile, readChanges } from '../output/changes.ts';
import { createBluesky } from './bluesky.ts';
import { createBot } from './bots.ts';
import { type ChannelResult, runChannel, writeMessage } from './channel.ts';
import { createMastodon } from './mastodon.ts';
import { preparePicture, type SentPicture } from './picture.ts';
import type { Service, ServiceOptions } from './service.ts';
import { peekAnnounced, withAnnounced } from './state-file.ts';

/** What a run depends on besides the site. */
export interface AnnounceOptions {
  options: BuildOptions;
  settings: AnnounceSettings;
  /** Environment variables. */
  env: Readonly<Record<string, string | undefined>>;
  /** How long to wait for an answer, in milliseconds. */
  timeout: number;
  /** How long to wait in all for services that ask for it, in seconds. */
  patience: number;
  /** Wait, in milliseconds; by the clock if absent. */
  pause?: ServiceOptions['pause'] | undefined;
  /** See `RunInput`. */
  since?: number | undefined;
  again: boolean;
}

/** The result of a run. */
export interface AnnounceResult extends Omit<RunPlan, 'state' | 'sends' | 'edits'> {
  channels: readonly ChannelResult[];
}

/** A message as a dry run shows it. */
export interface ShownMessage {
  channel: string;
  path: string;
  isEdit: boolean;
  hasPicture: boolean;
  text: string;
}

/**
 * Announce the articles of the built site that no earlier run knew, and edit messages about updated ones.
 *
 * @throws UsageError if there is no built site, no secret for a channel, or another run.
 */
export async function announce(input: AnnounceOptions): Promise<AnnounceResult> {
  const { options, settings, timeout, patience, pause = (milliseconds) => setTimeout(milliseconds) } = input;
  const secrets = new Map(settings.channels.map((channel) => [channel, secretOf(channel, input.env)]));
  const { articles, urls } = await readPublished(options);
  return withAnnounced(options, async (file) => {
    const { state, sends, edits, ...plan } = planRun({
      ...input,
      ...options,
      state: file.state,
      articles,
      site: { urls },
    });
    file.state = state;
    file.save();
    const pictures = new Map<SiteArticle, Promise<SentPicture | undefined>>();
    const picture = (article: SiteArticle): Promise<SentPicture | undefined> => {
      const found = pictures.get(article) ?? preparePicture(article, urls, options.out);
      pictures.set(article, found);
      return found;
    };
    const tools = { file, urls, now: options.now, patience, isSince: input.since !== undefined, picture, pause };
    // The record is held until the last channel has settled, even if one fails.
    const settled = await Promise.allSettled(
      settings.channels.map((channel) => {
        const service = createService(channel, { secret: secrets.get(channel)!, timeout, pause });
        return runChannel(
          { channel, settings, service, sends: sends.get(channel)!, edits: edits.get(channel)! },
          tools,
        );
      }),
    );
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return { ...plan, channels: settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : [])) };
  });
}

/** Show what {@link announce} would send. Nothing is sent or remembered, and no secret is needed. */
export async function rehearse(input: Omit<AnnounceOptions, 'env' | 'timeout' | 'patience'>): Promise<ShownMessage[]> {
  const { options, settings } = input;
  const { articles, urls } = await readPublished(options);
  const { sends, edits } = planRun({
    ...input,
    ...options,
    state: peekAnnounced(options),
    articles,
    site: { urls },
  });
  const shown: ShownMessage[] = [];
  for (const channel of settings.channels) {
    for (const { article } of sends.get(channel)!) {
      const hasPicture = channel.pictures !== false && (await preparePicture(article, urls, options.out)) !== undefined;
      shown.push(show(article, hasPicture, false));
    }
    for (const { article, post } of edits.get(channel)!) shown.push(show(article, post?.hasPicture === true, true));

    function show(article: SiteArticle, hasPicture: boolean, isEdit: boolean): ShownMessage {
      const text = textOfPieces(writeMessage({ channel, settings }, article, urls)(hasPicture));
      return { channel: channelName(channel), path: article.url, isEdit, hasPicture, text };
    }
  }
  return shown;
}

/** Read the articles whose pages the built site has. What was written since the build is not there, and waits for the next one. */
async function readPublished(options: BuildOptions): Promise<{ articles: SiteArticle[]; urls: Site['urls'] }> {
  const { out, config } = options;
  if (!readChanges(out)) {
    const path = join(out, changesFile);
    throw new UsageError(
      existsSync(path)
        ? `${path} is damaged. Run «npm run build» again.`
        : `There is no file ${path}. Run «npm run build» first.`,
      `پروندهٔ ${path} نیست یا آسیب دیده است. نخست «npm run build» را اجرا کنید.`,
    );
  }
  const urls = createUrls(config.url);
  const { articles } = draftModel(await loadContent(options), options);
  const hasPage = ({ url }: SiteArticle): boolean => existsSync(join(out, withoutBase(url, urls), 'index.html'));
  return { articles: articles.filter(hasPage), urls };
}

function secretOf(channel: ChannelSettings, env: AnnounceOptions['env']): string {
  const variable = channel.token ?? tokenVariables[channel.service];
  const secret = env[variable]?.trim();
  if (secret) return secret;
  const name = channelName(channel);
  throw new UsageError(
    `${name}: the environment variable ${variable} with its secret is not set. To see the messages without it, add --dry-run.`,
    `${name}: متغیر محیطی ${variable} که رمز آن را دارد تعیین نشده است. برای دیدن پیام‌ها بدون آن، ‎--dry-run را بیفزایید.`,
  );
}

function createService(channel: ChannelSettings, options: ServiceOptions): Service {
  switch (channel.service) {
    case 'mastodon':
      return createMastodon(channel, options);
    case 'bluesky':
      return createBluesky(channel, options);
    default:
      return createBot(channel, options);
  }
}
