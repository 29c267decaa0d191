import { foldKey } from '../text/persian.ts';

/** Groups of fields, each with its own names: the file itself, and the fields that contain others. */
export type FieldGroup = 'file' | 'image' | 'video' | 'source' | 'audio' | 'live' | 'corrections';

/** How to convert the value of another generator's field. */
export type Reading =
  /** Unchanged. */
  | 'same'
  /** A text or a list, as a list. */
  | 'list'
  /** A picture's address, or a group of fields. */
  | 'picture'
  /** The lead, or the kicker if the file already has a lead. */
  | 'lead'
  /** A section if it is one, otherwise a tag. */
  | 'category'
  /** `false` means a draft. */
  | 'published'
  /** `draft` and the like mean a draft, as do values for subscribers only. */
  | 'status'
  /** The last part is the slug, the whole an old path. */
  | 'address'
  /** A time of day, which belongs to the date; otherwise a date. */
  | 'time'
  /** A part of the picture, such as its `alt`. */
  | 'part'
  /** A group whose members are fields of the file, such as Zola's `[taxonomies]`. */
  | 'members'
  /** Used only if no other name sets the field. */
  | 'spare'
  /** The article's type, if it is one of ours; other generators name templates with it. */
  | 'type'
  /** No counterpart here. */
  | 'unused';

/** Meaning of a field's name: one of our names, and how to read the value. */
export interface FieldMeaning {
  field: string;
  reading: Reading;
  /** Whether the name is ours, in English or Persian; all others get a note. */
  isOwn: boolean;
}

const own: Readonly<Record<FieldGroup, string>> = {
  file:
    'title date tags source kicker lead dateline section authors image video updated corrections related picked ' +
    'aliases draft comments channels popular audio live slug id order name role type label',
  image: 'src alt caption credit',
  video: 'title src url poster captions',
  source: 'name url',
  audio: 'src title duration transcript',
  live: 'from to',
  corrections: 'date text',
};

/** Persian synonyms of our names. Spaces, half-spaces and variants of letters are ignored. */
export const persianNames: Readonly<Record<FieldGroup, Readonly<Record<string, readonly string[]>>>> = {
  file: {
    title: ['عنوان', 'تیتر', 'عنوان خبر', 'تیتر خبر'],
    date: ['تاریخ', 'تاریخ انتشار', 'زمان', 'زمان انتشار', 'ساعت', 'ساعت انتشار', 'ساعت خبر'],
    tags: ['برچسب‌ها', 'برچسب', 'تگ‌ها', 'تگ'],
    source: ['منبع', 'منبع خبر'],
    kicker: ['روتیتر', 'رو تیتر'],
    lead: ['لید', 'چکیده', 'خلاصه', 'خلاصه خبر', 'سوتیتر', 'سو تیتر', 'زیرتیتر', 'زیرعنوان'],
    dateline: ['مکان', 'محل', 'مکان خبر', 'محل خبر', 'دیت‌لاین'],
    section: ['سرویس', 'بخش', 'دسته'],
    authors: ['نویسندگان', 'نویسنده', 'خبرنگار', 'خبرنگاران', 'نویسنده‌ها'],
    image: ['تصویر', 'عکس'],
    video: ['فیلم', 'ویدئو', 'ویدیو'],
    updated: ['به‌روزرسانی', 'بروزرسانی', 'به‌روز', 'تاریخ به‌روزرسانی', 'آخرین ویرایش', 'ویرایش'],
    corrections: ['اصلاحیه‌ها', 'اصلاحیه', 'اصلاح‌ها'],
    related: ['مرتبط', 'خبرهای مرتبط', 'مرتبط‌ها'],
    picked: ['برگزیده', 'گزیده', 'پیشنهادی', 'پیشنهاد', 'پیشنهاد سردبیر'],
    aliases: ['نشانی‌های قدیمی', 'نشانی قدیمی', 'نشانی‌های پیشین', 'نشانی پیشین'],
    draft: ['پیش‌نویس'],
    comments: ['تبادل نظر', 'نظرها', 'نظرات', 'دیدگاه‌ها'],
    channels: ['کانال‌ها', 'کانال'],
    popular: ['پربازدید', 'پربازدیدترین', 'پربازدیدترین‌ها'],
    audio: ['صدا', 'صوت', 'فایل صوتی', 'پادکست'],
    live: ['لحظه به لحظه', 'پوشش زنده', 'زنده'],
    slug: ['نشانی', 'نامک'],
    id: ['شناسه'],
    order: ['ترتیب'],
    name: ['نام'],
    role: ['سمت', 'نقش'],
    type: ['نوع', 'قالب', 'گونه'],
    label: ['نشان'],
  },
  image: {
    src: ['نشانی', 'پرونده', 'فایل', 'عکس', 'تصویر'],
    alt: ['جایگزین', 'متن جایگزین', 'توصیف', 'توضیح', 'آنچه دیده می‌شود'],
    caption: ['زیرنویس', 'شرح', 'شرح عکس', 'شرح تصویر'],
    credit: ['عکاس', 'عکس از', 'صاحب اثر', 'پدیدآور', 'منبع'],
    focus: ['کانون', 'نقطهٔ دید'],
  },
  video: {
    title: ['عنوان', 'تیتر'],
    src: ['پرونده', 'فایل'],
    url: ['نشانی', 'پیوند', 'لینک'],
    poster: ['پوستر', 'تصویر', 'عکس'],
    captions: ['زیرنویس', 'زیرنویس‌ها'],
  },
  source: { name: ['نام', 'عنوان'], url: ['نشانی', 'پیوند', 'لینک'] },
  audio: {
    src: ['پرونده', 'فایل', 'نشانی'],
    title: ['عنوان', 'تیتر'],
    duration: ['مدت', 'زمان'],
    transcript: ['متن', 'متن گفته‌ها'],
  },
  live: { from: ['از', 'آغاز'], to: ['تا', 'پایان'] },
  corrections: { date: ['تاریخ', 'زمان'], text: ['متن', 'شرح', 'توضیح'] },
};

