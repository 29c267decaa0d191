import { z } from 'zod';
import { settings } from './settings.ts';

/** How web servers serve the site. Omitted settings take their values from {@link hostingDefaults}. */
export interface HostingConfig {
  /**
   * Also put the Content Security Policy into pages, for hosts that do not send our headers, such as GitHub Pages. What
   * only headers can express is missing there: `frame-ancestors` and HSTS.
   */
  policyInPages: boolean;
  /**
   * Days for which browsers that have visited the site use HTTPS only (RFC 6797); 0 sends no such header. None is sent
   * either if the site's URL begins with `http:`.
   */
  hstsDays: number;
  /** Extend HSTS to all subdomains, such as `mail.example.org`. */
  hstsSubdomains: boolean;
  /** Origins that may embed pages of this site in a frame: `https://partner.example`. */
  framedBy: readonly string[];
  /** Cache lifetimes in seconds. Files whose URL contains a content hash are cached for a year. */
  cache: {
    /** Pages, feeds, sitemaps. */
    pages: number;
    /**
     * Seconds after that during which a stale copy may be shown while a fresh one is fetched in the background (RFC
     * 5861).
     */
    stale: number;
    /** Pictures, videos and fonts with a permanent URL. */
    files: number;
  };
  /** Write `.br` and `.gz` files next to pages, scripts and the like, for self-hosted web servers. */
  precompress: boolean;
}

/** Hosting settings as a newsroom writes them; all optional. */
export type HostingSettings = Partial<HostingConfig>;

/** Defaults. Durations are in seconds unless the name says otherwise. */
export const hostingDefaults: HostingConfig = {
  policyInPages: true,
  hstsDays: 365,
  hstsSubdomains: false,
  framedBy: [],
  cache: { pages: 60, stale: 600, files: 86_400 },
  precompress: false,
};

/** Complete the hosting settings of a configuration with the defaults. */
export function hostingOf({ hosting }: { hosting?: HostingSettings | undefined }): HostingConfig {
  return { ...hostingDefaults, ...hosting };
}

const seconds = z
  .number('expected seconds, as a number')
  .int('expected whole seconds')
  .min(0, 'expected 0 or more')
  .max(31_536_000, 'expected at most a year, 31536000');
const truth = z.boolean('expected true or false').optional();

/** Schema of {@link HostingSettings}. */
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
