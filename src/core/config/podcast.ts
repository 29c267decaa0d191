import { z } from 'zod';
import { settings } from './settings.ts';

/** The newspaper's podcast: `/podcast.xml` lists the articles with a recording. */
export interface PodcastSettings {
  title: string;
  description: string;
  /** Path of its artwork below `public/`: JPEG or PNG, square, 1400 to 3000 pixels (Apple Podcasts). */
  image: string;
  /** A category of Apple Podcasts, perhaps with one below it: `News` or `['News', 'Daily News']`. */
  category: string | readonly [string, string];
  /** Address of its owner, which directories write to. */
  email: string;
  /** Who speaks; the newspaper if absent. */
  author?: string | undefined;
  /** Whether it is for adults only. */
  explicit?: boolean | undefined;
}

/** Path of the podcast's feed. */
export const podcastFile = 'podcast.xml';

/** Id of the podcast's section on the page of feeds. */
export const podcastAnchor = 'podcast';

/** The categories of Apple Podcasts (podcasters.apple.com/support/1691-apple-podcasts-categories). */
export const podcastCategories = [
  'Arts',
  'Business',
  'Comedy',
  'Education',
  'Fiction',
  'Government',
  'History',
  'Health & Fitness',
  'Kids & Family',
  'Leisure',
  'Music',
  'News',
  'Religion & Spirituality',
  'Science',
  'Society & Culture',
  'Sports',
  'Technology',
  'True Crime',
  'TV & Film',
] as const;

const text = z.string('expected a text').trim().min(1, 'expected a text');
const category = z.enum(podcastCategories, 'expected a category of Apple Podcasts, such as News');

/** Shape of {@link PodcastSettings}. */
export const podcastShape = settings({
  title: text,
  description: text.max(4000, 'expected at most 4000'),
  image: text.regex(/^\/[^?#]+\.(?:jpe?g|png)$/i, 'expected the path of a picture in public/, such as /podcast.jpg'),
  category: z.union([category, z.tuple([category, text])], 'expected a category of Apple Podcasts, such as News'),
  email: z.email('expected an e-mail address'),
  author: text.optional(),
  explicit: z.boolean('expected true or false').optional(),
}).optional();

/** Side of the artwork in pixels. */
export const artworkSide = { least: 1400, most: 3000 };