/**
 * Names used by Hugo, Jekyll, Eleventy, WordPress exports and others, as `field reading: names`, in order of
 * precedence. Case and punctuation between words are ignored.
 */
const foreign: Readonly<Record<FieldGroup, readonly string[]>> = {
  file: [
    'title same: headline heading post_title',
    'date same: publish_date publishdate pub_date published_at published_on publication_date date_published post_date datetime',
    'date spare: created created_at date_created post_date_gmt date_gmt',
    'date time: time hour publish_time published_time pub_time post_time release_time news_time',
    'updated same: lastmod last_modified_at last_modified modified modified_at date_modified last_updated updated_at update_date post_modified',
    'lead lead: summary description excerpt custom_excerpt post_excerpt abstract standfirst deck lede intro teaser subtitle sub_title subheading subhead',
    'kicker same: overline eyebrow pretitle',
    'image picture: cover hero featured_image feature_image feature_img cover_image hero_image header_image banner photo picture og_image image_url img',
    'image spare: thumbnail thumb thumbnail_url teaser_image',
    'image.alt part: image_alt image_alt_text feature_image_alt featured_image_alt cover_alt cover_image_alt hero_alt hero_image_alt thumbnail_alt alt_text',
    'image.caption part: image_caption feature_image_caption featured_image_caption cover_caption cover_image_caption hero_caption photo_caption',
    'image.credit part: image_credit image_credits photo_credit cover_credit feature_image_credit image_source photographer',
    'section category: category categories',
    'section category: section_name rubric primary_category primary_tag post_category',
    'tags list: keywords keyword tag topics topic labels post_tag post_tags tags_input hashtags',
    'authors list: author primary_author byline writers writer reporter post_author',
    'slug address: permalink url path post_url',
    'slug same: post_name',
    'aliases list: redirect_from redirects old_urls old_url previous_urls',
    'draft published: published publish public',
    'draft status: status post_status visibility',
    'draft same: is_draft unpublished hidden private',
    'picked same: featured sticky pinned is_featured editors_pick',
    'related list: related_posts related_articles',
    'type type: post_format format',
    '- members: taxonomies extra params',
    '- unused: layout toc weight uuid guid post_id wp_id lang language locale dir direction template theme math mathjax katex ' +
      'comment share show_toc toc_sticky sitemap robots seo seo_title meta meta_title meta_description menu ' +
      'nav_order navigation parent series outline css js style class classes post_type comment_status ping_status ' +
      'word_count reading_time read_time views likes canonical canonical_url translation_key markup is_page ' +
      'author_profile breadcrumbs toc_label pagination collection author_id author_email image_alt_text_id ' +
      'generator publisher license copyright linktitle enable_toc disable_comments enable_comments hide_meta cascade ' +
      'eleventy_exclude_from_collections eleventy_navigation last_edited_by editor editor_options output jupyter ' +
      'cssclass cssclasses codeinjection_head codeinjection_foot og_title og_description twitter_title twitter_description twitter_image ghost_id comment_id email_only ping guid_is_permalink',
  ],
  image: [
    'src same: url image path file filename file_name href',
    'alt same: alt_text alternative description',
    'caption same: title text',
    'credit same: credits photographer author attribution photo_by source',
    '- unused: relative hidden width height feature teaser thumbnail opengraph responsive_images hidden_in_list',
  ],
  video: [
    'src same: file path',
    'url same: link href',
    'title same: name caption',
    'poster same: image thumbnail cover',
    'captions same: subtitles track vtt',
  ],
  source: ['name same: title', 'url same: link href'],
  audio: ['src same: file url path', 'title same: name', 'duration same: length', 'transcript same: text captions'],
  live: ['from same: start begin started_at', 'to same: end until ended_at'],
  corrections: ['date same: time', 'text same: note description'],
};

