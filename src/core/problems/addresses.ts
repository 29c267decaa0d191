import type { Wording } from './wording.ts';

/** Wording of problems with addresses, links, formulas and referenced files. */
export const addressWording = {
  'slug-empty': {
    en: {
      message: 'the file name has no letter or digit to form an address from.',
      fix: 'Rename it, as in  shahr-ketab.md',
    },
    fa: {
      message: 'نام پرونده حرف یا رقمی ندارد که نشانی خبر از آن ساخته شود.',
      fix: 'نامش را عوض کنید، مانند  shahr-ketab.md',
    },
  },
  'slug-too-long': {
    en: {
      message: 'the address formed from the file name has {bytes} bytes; at most {limit} are allowed.',
      fix: 'Give the file a shorter name (a Persian letter takes 2 bytes).',
    },
    fa: {
      message: 'نشانی‌ای که از نام پرونده ساخته می‌شود {bytes} بایت دارد و بیش از {limit} بایت ممکن نیست.',
      fix: 'نام کوتاه‌تری به پرونده بدهید (هر حرف فارسی ۲ بایت است).',
    },
  },
  'slug-device': {
    en: {
      message: 'Windows reserves the name «{slug}» for a device, so the page could not be stored there.',
      fix: 'Give the file a longer name.',
    },
    fa: {
      message: 'ویندوز نام «{slug}» را برای یک دستگاه نگه داشته است و صفحه‌ای به این نام آن‌جا ذخیره نمی‌شود.',
      fix: 'نام بلندتری به پرونده بدهید.',
    },
  },
  'slug-duplicate': {
    en: { message: 'this file and {other} have the same address «{slug}».', fix: 'Rename one of the two.' },
    fa: { message: 'این پرونده و {other} یک نشانی دارند: «{slug}».', fix: 'نام یکی از آن دو را عوض کنید.' },
  },
  'file-copy': {
    en: {
      message: 'this file and {other} have the same {sameKind}, and both are published.',
      fix: 'Delete one of the two, or write in its front matter:  draft: true',
    },
    fa: {
      message: '{sameKind} این پرونده و {other} یکی است و هر دو منتشر می‌شوند.',
      fix: 'یکی از آن دو را حذف کنید یا در مشخصاتش بنویسید:  draft: true',
    },
  },
  'author-duplicate': {
    en: { message: 'this file and {other} both describe «{name}».', fix: 'Merge the two, or correct the name.' },
    fa: { message: 'این پرونده و {other} هر دو دربارهٔ «{name}» هستند.', fix: 'آن دو را یکی کنید یا نام را درست کنید.' },
  },
  'page-reserved': {
    en: { message: 'the address /{slug}/ belongs to the site itself.', fix: 'Give the page’s file another name.' },
    fa: { message: 'نشانی ‎/{slug}/‎ از آنِ خود سایت است.', fix: 'نام دیگری به پروندهٔ صفحه بدهید.' },
  },
  'link-broken': {
    en: {
      message: 'the link leads to the article «{slug}», which does not exist.{hint}',
      fix: 'Correct the link, or remove it.',
    },
    fa: { message: 'پیوند به خبر «{slug}» می‌رود که وجود ندارد.{hint}', fix: 'پیوند را درست یا حذف کنید.' },
  },
  'link-unpublished': {
    en: {
      message: 'the link leads to {other}, which is not published (a draft, or its date is still to come).',
      fix: 'Remove the link until then, or publish both together.',
    },
    fa: {
      message: 'پیوند به {other} می‌رود که منتشر نشده است (پیش‌نویس است یا زمانش نرسیده).',
      fix: 'تا آن زمان پیوند را بردارید یا هر دو را با هم منتشر کنید.',
    },
  },
  'related-unknown': {
    en: {
      message: 'there is no article «{slug}» to pin.{hint}',
      fix: 'Write the name of an article’s file, without .md',
    },
    fa: { message: 'خبری با نشانی «{slug}» نیست.{hint}', fix: 'نام پروندهٔ یک خبر را بی ‎.md بنویسید.' },
  },
  'media-missing': {
    en: {
      message: 'the file «{src}» was not found.',
      fix: 'Put it beside the article, or in public/ and begin its address with /',
    },
    fa: {
      message: 'پروندهٔ «{src}» پیدا نشد.',
      fix: 'آن را کنار خبر بگذارید، یا در public/ و نشانی‌اش را با / آغاز کنید.',
    },
  },
  'captions-invalid': {
    en: {
      message: 'the file «{src}» holds no WebVTT captions: its first line must begin with WEBVTT.',
      fix: 'Save the captions as WebVTT (.vtt), encoded in UTF-8.',
    },
    fa: {
      message: 'پروندهٔ «{src}» زیرنویس WebVTT نیست؛ نخستین خط آن باید با WEBVTT آغاز شود.',
      fix: 'زیرنویس را با قالب WebVTT (پسوند vtt) و رمزگذاری UTF-8 ذخیره کنید.',
    },
  },
  'captions-unused': {
    en: {
      message: 'captions are shown in our own player only, not in that of a video host.',
      fix: 'Remove them, or name the file of the video:  {example}',
    },
    fa: {
      message: 'زیرنویس تنها در پخش‌کنندهٔ خود سایت دیده می‌شود، نه در پخش‌کنندهٔ میزبان ویدئو.',
      fix: 'آن را حذف کنید، یا پروندهٔ فیلم را بنویسید:  {example}',
    },
  },
  'alias-invalid': {
    en: {
      message:
        'expected an old address of this site: a path that begins with /, and name=value pairs after ? if it had any; found «{found}».',
      fix: 'Write:  {example}',
    },
    fa: {
      message:
        'نشانی قدیمی باید مسیری در همین سایت باشد که با / آغاز می‌شود و اگر ? دارد پس از آن «نام=مقدار» می‌آید، نه «{found}».',
      fix: 'بنویسید:  {example}',
    },
  },
  'alias-title': {
    en: {
      message: '«{found}» is a title, not an old path of this site, and leads nowhere.',
      fix: 'Remove it, or write the old path, as in  aliases: [/old/path/]',
    },
    fa: {
      message: '«{found}» عنوان است نه نشانی قدیمی، و به جایی نمی‌رسد.',
      fix: 'آن را حذف کنید یا نشانی قدیمی را بنویسید، مانند  aliases: [/old/path/]',
    },
  },
  'alias-reserved': {
    en: { message: 'the address «{alias}» belongs to the site itself.', fix: 'Remove this old address.' },
    fa: { message: 'نشانی «{alias}» از آنِ خود سایت است.', fix: 'این نشانی را حذف کنید.' },
  },
  'alias-collides': {
    en: { message: 'the address «{alias}» is taken by {other}.', fix: 'Remove this old address, or change the other.' },
    fa: { message: 'نشانی «{alias}» از آنِ {other} است.', fix: 'این نشانی را حذف کنید یا آن دیگری را تغییر دهید.' },
  },
  'redirect-form': {
    en: {
      message: 'expected an old address and the new one, separated by a space; found «{found}».',
      fix: 'Write, as in  {example}',
    },
    fa: {
      message: 'در هر سطر نشانی قدیمی می‌آید و پس از یک فاصله نشانی تازه، نه «{found}».',
      fix: 'بنویسید، مانند  {example}',
    },
  },
  'redirect-to': {
    en: {
      message: 'expected a path of this site to lead to, without ? and #, found «{found}».',
      fix: 'Write:  {example}',
    },
    fa: { message: 'نشانی تازه باید مسیری در همین سایت باشد، بی ? و #، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'redirect-outside': {
    en: {
      message: '«{found}» is an address of another site, and this file leads to addresses of this site only.',
      fix: 'Write it into public/_redirects, which some hosts follow:  {example}',
    },
    fa: {
      message: '«{found}» نشانی سایتی دیگر است و این پرونده تنها به نشانی‌های همین سایت می‌رساند.',
      fix: 'آن را در public/_redirects بنویسید که برخی میزبان‌ها از آن پیروی می‌کنند:  {example}',
    },
  },
  'redirect-circle': {
    en: {
      message: 'the old addresses lead in a circle, back to «{found}».',
      fix: 'Write the address of a page as the new one.',
    },
    fa: {
      message: 'این نشانی‌های قدیمی به هم می‌رسند و باز به «{found}».',
      fix: 'به‌جای نشانی تازه، نشانی یک صفحه را بنویسید.',
    },
  },
  'formula-invalid': {
    en: {
      message: 'the formula «{formula}» can’t be read as TeX, so readers see it as typed.',
      fix: 'Check its braces and the names of its commands; where it is no formula, write \\$ for each dollar sign.',
    },
    fa: {
      message: 'فرمول «{formula}» را به زبان TeX نمی‌توان خواند و خوانندگان آن را همان‌گونه که نوشته شده می‌بینند.',
      fix: 'آکولادها و نام فرمان‌هایش را بررسی کنید؛ اگر فرمول نیست، به‌جای هر نشان دلار \\$ بنویسید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
