import { z } from 'zod';
import { settings } from './settings.ts';

/** How web servers serve the site. What is left out is as in {@link hostingDefaults}. */
export interface HostingConfig {
  /**
   * Pages say the Content Security Policy themselves as well, for hosts that send no headers of ours, such as GitHub
   * Pages. What only a header can say is missing there: who may frame the site, HSTS.
   */
  policyInPages: boolean;
  /**
   * Days for which browsers that have seen the site ask for it over HTTPS only (RFC 6797); 0 sends no such header. Nothing
   * is sent either where the site's address begins with `http:`.
   */
  hstsDays: number;
  /** HSTS holds for all names below the site's own, such as `mail.example.org`, too. */
  hstsSubdomains: boolean;
  /** Origins of sites that may show pages of this one in a frame: `https://partner.example`. */
  framedBy: readonly string[];
  /** For how many seconds browsers and caches take files without asking. Files whose address changes with them: a year. */
  cache: {
    /** Pages, feeds, sitemaps. */
    pages: number;
    /** For how long they may be shown after that, while a fresh one is fetched behind the reader’s back (RFC 5861). */
    stale: number;
    /** Pictures, videos and fonts with a lasting address. */
    files: number;
  };
  /** Write `.br` and `.gz` files beside pages, scripts and the like, for web servers of one's own. */
  precompress: boolean;
}

/** What a newsroom may say of its hosts. */
export type HostingSettings = Partial<HostingConfig>;

/** Seconds, unless a name says otherwise. */
export const hostingDefaults: HostingConfig = {
  policyInPages: true,
  hstsDays: 365,
  hstsSubdomains: false,
  framedBy: [],
  cache: { pages: 60, stale: 600, files: 86_400 },
  precompress: false,
};

/** Complete what a newsroom says of its hosts. */
export function hostingOf({ hosting }: { hosting?: HostingSettings | undefined }): HostingConfig {
  return { ...hostingDefaults, ...hosting };
}

const seconds = z
  .number('expected seconds, as a number')
  .int('expected whole seconds')
  .min(0, 'expected 0 or more')
  .max(31_536_000, 'expected at most a year, 31536000');
const truth = z.boolean('expected true or false').optional();

/** The shape of {@link HostingSettings}. */
export const hostingShape = settings({
  policyInPages: truth,
  hstsDays: z
    .number('expected a number')
    .int('expected whole days')
    .min(0, 'expected 0 or more')
    .max(3650, 'expected at most 3650')
    .optional(),
  hstsSubdomains: truth,
  framedBy: z
    .array(
      z
        .string('expected a text')
        .regex(/^https?:\/\/[\w.-]+(?::\d+)?$/, 'expected an origin such as https://a.example'),
    )
    .optional(),
  cache: settings({ pages: seconds, stale: seconds, files: seconds }).optional(),
  precompress: truth,
}).optional();
