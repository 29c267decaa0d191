import { z } from 'zod';
import { type HostingSettings, hostingShape } from './hosting.ts';
import { settings } from './settings.ts';
import { type OrthographyRule, orthographyRules } from '../problems/orthography.ts';
import { slugify } from '../text/slug.ts';

/** A section of the newspaper (سرویس). */
export interface SectionConfig {
  /** The section's part of the URL, as in `/sections/<slug>/`. */
  slug: string;
  /** What readers see, and what writers put in `section:`. */
  name: string;
}

/** What a newsroom decides about its site. One value of this type lives in `src/config.ts`. */
export interface SiteConfig {
  /** Where the site is published, with its path if it has one: `https://example.org/news`. */
  url: string;
  /** The newspaper's name. */
  name: string;
  /** One sentence about the newspaper, for search engines and feeds. */
  description: string;
  /** The language of the command line's messages. */
  messages: 'fa' | 'en';
  /** Sections in the order of the menu. */
  sections: readonly SectionConfig[];
  /** Links in the footer: pages of `content/pages`, or any address. */
  footer: readonly { label: string; href: string }[];
  /** How many articles a list shows. */
  sizes: {
    /** On a numbered page of a tag, section, source, author or month. */
    page: number;
    /** In a feed. */
    feed: number;
    /** In «خبرهای مرتبط» of an article. */
    related: number;
    /** In «اخبار پیشنهادی». */
    picks: number;
    /** In «آخرین اخبار». */
    latest: number;
  };
  /** Share pictures: the headline as a picture, for social networks that show a link to an article without a photo. */
  share: {
    /**
     * Make them for articles of so many days before the newest one, and for the rest of the Jalali month in which these
     * begin; 0 makes none. `public/share/site.png`, 1200 by 630 pixels, takes the place of the newspaper's own picture.
     */
    days: number;
  };
  /** How feeds are published. */
  feeds?: {
    /** Hubs (WebSub) that tell subscribers of news at once. `npm run ping` tells them which feeds have changed. */
    hubs: readonly string[];
  };
  /** How web servers serve the site: headers, caches, compression. What is left out is as in core/hosting.ts. */
  hosting?: HostingSettings | undefined;
  /** Host names whose pages may be linked as an article's `video.url`. */
  videoHosts: readonly string[];
  /** Addresses of the newspaper's own pages elsewhere, for search engines. */
  profiles: readonly string[];
  /** Which crawlers `robots.txt` shuts out: all of `aiCrawlers` (core/robots.ts) or none, and others by their names. */
  crawlers: { ai: 'allow' | 'block'; blocked: readonly string[] };
  /** For `/.well-known/security.txt` (RFC 9116): where to report, and until when that holds, at most a year ahead. */
  security?: { contact: string; expires: string } | undefined;
  /** Publish `/llms.txt`, a guide to the site for language models. */
  llms: boolean;
  /** What `npm run check` looks for in texts. */
  orthography: {
    /** Rules that are switched off, by the names that warnings show. */
    off: readonly OrthographyRule[];
    /** Words as this newsroom writes them, with U+200C where it puts half-spaces. */
    words: readonly string[];
  };
  limits: {
    /** The largest markdown file that is read, in bytes. */
    fileBytes: number;
    /** The largest picture that is taken, in bytes. It is published as it is, besides smaller forms of it. */
    imageBytes: number;
    /** The largest picture that is taken, in pixels: width times height. */
    imagePixels: number;
  };
}

/** What the parsing of a file depends on. */
export type ParsingConfig = Pick<SiteConfig, 'url' | 'sections' | 'videoHosts' | 'limits'>;

/** Take out of a configuration what parsing depends on, so that a change of the rest parses no file anew. */
export function parsingConfig({ url, sections, videoHosts, limits }: SiteConfig): ParsingConfig {
  return { url, sections, videoHosts, limits };
}

/** Say what is unsound in a configuration, one sentence each; nothing if all is well. */
export function findConfigFaults(config: SiteConfig): string[] {
  const result = shape.safeParse(config);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
}

const count = z.number('expected a number').int('expected a whole number').min(1, 'expected at least 1');
const text = z.string('expected a text').trim().min(1, 'expected a text');
const slug = text.refine((value) => slugify(value) === value, 'expected small letters, digits and single hyphens');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'expected an absolute address such as https://example.org' })
  .refine((url) => /^[!-$&-~]*$/.test(url), 'expected Latin letters only, in the path as well');
const siteAddress = webAddress.refine(
  (url) => !URL.canParse(url) || !/[?#@]/.test(url),
  'expected an address without ?, # or @: a host and perhaps a path',
);
const shape = settings({
  url: siteAddress,
  name: text,
  description: text,
  messages: z.enum(['fa', 'en'], 'expected fa or en'),
  sections: z.array(settings({ slug, name: text })).refine(areUnique, 'two sections have one slug or one name'),
  footer: z.array(settings({ label: text, href: text })),
  sizes: settings({ page: count, feed: count, related: count, picks: count, latest: count }),
  share: settings({
    days: z
      .number('expected a number')
      .int('expected a whole number')
      .min(0, 'expected 0 or more')
      .max(36_500, 'expected at most 36500'),
  }),
  feeds: settings({ hubs: z.array(webAddress).refine(areDistinct, 'expected each hub once') }).optional(),
  hosting: hostingShape,
  videoHosts: z.array(text),
  profiles: z.array(z.url({ protocol: /^https?$/, error: 'expected an absolute address' })),
  crawlers: settings({
    ai: z.enum(['allow', 'block'], 'expected allow or block'),
    blocked: z.array(text.regex(/^[A-Za-z_-]+$/, 'expected the name of a crawler, such as GPTBot')),
  }),
  security: settings({
    contact: z.url({ protocol: /^(?:https|mailto|tel)$/, error: 'expected an address such as mailto:a@example.org' }),
    expires: z.iso.date('expected a day such as 2027-03-20'),
  }).optional(),
  llms: z.boolean('expected true or false'),
  orthography: settings({
    off: z.array(z.enum(orthographyRules, `expected one of ${orthographyRules.join(', ')}`)),
    words: z.array(text),
  }),
  limits: settings({ fileBytes: count, imageBytes: count, imagePixels: count }),
});

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function areUnique(sections: readonly SectionConfig[]): boolean {
  return [sections.map((section) => section.slug), sections.map((section) => section.name)].every(areDistinct);
}