/** Find the meaning of a field's name, in any spelling; `undefined` for unknown names. */
export function meaningOf(name: string, group: FieldGroup): FieldMeaning | undefined {
  const key = foldKey(name);
  const meaning = meanings[group].get(name) ?? meanings[group].get(key);
  // «Title», or `title` after an invisible character, is unambiguous, but not spelt as our name.
  const isVariant = meaning?.isOwn && name !== key && meaning.field === key;
  return isVariant ? { ...meaning, isOwn: false } : meaning;
}

/** Return the group that is the value of a field; `undefined` for texts and lists. */
export function groupOf(field: PropertyKey | undefined): FieldGroup | undefined {
  return nested.find((group) => group === field);
}

const nested = ['image', 'video', 'source', 'audio', 'live', 'corrections'] as const satisfies readonly FieldGroup[];

/** Return whether a name is one of our English names, exactly as we spell it. */
export function isOwnName(name: string, group: FieldGroup): boolean {
  return ownNames[group].has(name);
}

/** Return the rank of another generator's name among those of all fields: lower ranks take precedence. */
export function rankOf(name: string): number {
  return ranks.get(foldKey(name)) ?? 0;
}

const groups = Object.keys(own) as FieldGroup[];
const ownNames = byGroup((group) => new Set(own[group].split(' ')));
const meanings = byGroup((group) => {
  const known = new Map<string, FieldMeaning>();
  for (const { field, reading, names } of foreign[group].map(parseRow))
    for (const name of names) known.set(foldKey(name), { field, reading, isOwn: false });
  for (const [field, names] of Object.entries(persianNames[group]))
    for (const name of names) known.set(foldKey(name), { field, reading: ownReading(field, name), isOwn: true });
  for (const field of ownNames[group]) known.set(field, { field, reading: ownReading(field, field), isOwn: true });
  return known;
});
const ranks = new Map(foreign.file.flatMap((row) => parseRow(row).names).map((name, index) => [foldKey(name), index]));

/**
 * Return how to read one of our names. Persian ones may be singular: «نویسنده: مینا» and «برچسب: شهر» have one value; plurals need a list, as ours do.
 */
function ownReading(field: string, name: string): Reading {
  if (name === field && field !== 'type' && field !== 'image') return 'same';
  const isSingular = (field === 'authors' || field === 'tags') && !/(?:ها|ان)$/.test(name);
  if (isSingular || field === 'aliases') return 'list';
  if (field === 'date' && /^(?:ساعت|زمان)/.test(name)) return 'time';
  if (field === 'type') return 'type';
  return field === 'image' ? 'picture' : 'same';
}

function parseRow(row: string): { field: string; reading: Reading; names: string[] } {
  const [head = '', names = ''] = row.split(': ');
  const [field = '', reading] = head.split(' ');
  return { field, reading: reading as Reading, names: names.split(' ') };
}

function byGroup<Value>(make: (group: FieldGroup) => Value): Readonly<Record<FieldGroup, Value>> {
  return Object.fromEntries(groups.map((group) => [group, make(group)])) as Record<FieldGroup, Value>;
}
