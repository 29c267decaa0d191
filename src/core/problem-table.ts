interface Wording {
  /** What is wrong, after the place. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** What front matter holds, as messages call it; fills the places whose names end in `Kind`. */
export const valueKinds = {
  text: { en: 'the text', fa: 'متنِ' },
  aText: { en: 'a text', fa: 'متن' },
  list: { en: 'a list', fa: 'فهرست' },
  fields: { en: 'a group of fields', fa: 'گروهی از فیلدها' },
  boolean: { en: 'true or false', fa: 'true یا false' },
  textOrFields: { en: 'a text or a group of fields', fa: 'متن یا گروهی از فیلدها' },
  nothing: { en: 'nothing', fa: 'هیچ' },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** A name of {@link valueKinds}. */
export type ValueKind = keyof typeof valueKinds;

/**
 * The wording of every kind of problem. Names in braces are filled from the problem's values.
 * To add a kind: one entry here, one place that reports it, one case in `tests/core/problem.test.ts`.
 */
export const problemTable = {
  'file-unreadable': {
    en: { message: 'the file can’t be read ({reason}).', fix: 'Check its permissions, or remove it.' },
    fa: { message: 'پرونده خوانده نمی‌شود ({reason}).', fix: 'اجازهٔ خواندن آن را بررسی یا پرونده را حذف کنید.' },
  },
  'file-too-large': {
    en: { message: 'the file has {size} bytes; at most {limit} are read.', fix: 'Split the text, or raise limits.fileBytes in src/config.ts.' },
    fa: { message: 'پرونده {size} بایت دارد و بیش از {limit} بایت خوانده نمی‌شود.', fix: 'متن را چند بخش کنید یا limits.fileBytes را در src/config.ts بزرگ‌تر کنید.' },
  },
  'encoding-invalid': {
    en: { message: 'the file is not valid UTF-8.', fix: 'Save it again as UTF-8 (in most editors: Save with encoding → UTF-8).' },
    fa: { message: 'رمزگذاری پرونده UTF-8 نیست.', fix: 'آن را دوباره با رمزگذاری UTF-8 ذخیره کنید.' },
  },
  'nul-bytes': {
    en: { message: 'the file holds NUL bytes (U+0000), so it is no text.', fix: 'Save it again as UTF-8 text, or remove these bytes.' },
    fa: { message: 'در پرونده بایت صفر (U+0000) هست؛ این پرونده متن نیست.', fix: 'آن را دوباره با رمزگذاری UTF-8 ذخیره یا این بایت‌ها را حذف کنید.' },
  },
  'symlink-outside': {
    en: { message: 'the link leads out of the content folder.', fix: 'Put the file itself here.' },
    fa: { message: 'این پیوند به بیرون از پوشهٔ محتوا می‌رود.', fix: 'خودِ پرونده را این‌جا بگذارید.' },
  },
  'front-matter-missing': {
    en: { message: 'expected front matter between two lines of ---, found none.', fix: 'Begin the file with:  ---, then title, date, tags and source, then ---' },
    fa: { message: 'مشخصات خبر (میان دو خط ---) پیدا نشد.', fix: 'پرونده را با خط --- آغاز کنید، سپس title و date و tags و source و باز خط --- بنویسید.' },
  },
  'front-matter-unclosed': {
    en: { message: 'the front matter that opens here is not closed.', fix: 'Write a line of --- after its last field.' },
    fa: { message: 'مشخصات خبر از این‌جا آغاز شده و بسته نشده است.', fix: 'پس از آخرین فیلد یک خط --- بنویسید.' },
  },
  'front-matter-language': {
    en: { message: 'expected YAML front matter, found «---{language}»; nothing else is read, and no code is run.', fix: 'Write:  ---' },
    fa: { message: 'مشخصات خبر باید YAML باشد، نه «---{language}»؛ هیچ کدی اجرا نمی‌شود.', fix: 'بنویسید:  ---' },
  },
  'yaml-invalid': {
    en: { message: 'the front matter is not valid YAML: {reason}', fix: 'Put texts that hold : # [ ] {open} {close} or quotes between quotation marks, as in  title: "تهران: شهر ما"' },
    fa: { message: 'YAML مشخصات خبر درست نیست: {reason}', fix: 'متنی را که : یا # یا [ ] یا {open} {close} یا گیومه دارد میان دو نشان " بگذارید، مانند  title: "تهران: شهر ما"' },
  },
  'yaml-aliases': {
    en: { message: 'the YAML aliases (*name) of the front matter unfold to too much.', fix: 'Write the values out, without & and *.' },
    fa: { message: 'نام‌های مستعار YAML (‎*name) در مشخصات خبر بیش از اندازه باز می‌شوند.', fix: 'مقدارها را بی & و * بنویسید.' },
  },
  'yaml-not-fields': {
    en: { message: 'expected fields («name: value») in the front matter, found {foundKind}.', fix: 'Write one field a line, as in  title: …' },
    fa: { message: 'در مشخصات خبر باید فیلد («نام: مقدار») باشد، نه {foundKind}.', fix: 'هر فیلد را در یک خط بنویسید، مانند  title: …' },
  },
  'field-missing': {
    en: { message: 'this field is required.', fix: 'Write:  {example}' },
    fa: { message: 'این فیلد لازم است.', fix: 'بنویسید:  {example}' },
  },
  'field-unknown': {
    en: { message: 'there is no such field; the nearest is «{nearest}».', fix: 'Write:  {nearest}: …  or remove it. All fields: {fields}' },
    fa: { message: 'چنین فیلدی نیست؛ نزدیک‌ترین «{nearest}» است.', fix: 'بنویسید:  {nearest}: …  یا آن را حذف کنید. همهٔ فیلدها: {fields}' },
  },
  'field-repeated': {
    en: { message: 'this field stands twice.', fix: 'Keep one of the two lines.' },
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
  'date-form': {
    en: { message: 'expected a Jalali or Gregorian date, found «{found}».', fix: 'Write:  {field}: "1404/07/24 10:30"  or  {field}: 2025-10-16T10:30:00+03:30' },
    fa: { message: 'تاریخ شمسی یا میلادی لازم است، نه «{found}».', fix: 'بنویسید:  {field}: "1404/07/24 10:30"  یا  {field}: 2025-10-16T10:30:00+03:30' },
  },
  'date-impossible': {
    en: { message: 'there is no such day or hour: «{found}».', fix: 'Check the day, the month and leap years (1403 and 1408 are; 1404 to 1407 are not).' },
    fa: { message: 'چنین روز یا ساعتی نیست: «{found}».', fix: 'روز و ماه و کبیسه بودن سال را بررسی کنید (۱۴۰۳ و ۱۴۰۸ کبیسه‌اند و ۱۴۰۴ تا ۱۴۰۷ نه).' },
  },
  'date-rolls-over': {
    en: { message: 'there is no such day: «{found}»; without quotation marks, YAML would silently make it {rolled}.', fix: 'Write the right day, in quotation marks:  {field}: "{rolled}"' },
    fa: { message: 'چنین روزی نیست: «{found}»؛ بی گیومه، YAML آن را بی‌صدا {rolled} می‌خواند.', fix: 'روز درست را میان دو نشان " بنویسید:  {field}: "{rolled}"' },
  },
  'url-invalid': {
    en: { message: 'expected an address that begins with https:// or http://, found «{found}».', fix: 'Write:  {example}' },
    fa: { message: 'نشانی باید با https:// یا http:// آغاز شود، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'video-host-unknown': {
    en: { message: '«{host}» is not among the video hosts of this site ({hosts}).', fix: 'Use one of them, or add it to videoHosts in src/config.ts.' },
    fa: { message: '«{host}» از میزبان‌های ویدئوی این سایت ({hosts}) نیست.', fix: 'یکی از آن‌ها را به کار ببرید یا آن را در src/config.ts به videoHosts بیفزایید.' },
  },
  'section-unknown': {
    en: { message: 'there is no section «{found}».', fix: 'Write one of:  {sections}' },
    fa: { message: 'سرویسی به نام «{found}» نیست.', fix: 'یکی از این‌ها را بنویسید:  {sections}' },
  },
  'body-empty': {
    en: { message: 'the article has no text.', fix: 'Write the text below the front matter, or set  draft: true' },
    fa: { message: 'خبر متن ندارد.', fix: 'متن را زیر مشخصات خبر بنویسید یا  draft: true  بگذارید.' },
  },
  'slug-empty': {
    en: { message: 'the file’s name has no letter or digit to make an address of.', fix: 'Rename it, as in  shahr-ketab.md' },
    fa: { message: 'نام پرونده حرف یا رقمی ندارد که نشانی خبر از آن ساخته شود.', fix: 'نامش را عوض کنید، مانند  shahr-ketab.md' },
  },
  'slug-too-long': {
    en: { message: 'the address made of the file’s name has {bytes} bytes; at most {limit} are possible.', fix: 'Give the file a shorter name (a Persian letter takes 2 bytes).' },
    fa: { message: 'نشانی‌ای که از نام پرونده ساخته می‌شود {bytes} بایت دارد و بیش از {limit} بایت ممکن نیست.', fix: 'نام کوتاه‌تری به پرونده بدهید (هر حرف فارسی ۲ بایت است).' },
  },
  'slug-duplicate': {
    en: { message: 'this file and {other} have the same address «{slug}».', fix: 'Rename one of the two.' },
    fa: { message: 'این پرونده و {other} یک نشانی دارند: «{slug}».', fix: 'نام یکی از آن دو را عوض کنید.' },
  },
  'page-reserved': {
    en: { message: 'the address /{slug}/ belongs to the site itself.', fix: 'Give the page’s file another name.' },
    fa: { message: 'نشانی ‎/{slug}/‎ از آنِ خود سایت است.', fix: 'نام دیگری به پروندهٔ صفحه بدهید.' },
  },
  'link-broken': {
    en: { message: 'the link leads to the article «{slug}», which does not exist.{hint}', fix: 'Correct the link, or remove it.' },
    fa: { message: 'پیوند به خبر «{slug}» می‌رود که وجود ندارد.{hint}', fix: 'پیوند را درست یا حذف کنید.' },
  },
  'link-unpublished': {
    en: { message: 'the link leads to {other}, which is not published (a draft, or its date is still to come).', fix: 'Remove the link until then, or publish both together.' },
    fa: { message: 'پیوند به {other} می‌رود که منتشر نشده است (پیش‌نویس است یا زمانش نرسیده).', fix: 'تا آن زمان پیوند را بردارید یا هر دو را با هم منتشر کنید.' },
  },
  'related-unknown': {
    en: { message: 'there is no article «{slug}» to pin.{hint}', fix: 'Write the name of an article’s file, without .md' },
    fa: { message: 'خبری با نشانی «{slug}» نیست.{hint}', fix: 'نام پروندهٔ یک خبر را بی ‎.md بنویسید.' },
  },
  'image-missing': {
    en: { message: 'the picture «{src}» is not there.', fix: 'Put it beside the article, or in public/ and begin its address with /' },
    fa: { message: 'تصویر «{src}» پیدا نشد.', fix: 'آن را کنار خبر بگذارید، یا در public/ و نشانی‌اش را با / آغاز کنید.' },
  },
  'media-missing': {
    en: { message: 'the file «{src}» is not there.', fix: 'Put it beside the article, or in public/ and begin its address with /' },
    fa: { message: 'پروندهٔ «{src}» پیدا نشد.', fix: 'آن را کنار خبر بگذارید، یا در public/ و نشانی‌اش را با / آغاز کنید.' },
  },
  'alias-invalid': {
    en: { message: 'expected an old path of this site that begins with /, found «{found}».', fix: 'Write:  aliases: [/old/path/]' },
    fa: { message: 'نشانی قدیمی باید با / آغاز شود، نه «{found}».', fix: 'بنویسید:  aliases: [/old/path/]' },
  },
  'alias-reserved': {
    en: { message: 'the address «{alias}» belongs to the site itself.', fix: 'Remove this alias.' },
    fa: { message: 'نشانی «{alias}» از آنِ خود سایت است.', fix: 'این نشانی را حذف کنید.' },
  },
  'alias-collides': {
    en: { message: 'the address «{alias}» is taken by {other}.', fix: 'Remove this alias, or change the other.' },
    fa: { message: 'نشانی «{alias}» از آنِ {other} است.', fix: 'این نشانی را حذف کنید یا آن دیگری را تغییر دهید.' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
