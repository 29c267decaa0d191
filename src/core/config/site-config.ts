import { z } from 'zod';
import { adminShape, type AdminSettings } from './admin.ts';
import { announceShape, type AnnounceSettings, findAnnounceFaults } from './announce.ts';
import { type Brand, type BrandSettings, brandShape } from './brand.ts';
import type { ColourSettings } from '../colours/palette.ts';
import { colourShape, findColourFaults } from './colours.ts';
import { fontShape, type FontSettings } from './fonts.ts';
import { type HostingSettings, hostingShape } from './hosting.ts';
import { type CommentsSettings, commentsShape } from './comments.ts';
import { findMenuFaults, type MenuEntry, menuShape } from './menu.ts';
import { offlineShape, type OfflineSetting } from './offline.ts';
import { type PictureSettings, pictureShape } from './picture-hosts.ts';
import { type PodcastSettings, podcastShape } from './podcast.ts';
import { type PolicySettings, policyShape } from './policy.ts';
import type { SearchSettings } from './search-engine.ts';
import { settings } from './settings.ts';
import { type OrthographyRule, orthographyRules } from '../problems/orthography.ts';
import { slugify } from '../text/slug.ts';

/** A section of the newspaper (سرویس). */
export interface SectionConfig {
  /** The section's part of the URL, as in `/sections/<slug>/`. */
  slug: string;
  /** Name that readers see, and that writers put in `section:`. */
  name: string;
}

/** Configuration of a site. The newsroom's own is in `src/config.ts`. */
export interface SiteConfig {
  /** URL at which the site is published, including its path if it has one: `https://example.org/news`. */
  url: string;
  /** The newspaper's name. */
  name: string;
  /** One sentence about the newspaper, for search engines and feeds. */
  description: string;
  /** Language of the command line's messages. */
  messages: 'fa' | 'en';
  /** Sections in menu order. */
  sections: readonly SectionConfig[];
  /** The newspaper's logo; without one, Rooznegar's mark stands beside the name. */
  brand?: BrandSettings | undefined;
  /** Not a setting: the pictures of `brand`, resolved when a build starts. */
  foundBrand?: Brand | undefined;
  /** The newspaper's colours; Rooznegar's own if absent. */
  colours?: ColourSettings | undefined;
  /** The menu; all sections and the latest news if absent. */
  menu?: readonly MenuEntry[] | undefined;
  /** Footer links: pages of `content/pages`, or any URL. */
  footer: readonly { label: string; href: string }[];
  /** Number of articles in each kind of list. */
  sizes: {
    /** On a numbered page of a tag, section, source, author or month. */
    page: number;
    /** In a feed. */
    feed: number;
    /** In an article's «خبرهای مرتبط». */
    related: number;
    /** In «اخبار پیشنهادی». */
    picks: number;
    /** In «آخرین اخبار». */
    latest: number;
  };
  /** Share pictures: the headline as a picture, for social networks that show a link to an article without a photo. */
  share: {
    /**
     * Make them for articles up to this many days older than the newest one, extended to the start of the Jalali month
     * in which that period begins; 0 makes none. `public/share/site.png`, 1200 by 630 pixels, replaces the newspaper's
     * own picture.
     */
    days: number;
  };
  /** The search. */
  search?: SearchSettings | undefined;
  /** How feeds are published. */
  feeds?: {
    /** WebSub hubs, which notify subscribers immediately. `npm run ping` reports changed feeds to them. */
    hubs: readonly string[];
  };
  /** The newspaper's podcast; none if absent. */
  podcast?: PodcastSettings | undefined;
  /** The fonts of texts and headlines; Vazirmatn if absent. */
  fonts?: FontSettings | undefined;
  /** Readers’ comments (تبادل نظر); none if absent. */
  comments?: CommentsSettings | undefined;
  /** The editor for writers at /admin/; none if absent. `npm run dev` has one in any case. */
  admin?: AdminSettings | undefined;
  /** Where `npm run announce` posts new articles; nowhere if absent. */
  announce?: AnnounceSettings | undefined;
  /** How web servers serve the site: headers, caches, compression. For defaults see `hostingDefaults`. */
  hosting?: HostingSettings | undefined;
  /** Whether readers can read without a network; see {@link OfflineSetting}. */
  offline?: OfflineSetting;
  /** Other hosts that pages may load pictures from; none if absent. */
  pictures?: PictureSettings | undefined;
  /** Other origins that pages may use, for slots and components of the newsroom's own; none if absent. */
  policy?: PolicySettings | undefined;
  /** Host names that an article's `video.url` may link to. */
  videoHosts: readonly string[];
  /** Defaults for fields that an article's front matter leaves out. */
  defaults?: {
    /** The source: a name, or a name with a URL. */
    source?: string | { name: string; url?: string | undefined } | undefined;
  };
  /** Pictures in articles. */
  images?: {
    /**
     * How to treat a picture that is missing or can't be shown: as a problem, which stops the build, or as a warning,
     * publishing the article without it. A problem by default.
     */
    missing?: 'problem' | 'warn' | undefined;
  };
  /** URLs of the newspaper's profiles on other sites, for readers in the footer, and for search engines. */
  profiles: readonly string[];
  /** Crawlers that `robots.txt` blocks: all of `aiCrawlers` or none, and others by name. */
  crawlers: { ai: 'allow' | 'block'; blocked: readonly string[] };
  /** For `/.well-known/security.txt` (RFC 9116): the contact for reports, and the expiry date, at most a year ahead. */
  security?: { contact: string; expires: string } | undefined;
  /** Publish `/llms.txt`, a guide to the site for language models. */
  llms: boolean;
  /** What `npm run check` looks for in texts. */
  orthography: {
    /** Disabled rules, by the names that warnings show. */
    off: readonly OrthographyRule[];
    /** House spellings, with U+200C for half-spaces. */
    words: readonly string[];
  };
  limits: {
    /** Maximum size of a markdown file, in bytes. */
    fileBytes: number;
    /** Maximum size of a picture, in bytes. The original is published too, next to its smaller variants. */
    imageBytes: number;
    /** Maximum area of a picture, in pixels: width times height. */
    imagePixels: number;
  };
}

