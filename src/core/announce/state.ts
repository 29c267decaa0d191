import { z } from 'zod';

/**
 * What became of an article in a channel: `sending` is written before a message is sent, so that a process that is killed
 * leaves a trace; `unsure` is a message of which nobody knows whether it arrived.
 */
const post = z.strictObject({
  state: z.enum(['sending', 'sent', 'unsure']),
  /** When it was first sent, in milliseconds since 1970-01-01T00:00Z. */
  since: z.number(),
  /** Number of the message at the service, if it gives one. */
  id: z.string().optional(),
  /** Where the message can be seen. */
  url: z.string().optional(),
  /** The pictures that hang on it, for edits. */
  media: z.array(z.string()).optional(),
  /** Whether its text stands below a picture. */
  hasPicture: z.boolean().optional(),
  /** Fingerprint of its text. */
  text: z.string().optional(),
  /** The article’s `updated` when it was written, in milliseconds since 1970-01-01T00:00Z. */
  updated: z.number().optional(),
});

const known = z.strictObject({
  /** The article’s date, in milliseconds since 1970-01-01T00:00Z. */
  date: z.number(),
  /** The path of its page. */
  path: z.string(),
  /** Fingerprint of its headline, by which a file that was renamed without an alias is recognised. */
  title: z.string(),
  /** The run that first saw it. */
  run: z.number(),
  /** Set if it is to be announced. */
  isNew: z.literal(true).optional(),
  /** Set once its disappearance was reported. */
  isGone: z.literal(true).optional(),
  posts: z.record(z.string(), post),
});

const shape = z.strictObject({
  version: z.literal(1),
  /** Number of the last run. Runs are counted, because clocks go wrong. */
  run: z.number(),
  /** Articles up to this date may be forgotten, so they are never announced; in milliseconds since 1970-01-01T00:00Z. */
  forgotten: z.number(),
  /** Each channel, and the run that first knew it. */
  channels: z.record(z.string(), z.number()),
  /** By the identifiers of `guidOf`. */
  articles: z.record(z.string(), known),
  /** For each WebSub hub, feeds and the fingerprint of what it was told of; empty if a notice is owed. */
  pings: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What was announced, where. */
export type AnnounceState = z.infer<typeof shape>;

/** What is known of an article. */
export type KnownArticle = z.infer<typeof known>;

/** A message about an article in a channel. */
export type Post = z.infer<typeof post>;

/** A state without memories. */
export function emptyState(): AnnounceState {
  return { version: 1, run: 0, forgotten: 0, channels: {}, articles: {}, pings: {} };
}

/** Read a state from JSON; `undefined` if it is damaged. */
export function parseState(text: string): AnnounceState | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
