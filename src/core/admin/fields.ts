import type { ArticleLabel, ArticleType } from '../article.ts';
import type { SectionConfig } from '../config/site-config.ts';
import {
  address,
  captions,
  corrections,
  type EditorField,
  focus,
  options,
  picture,
  string,
  video,
  written,
} from './field-parts.ts';
import { audio, live } from './media-fields.ts';

/** A kind of files that the editor lists, or the front page, which is one file. */
export interface EditorCollection {
  name: string;
  /** From the repository’s root. */
  folder?: string;
  fields?: readonly EditorField[];
  /** Instead of a folder. */
  files?: readonly { name: string; label: string; file: string; format: string; fields: readonly EditorField[] }[];
  [option: string]: unknown;
}

/** Names of fields that exist in the editor only, and are in no file. */
export const helperFields = ['address', 'check', 'moment', 'written'] as const;

const typeNames: Readonly<Record<ArticleType, string>> = {
  opinion: 'دیدگاه',
  interview: 'گفت‌وگو',
  report: 'گزارش',
  photo: 'گزارش تصویری',
  live: 'لحظه‌به‌لحظه',
  note: 'یادداشت',
};
const labelNames: Readonly<Record<ArticleLabel, string>> = { breaking: 'فوری', exclusive: 'اختصاصی' };

/** Fields whose values are lists of short texts. */
export const chips = ['tags', 'authors', 'aliases'] as const;
/** Fields that are `true` or `false`. */
export const truths = ['picked', 'draft', 'comments', 'channels', 'popular'] as const;
/** Those that are usually `true`. */
export const usuallyTrue: readonly string[] = ['comments', 'channels', 'popular'];

/** What the fields of an article depend on. */
export interface ArticleFieldInput {
  sections: readonly SectionConfig[];
  /** Whether readers can comment. */
  hasComments: boolean;
  /** Whether new articles are announced in channels. */
  hasChannels: boolean;
  /** The source of new articles. */
  source: string;
  /** Whether new articles wait for review: then they need no field that holds them back. */
  isReviewed: boolean;
}

/** The fields of an article, in the order in which a writer fills them in. */
export function articleEditorFields({
  sections,
  hasComments,
  hasChannels,
  source,
  isReviewed,
}: ArticleFieldInput): EditorField[] {
  return [
    string('title', 'تیتر', { required: true }),
    address,
    string('kicker', 'روتیتر'),
    string('lead', 'چکیده', { widget: 'text', hint: 'یک یا دو جمله؛ اگر خالی بماند، بند نخست متن است.' }),
    { name: 'body', label: 'متن', widget: 'richtext', required: false, editor_components: ['code-block', 'image'] },
    check,
    string('section', 'سرویس', {
      widget: 'select',
      options: sections.map(({ name }) => ({ label: name, value: name })),
    }),
    string('tags', 'برچسب‌ها', { widget: 'chips', known: 'tags' }),
    {
      name: 'source',
      label: 'منبع',
      widget: 'object',
      required: true,
      default: { name: source, url: '' },
      collapsed: false,
      fields: [string('name', 'نام'), string('url', 'نشانی', { hint: 'با https:// آغاز می‌شود؛ می‌تواند خالی بماند.' })],
    },
    string('authors', 'نویسندگان', { widget: 'chips', known: 'authors' }),
    string('date', 'زمان انتشار', {
      widget: 'jalali',
      required: true,
      hint: 'با زمانی در آینده، خبر تا آن هنگام منتشر نمی‌شود.',
    }),
    string('updated', 'آخرین به‌روزرسانی', { widget: 'jalali' }),
    live,
    string('dateline', 'محل و خبرگزاری', { hint: 'مانند «تهران، ایسنا»' }),
    picture([focus, ...captions]),
    video,
    audio,
    string('related', 'خبرهای مرتبط', {
      widget: 'relation',
      collection: 'articles',
      multiple: true,
      value_field: '{{slug}}',
      display_fields: ['title'],
      search_fields: ['title', 'kicker'],
    }),
    corrections,
    string('type', 'گونه', { widget: 'select', options: options(typeNames) }),
    string('label', 'نشان', { widget: 'select', options: options(labelNames) }),
    string('picked', 'برگزیدهٔ سردبیر', { widget: 'boolean', default: false }),
    ...(hasComments ? [string('comments', 'خوانندگان نظر بدهند', { widget: 'boolean', default: true })] : []),
    ...(hasChannels ? [string('channels', 'در کانال‌ها خبر داده شود', { widget: 'boolean', default: true })] : []),
    string('popular', 'می‌تواند در «پربازدیدترین» بیاید', { widget: 'boolean', default: true }),
    string('draft', 'پیش‌نویس است و منتشر نمی‌شود', { widget: 'boolean', default: !isReviewed }),
    string('aliases', 'نشانی‌های پیشین', { widget: 'chips' }),
    { name: 'moment', label: 'زمان انتشار', widget: 'hidden' },
    written,
  ];
}

/** The check of an entry, by the code of the build. */
export const check: EditorField = { name: 'check', label: 'وارسی', widget: 'check', required: false };
const body: EditorField = {
  name: 'body',
  label: 'متن',
  widget: 'richtext',
  required: false,
  editor_components: ['code-block', 'image'],
};

/** The fields of a page of `content/pages`. */
export function pageEditorFields(): EditorField[] {
  return [
    string('title', 'عنوان', { required: true }),
    address,
    string('lead', 'چکیده', { widget: 'text' }),
    body,
    check,
    string('aliases', 'نشانی‌های پیشین', { widget: 'chips' }),
    written,
  ];
}

/** The fields of a file of `content/authors`. */
export function authorEditorFields(): EditorField[] {
  return [
    string('name', 'نام', { required: true }),
    address,
    string('role', 'سمت'),
    picture([]),
    { ...body, label: 'معرفی' },
    check,
    written,
  ];
}

/** The fields of a file of `content/sections` or `content/tags`. */
export function termEditorFields(kind: 'sections' | 'tags'): EditorField[] {
  const hint =
    kind === 'sections'
      ? 'همان نامی که سرویس در نشانی صفحه‌اش دارد، مانند society.'
      : 'خود برچسب، با خط تیره به جای فاصله.';
  return [
    string('title', 'عنوان صفحه', { hint: 'اگر خالی بماند، نام خودش است.' }),
    { ...address, hint },
    { ...body, label: 'معرفی' },
    check,
    string('lead', 'خبری که صفحه با آن آغاز می‌شود', {
      widget: 'relation',
      collection: 'articles',
      value_field: '{{slug}}',
      display_fields: ['title'],
      search_fields: ['title', 'kicker'],
    }),
    picture([]),
    written,
  ];
}
