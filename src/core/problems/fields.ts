import type { Wording } from './wording.ts';

/** Wording of problems with front-matter fields. */
export const fieldWording = {
  'field-missing': {
    en: { message: 'this field is required.', fix: 'Write:  {example}{noteKind}' },
    fa: { message: 'این فیلد لازم است.', fix: 'بنویسید:  {example}{noteKind}' },
  },
  choice: {
    en: { message: 'expected one of {choices}, found «{found}».', fix: 'Write:  {example}' },
    fa: { message: 'یکی از این‌ها باید باشد: {choices}؛ «{found}» نوشته شده است.', fix: 'بنویسید:  {example}' },
  },
  'list-too-long': {
    en: {
      message: 'expected at most {limit}: each makes pages, or lines on pages.',
      fix: 'Keep those that matter most to readers.',
    },
    fa: {
      message: 'بیش از {limit} تا نمی‌تواند باشد: هر یک صفحه‌ای یا سطری در صفحه‌ها می‌سازد.',
      fix: 'آن‌هایی را نگه دارید که برای خواننده مهم‌ترند.',
    },
  },
  'field-unknown': {
    en: {
      message: 'there is no such field; the nearest is «{nearest}».',
      fix: 'Write:  {nearest}: …  or remove it. All fields: {fields}',
    },
    fa: {
      message: 'چنین فیلدی نیست؛ نزدیک‌ترین «{nearest}» است.',
      fix: 'بنویسید:  {nearest}: …  یا آن را حذف کنید. همهٔ فیلدها: {fields}',
    },
  },
  'field-unread': {
    en: { message: 'there is no such field.', fix: 'Remove it, or write one of these instead: {fields}' },
    fa: { message: 'چنین فیلدی نیست.', fix: 'آن را حذف کنید یا یکی از این‌ها را بنویسید: {fields}' },
  },
  'field-foreign': {
    en: {
      message: '«{name}» is read as {fields}.{more}',
      fix: 'Nothing needs to be done. To write our names:  npm run check -- --fix --front-matter',
    },
    fa: {
      message: '«{name}» همان {fields} خوانده می‌شود.{more}',
      fix: 'کاری لازم نیست. برای نوشتن نام‌های خودمان:  npm run check -- --fix --front-matter',
    },
  },
  'field-unused': {
    en: {
      message: '«{name}» has no effect here.{more}',
      fix: 'Nothing needs to be done. To remove it:  npm run check -- --fix --front-matter',
    },
    fa: {
      message: '«{name}» این‌جا کاری نمی‌کند.{more}',
      fix: 'کاری لازم نیست. برای حذف آن:  npm run check -- --fix --front-matter',
    },
  },
  'text-foreign': {
    en: {
      message: '«{found}» is read as «{text}».{more}',
      fix: 'Nothing needs to be done. To write it like this:  npm run check -- --fix --front-matter',
    },
    fa: {
      message: '«{found}» همان «{text}» خوانده می‌شود.{more}',
      fix: 'کاری لازم نیست. برای نوشتن آن به همین شکل:  npm run check -- --fix --front-matter',
    },
  },
  'text-encoded-twice': {
    en: {
      message: '«{found}» was encoded twice, and readers see «{text}».',
      fix: 'Write:  {line}',
    },
    fa: {
      message: '«{found}» دو بار رمزگذاری شده است و خواننده «{text}» را می‌بیند.',
      fix: 'بنویسید:  {line}',
    },
  },
  'authors-joined': {
    en: { message: '«{found}» is read as the name of one person.', fix: 'If these are several people, write:  {line}' },
    fa: { message: '«{found}» نام یک نفر شمرده می‌شود.', fix: 'اگر چند نفرند، بنویسید:  {line}' },
  },
  'author-number': {
    en: {
      message: '«{found}» is the number of an account in another system, and no author is shown.',
      fix: 'Write the name in its place:  {example}',
    },
    fa: {
      message: '«{found}» شمارهٔ حسابی در سامانه‌ای دیگر است و نویسنده‌ای نشان داده نمی‌شود.',
      fix: 'به جای آن نام را بنویسید:  {example}',
    },
  },
  'list-spaces': {
    en: {
      message: 'spaces do not part the items of a list: «{found}» is read as one tag.',
      fix: 'If these are several, write:  {line}  otherwise:  {other}',
    },
    fa: {
      message: 'فاصله بخش‌های فهرست را جدا نمی‌کند: «{found}» یک برچسب شمرده می‌شود.',
      fix: 'اگر چند تاست، بنویسید:  {line}  وگرنه:  {other}',
    },
  },
  'list-comma': {
    en: {
      message: 'the Persian comma does not part the items of a list: «{found}» is one.',
      fix: 'Write:  {line}',
    },
    fa: { message: '«،» بخش‌های فهرست را جدا نمی‌کند: «{found}» یکی شمرده می‌شود.', fix: 'بنویسید:  {line}' },
  },
  'quotes-curly': {
    en: {
      message: 'the marks “ and ” are no quotation marks of front matter: readers would see them.',
      fix: 'Write:  {line}  or, if it is a quotation, between « and ».',
    },
    fa: {
      message: 'نشان‌های “ و ” در مشخصات خبر گیومه نیستند و خواننده آن‌ها را می‌بیند.',
      fix: 'بنویسید:  {line}  یا اگر نقل‌قول است، میان « و ».',
    },
  },
  'image-alt-missing': {
    en: {
      message: 'the picture has no alt: those who can’t see it don’t learn what it shows.',
      fix: 'Write:  {example}{noteKind}',
    },
    fa: {
      message: 'تصویر alt ندارد و کسی که آن را نمی‌بیند نمی‌داند چه نشان می‌دهد.',
      fix: 'بنویسید:  {example}{noteKind}',
    },
  },
  'id-duplicate': {
    en: {
      message: 'this file and {other} have the same id «{found}», so feed readers would take them for one.',
      fix: 'Give one of the two another id, or remove it there.',
    },
    fa: {
      message: 'این پرونده و {other} یک شناسه دارند («{found}») و خوراک‌خوان‌ها هر دو را یکی می‌شمارند.',
      fix: 'شناسهٔ یکی از آن دو را عوض یا حذف کنید.',
    },
  },
  'field-repeated': {
    en: { message: 'this field occurs twice.', fix: 'Keep one of the two lines.' },
    fa: { message: 'این فیلد دو بار نوشته شده است.', fix: 'یکی از دو خط را نگه دارید.' },
  },
  'field-type': {
    en: { message: 'expected {expectedKind}, found {foundKind}{foundText}.', fix: 'Write:  {example}' },
    fa: { message: 'این‌جا {expectedKind} لازم است، نه {foundKind}{foundText}.', fix: 'بنویسید:  {example}' },
  },
  'fields-conflict': {
    en: { message: '«{other}» says the same thing; only one of the two may be given.', fix: 'Remove one of them.' },
    fa: { message: '«{other}» همین را می‌گوید؛ تنها یکی از این دو را می‌توان نوشت.', fix: 'یکی از آن دو را حذف کنید.' },
  },
  'url-invalid': {
    en: {
      message: 'expected an address that begins with https:// or http://, found «{found}».',
      fix: 'Write:  {example}',
    },
    fa: { message: 'نشانی باید با https:// یا http:// آغاز شود، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'video-host-unknown': {
    en: {
      message: '«{host}» is not among the video hosts of this site ({hosts}).',
      fix: 'Use one of them, or add it to videoHosts in src/config.ts.',
    },
    fa: {
      message: '«{host}» از میزبان‌های ویدئوی این سایت ({hosts}) نیست.',
      fix: 'یکی از آن‌ها را به کار ببرید یا آن را در src/config.ts به videoHosts بیفزایید.',
    },
  },
  'section-unknown': {
    en: { message: 'there is no section «{found}».', fix: 'Write one of:  {sections}' },
    fa: { message: 'سرویسی به نام «{found}» نیست.', fix: 'یکی از این‌ها را بنویسید:  {sections}' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
