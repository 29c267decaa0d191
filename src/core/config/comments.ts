import { z } from 'zod';
import { settings } from './settings.ts';

/** Readers’ comments (تبادل نظر), once every setting has a value. Omitted settings take theirs from {@link commentDefaults}. */
export interface CommentsConfig {
  /**
   * Take comments on articles up to this many days older than the newest one, extended to the start of the Jalali month in
   * which that period begins; 0 takes none, and shows those that are there.
   */
  days: number;
  /** Number of threads on an article’s page; the others have numbered pages. */
  page: number;
  /** Ask for an e-mail address, which readers may leave empty. It is for the editor who decides, and on no page. */
  mail: boolean;
  /** Where the service answers: a path of this site, or the address of another host; with a final slash. */
  address: string;
  /** Words that mark a comment for the editor. Spellings with spaces, lengthened letters and half-spaces are found too. */
  words: readonly string[];
}

/** Settings of comments as a newsroom writes them; all optional. Without any, there are no comments. */
export type CommentsSettings = Partial<CommentsConfig>;

/** Defaults of {@link CommentsConfig}. */
export const commentDefaults: CommentsConfig = { days: 30, page: 50, mail: false, address: '/comments/', words: [] };

interface WithComments {
  comments?: CommentsSettings | undefined;
}

/** Complete the settings of comments with the defaults; `undefined` if the site has none. */
export function commentsOf({ comments }: WithComments): CommentsConfig | undefined {
  return comments && { ...commentDefaults, ...comments };
}

/**
 * Return the address of the service as pages write it: a path of the site with its base, or an absolute address.
 *
 * @param site Path of the site without a final slash, as in `Urls.base`.
 * @example serviceAddress(commentDefaults, { base: '/news' }) // '/news/comments/'
 */
export function serviceAddress({ address }: Pick<CommentsConfig, 'address'>, { base }: { base: string }): string {
  return address.startsWith('/') ? base + address : address;
}

/** List the origin of the service where it is not the site’s own: pages have to be allowed to send it forms. */
export function serviceOrigins({ url, comments }: WithComments & { url: string }): string[] {
  const address = commentsOf({ comments })?.address ?? '/';
  const origin = new URL(address, url).origin;
  return origin === new URL(url).origin ? [] : [origin];
}

const path = String.raw`/(?:[a-z0-9][a-z0-9_-]*/)+`;
const host = String.raw`https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?`;
const count = z.number('expected a number').int('expected a whole number');

/** Schema of {@link CommentsSettings}. */
export const commentsShape = settings({
  days: count.min(0, 'expected 0 or more').max(36_500, 'expected at most 36500').optional(),
  page: count.min(1, 'expected at least 1').max(500, 'expected at most 500').optional(),
  mail: z.boolean('expected true or false').optional(),
  address: z
    .string('expected a text')
    .regex(
      new RegExp(`^(?:${path}|${host}(?:/|${path}))$`),
      'expected a path such as /comments/, or an address such as https://comments.example.org/, in small Latin letters and with a final slash',
    )
    .optional(),
  words: z.array(z.string('expected a text').trim().min(1, 'expected a text'), 'expected a list of words').optional(),
}).optional();
