import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { settings } from './settings.ts';

/** The services that `npm run announce` posts to. */
export const channelServices = ['telegram', 'bale', 'eitaa', 'mastodon', 'bluesky'] as const;

/** One of {@link channelServices}. */
export type ChannelService = (typeof channelServices)[number];

/** What all channels can have. */
interface CommonSettings {
  /** Name of the environment variable with the secret; {@link tokenVariables} if absent. The secret itself is in no file. */
  token?: string | undefined;
  /** Address of the service’s API, if it is not the usual one. */
  server?: string | undefined;
  /** How a message is put together; that of `announce` if absent. */
  template?: string | undefined;
  /** Slugs of the sections whose articles it gets; all articles if absent. */
  sections?: readonly string[] | undefined;
  /** Whether messages have the article’s picture; `true` if absent. */
  pictures?: boolean | undefined;
}

/** A channel of Telegram, Bale or Eitaa, to which a bot posts. */
export interface BotChannel extends CommonSettings {
  service: 'telegram' | 'bale' | 'eitaa';
  /** The channel’s name, `@khabar`, or its number. */
  chat: string;
}

/** An account on a server of Mastodon. */
export interface MastodonChannel extends CommonSettings {
  service: 'mastodon';
  server: string;
  /** The longest post that the server takes, in characters as Mastodon counts them; 500 if absent. */
  limit?: number | undefined;
}

/** An account on Bluesky. */
export interface BlueskyChannel extends CommonSettings {
  service: 'bluesky';
  /** The account’s name, such as `khabar.example`. */
  handle: string;
}

/** A place that new articles are announced in. */
export type ChannelSettings = BotChannel | MastodonChannel | BlueskyChannel;

/** Settings of `npm run announce`; without them there is nothing to announce to. */
export interface AnnounceSettings {
  channels: readonly ChannelSettings[];
  /** How old an article may be to be announced, in hours; 48 if absent. */
  hours?: number | undefined;
  /**
   * How a message is put together: text with {@link templateFields} in braces, and `**…**` for bold where the service has
   * it. A line whose fields are all empty is left out. {@link defaultTemplate} if absent.
   */
  template?: string | undefined;
}

/** The fields of a template. `tags` are hashtags. */
export const templateFields = ['kicker', 'title', 'lead', 'section', 'source', 'tags', 'link'] as const;

/** Template of a message where none is configured. */
export const defaultTemplate = '**{title}**\n\n{lead}\n\n{link}';

/** Default of {@link AnnounceSettings.hours}. */
export const announceHours = 48;

/** Environment variables with the secrets of channels that name none. */
export const tokenVariables: Readonly<Record<ChannelService, string>> = {
  telegram: 'TELEGRAM_TOKEN',
  bale: 'BALE_TOKEN',
  eitaa: 'EITAA_TOKEN',
  mastodon: 'MASTODON_TOKEN',
  bluesky: 'BLUESKY_PASSWORD',
};

/**
 * Name a channel, for people and for the record of what it got.
 *
 * @example channelName({ service: 'telegram', chat: '@khabar' }) // 'telegram @khabar'
 */
export function channelName(channel: ChannelSettings): string {
  if (channel.service === 'mastodon') return `mastodon ${URL.parse(channel.server)?.host ?? channel.server}`;
  return `${channel.service} ${channel.service === 'bluesky' ? channel.handle : channel.chat}`;
}

const expectedFields = `expected fields such as ${templateFields.map((name) => `{${name}}`).join(', ')}`;
const mostLiteral = 100;
const template = z
  .string('expected a text')
  .refine(
    (text) => fieldsOf(text).every((name) => (templateFields as readonly string[]).includes(name)),
    expectedFields,
  )
  .refine((text) => ['title', 'link'].some((name) => fieldsOf(text).includes(name)), 'expected {title} or {link}')
  .refine(
    (text) => text.replace(/\{\w*\}/g, '').length <= mostLiteral,
    `expected at most ${mostLiteral} letters besides the fields`,
  )
  .optional();

const server = z
  .string('expected a text')
  .regex(
    /^(?:https:\/\/[a-z0-9.-]+(?::\d+)?|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)$/,
    'expected an origin such as https://mastodon.example',
  );
const common = {
  token: z
    .string('expected a text')
    .regex(/^[A-Z][A-Z0-9_]*$/, 'expected the name of an environment variable such as TELEGRAM_TOKEN, not the secret')
    .optional(),
  server: server.optional(),
  template,
  sections: z.array(z.string('expected a text'), 'expected a list').min(1, 'expected at least 1').optional(),
  pictures: z.boolean('expected true or false').optional(),
};
const chat = z
  .string('expected a text')
  .regex(/^(?:@\w+|-?\d+|\w+)$/, 'expected the name of a channel such as @khabar, or its number');
const channel = z.discriminatedUnion(
  'service',
  [
    settings({ service: z.enum(['telegram', 'bale', 'eitaa']), chat, ...common }),
    settings({
      ...common,
      service: z.literal('mastodon'),
      server,
      limit: z.number('expected a number').int('expected a whole number').min(100, 'expected at least 100').optional(),
    }),
    settings({
      service: z.literal('bluesky'),
      handle: z
        .string('expected a text')
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, 'expected the name of an account such as khabar.example'),
      ...common,
    }),
  ],
  `expected one of ${channelServices.join(', ')}`,
);

/** Schema of {@link AnnounceSettings}. */
export const announceShape = settings({
  channels: z
    .array(channel, 'expected a list')
    .refine((list) => new Set(list.map(channelName)).size === list.length, 'expected each channel once'),
  hours: z
    .number('expected a number')
    .min(1, 'expected at least 1')
    .max(24 * 30, `expected at most ${24 * 30}`)
    .optional(),
  template,
}).optional();

/** Find channels with sections that do not exist. */
export function findAnnounceFaults({
  announce,
  sections,
}: {
  announce?: AnnounceSettings | undefined;
  sections: readonly { slug: string }[];
}): { path: string[]; message: string }[] {
  const slugs = sections.map(({ slug }) => slug);
  return (announce?.channels ?? []).flatMap((each, index) =>
    (each.sections ?? [])
      .filter((slug) => !slugs.includes(slug))
      .map((slug) => ({
        path: ['announce', 'channels', `${index}`, 'sections'],
        message: `there is no section «${slug}»; the nearest is «${slugs.length > 0 ? closest(slug, slugs) : ''}»`,
      })),
  );
}

/** Names in braces of a template. */
function fieldsOf(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