/** The part of the configuration that parsing depends on. */
export type ParsingConfig = Pick<
  SiteConfig,
  'url' | 'sections' | 'videoHosts' | 'limits' | 'defaults' | 'images' | 'pictures'
>;

/** Pick the settings that parsing depends on, so that changing others does not cause files to be parsed again. */
export function parsingConfig(config: SiteConfig): ParsingConfig {
  const { url, sections, videoHosts, limits, defaults, images, pictures } = config;
  return { url, sections, videoHosts, limits, pictures, ...(defaults && { defaults }), ...(images && { images }) };
}

/** Validate a configuration: one English sentence per error; empty if it is valid. */
export function findConfigFaults(config: SiteConfig): string[] {
  const result = shape.safeParse(config);
  const faults = result.success
    ? [...findColourFaults(config), ...findMenuFaults(config), ...findAnnounceFaults(config)]
    : result.error.issues;
  return faults.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
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
  brand: brandShape,
  colours: colourShape,
  menu: menuShape,
  footer: z.array(settings({ label: text, href: text })),
  sizes: settings({ page: count, feed: count, related: count, picks: count, latest: count }),
  share: settings({
    days: z
      .number('expected a number')
      .int('expected a whole number')
      .min(0, 'expected 0 or more')
      .max(36_500, 'expected at most 36500'),
  }),
  search: settings({
    engine: z.enum(['auto', 'pagefind', 'sharded'], 'expected auto, pagefind or sharded').optional(),
  }).optional(),
  feeds: settings({ hubs: z.array(webAddress).refine(areDistinct, 'expected each hub once') }).optional(),
  podcast: podcastShape,
  fonts: fontShape,
  comments: commentsShape,
  admin: adminShape,
  announce: announceShape,
  hosting: hostingShape,
  offline: offlineShape,
  pictures: pictureShape,
  policy: policyShape,
  videoHosts: z.array(text),
  defaults: settings({
    source: z
      .union([text, settings({ name: text, url: webAddress.optional() })], 'expected a name, or { name, url }')
      .optional(),
  }).optional(),
  images: settings({ missing: z.enum(['problem', 'warn'], 'expected problem or warn').optional() }).optional(),
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
