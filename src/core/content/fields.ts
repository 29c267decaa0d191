import { z } from 'zod';
import { normalizeText } from '../text/persian.ts';

const text = z.string().trim().min(1);
const texts = z.array(text);
const oldAddresses = texts.max(1000).default([]);
const yesOrNo = z.preprocess(
  (value) => (typeof value === 'string' ? normalizeText(value).trim() : value),
  z.stringbool({
    truthy: ['true', 'yes', 'on', '1', '۱', 'بله', 'بلی', 'آری'],
    falsy: ['false', 'no', 'off', '0', '۰', 'خیر', 'نه'],
  }),
);

/** A picture of an article, a section or a tag. */
const picture = z
  .strictObject({
    src: text,
    alt: text.optional(),
    caption: text.optional(),
    credit: text.optional(),
    focus: text.optional(),
  })
  .optional();

/**
 * Shape of an article's front matter, in which every scalar is text. Checks beyond shape, such as dates, are in
 * `parse-article.ts`.
 */
export const articleFields = z.strictObject({
  title: text,
  date: text,
  tags: texts.max(100),
  source: z.preprocess(
    (value) => (typeof value === 'string' ? { name: value } : value),
    z.strictObject({ name: text, url: text.optional() }),
  ),
  kicker: text.optional(),
  lead: text.optional(),
  dateline: text.optional(),
  type: text.optional(),
  label: text.optional(),
  section: text.optional(),
  authors: texts.max(50).default([]),
  image: picture,
  video: z
    .strictObject({
      title: text,
      src: text.optional(),
      url: text.optional(),
      poster: text.optional(),
      captions: text.optional(),
    })
    .optional(),
  audio: z.preprocess(
    (value) => (typeof value === 'string' ? { src: value } : value),
    z
      .strictObject({ src: text, title: text.optional(), duration: text.optional(), transcript: text.optional() })
      .optional(),
  ),
  /** Live coverage: `true`, or when it begins and ends. */
  live: z.preprocess(
    (value) => {
      const { data } = yesOrNo.safeParse(value);
      // Other texts are refused as what they are.
      return data === undefined ? value : data ? {} : undefined;
    },
    z.strictObject({ from: text.optional(), to: text.optional() }).optional(),
  ),
  updated: text.optional(),
  order: text.optional(),
  corrections: z
    .array(z.strictObject({ date: text, text }))
    .max(100)
    .default([]),
  related: texts.max(50).default([]),
  picked: yesOrNo.default(false),
  aliases: oldAddresses,
  draft: yesOrNo.default(false),
  /** Whether readers may comment, where the site has comments. */
  comments: yesOrNo.optional(),
  /** Whether it is announced, where the newspaper has channels. */
  channels: yesOrNo.optional(),
  /** Whether it may be among the most read. */
  popular: yesOrNo.optional(),
  /** Last part of the article's address; by default from the file's name. */
  slug: text.optional(),
  /** Identifier in feeds; by default the article's first address. */
  id: text.optional(),
});

/** Shape of the front matter of a page of `content/pages`. */
export const pageFields = z.strictObject({ title: text, lead: text.optional(), aliases: oldAddresses });

/** Shape of the front matter of a file of `content/authors`. */
export const authorFields = z.strictObject({
  name: text,
  role: text.optional(),
  image: z.strictObject({ src: text, alt: text.optional() }).optional(),
});

/** Shape of the front matter of a file of `content/sections` or `content/tags`. */
export const termFields = z.strictObject({
  title: text.optional(),
  lead: text.optional(),
  image: picture,
});

/** An article's front matter after validation of its shape. */
export type ArticleFields = z.infer<typeof articleFields>;

/** Example of each field as one line of YAML, for messages. A value left as «…» counts as blank. */
export const fieldExamples: Readonly<Record<string, string>> = {
  title: 'title: …',
  name: 'name: …',
  role: 'role: …',
  date: 'date: "1404/07/24 10:30"',
  tags: 'tags: [ایران, اقتصاد]',
  source: 'source: …',
  'source.name': 'source: {name: …, url: https://example.org}',
  'source.url': 'source: {name: …, url: https://example.org}',
  kicker: 'kicker: …',
  lead: 'lead: …',
  dateline: 'dateline: …',
  type: 'type: opinion',
  label: 'label: breaking',
  section: 'section: …',
  authors: 'authors: […]',
  image: 'image: {src: metro.jpg, alt: …}',
  'image.src': 'image: {src: metro.jpg, alt: …}',
  'image.alt': 'image: {src: metro.jpg, alt: …}',
  'image.focus': 'image: {src: metro.jpg, alt: …, focus: top}',
  video: 'video: {src: metro.mp4, title: …}',
  'video.captions': 'video: {src: metro.mp4, title: …, captions: metro.vtt}',
  'video.url': 'video: {url: https://www.aparat.com/v/abc, title: …}',
  audio: 'audio: {src: goftogu.mp3, title: …, duration: "12:40"}',
  'audio.src': 'audio: {src: goftogu.mp3}',
  live: 'live: {from: "1405/09/08 18:00", to: "1405/09/08 22:00"}',
  'live.from': 'live: {from: "1405/09/08 18:00"}',
  'live.to': 'live: {to: "1405/09/08 22:00"}',
  updated: 'updated: "1404/07/25 12:00"',
  order: 'order: 2',
  corrections: 'corrections: [{date: 1404/07/25, text: …}]',
  'corrections.date': 'corrections: [{date: 1404/07/25, text: …}]',
  'corrections.text': 'corrections: [{date: 1404/07/25, text: …}]',
  related: 'related: [name-of-another-file]',
  picked: 'picked: true',
  aliases: 'aliases: [/old/path/]',
  draft: 'draft: true',
  comments: 'comments: false',
  channels: 'channels: false',
  popular: 'popular: false',
  slug: 'slug: shahr-ketab',
  id: 'id: …',
};
