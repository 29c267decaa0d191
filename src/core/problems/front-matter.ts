import type { Wording } from './wording.ts';

/** Wording of problems with the front matter as a whole: its position and its syntax. */
export const frontMatterWording = {
  'front-matter-missing': {
    en: {
      message: 'expected front matter between two lines of ---, found none.',
      fix: 'Begin the file with:  ---, then title, date, tags and source, then ---',
    },
    fa: {
      message: 'مشخصات خبر (میان دو خط ---) پیدا نشد.',
      fix: 'پرونده را با خط --- آغاز کنید، سپس title و date و tags و source و باز خط --- بنویسید.',
    },
  },
  'front-matter-late': {
    en: {
      message: 'the front matter does not begin in the first line: blank lines or invisible marks come before it.',
      fix: 'Remove everything before the line of {fence}',
    },
    fa: {
      message: 'مشخصات خبر از آغاز خط نخست نوشته نشده است: پیش از آن خط خالی یا نویسهٔ ناپیدا هست.',
      fix: 'هرچه پیش از خط {fence} است حذف کنید.',
    },
  },
  'front-matter-below': {
    en: {
      message: 'the front matter begins only here, after other text.',
      fix: 'Move the lines from this {fence} to the next to the beginning of the file.',
    },
    fa: {
      message: 'مشخصات خبر تازه از این‌جا و پس از متن دیگری آغاز می‌شود.',
      fix: 'خط‌های میان این {fence} و {fence} بعدی را با خود آن دو به آغاز پرونده ببرید.',
    },
  },
  'front-matter-unclosed': {
    en: {
      message: 'the front matter is not closed; this is its last field.',
      fix: 'Write below this line a line of  {fence}',
    },
    fa: {
      message: 'آخرین فیلد مشخصات خبر این است و چیزی مشخصات را نمی‌بندد.',
      fix: 'زیر این خط خطی بنویسید:  {fence}',
    },
  },
  'fence-absent': {
    en: {
      message: 'the fields of the front matter begin here, and nothing opens it.',
      fix: 'Write above this line a line of  {fence}',
    },
    fa: {
      message: 'فیلدهای مشخصات خبر از این‌جا آغاز می‌شود و چیزی مشخصات را باز نمی‌کند.',
      fix: 'بالای این خط خطی بنویسید:  {fence}',
    },
  },
  'fence-form': {
    en: { message: '«{found}» neither opens nor closes this front matter.', fix: 'Write in this line only  {fence}' },
    fa: { message: '«{found}» این مشخصات خبر را نه باز می‌کند و نه می‌بندد.', fix: 'در این خط تنها بنویسید:  {fence}' },
  },
  'fence-joined': {
    en: {
      message: '«{found}» holds a field in the line that opens the front matter.',
      fix: 'Write in this line only  {fence}  and below it:  {rest}',
    },
    fa: {
      message: 'در «{found}» فیلدی در همان خطی آمده که مشخصات خبر را باز می‌کند.',
      fix: 'در این خط تنها بنویسید:  {fence}  و زیر آن:  {rest}',
    },
  },
  'front-matter-too-long': {
    en: {
      message: 'the front matter has {size} characters; at most {limit} are read.',
      fix: 'Move the text below the line of --- that closes it.',
    },
    fa: {
      message: 'مشخصات خبر {size} نویسه دارد و بیش از {limit} نویسه خوانده نمی‌شود.',
      fix: 'متن خبر را زیر خط --- که مشخصات را می‌بندد بنویسید.',
    },
  },
  'front-matter-language': {
    en: {
      message:
        'expected front matter in YAML, TOML or JSON, found «{language}»; nothing else is read, and no code is run.',
      fix: 'Write YAML between two lines of ---',
    },
    fa: {
      message: 'مشخصات خبر باید YAML یا TOML یا JSON باشد، نه «{language}»؛ هیچ کدی اجرا نمی‌شود.',
      fix: 'آن را با YAML میان دو خط --- بنویسید.',
    },
  },
  'yaml-invalid': {
    en: {
      message: 'the front matter is not valid YAML: {reasonKind}',
      fix: 'Put texts that contain : # [ ] {open} {close} or quotes between quotation marks, as in  title: "تهران: شهر ما"',
    },
    fa: {
      message: 'YAML مشخصات خبر درست نیست: {reasonKind}',
      fix: 'متنی را که : یا # یا [ ] یا {open} {close} یا گیومه دارد میان دو نشان " بگذارید، مانند  title: "تهران: شهر ما"',
    },
  },
  'yaml-line': {
    en: { message: 'the front matter is not valid YAML: {reasonKind}', fix: 'Write:  {line}' },
    fa: { message: 'YAML مشخصات خبر درست نیست: {reasonKind}', fix: 'بنویسید:  {line}' },
  },
  'toml-invalid': {
    en: {
      message: 'the front matter is not valid TOML from here on.',
      fix: 'Write each field as in  title = "تهران"  and lists as in  tags = ["ایران", "اقتصاد"]',
    },
    fa: {
      message: 'TOML مشخصات خبر از این‌جا درست نیست.',
      fix: 'هر فیلد را مانند  title = "تهران"  و فهرست‌ها را مانند  tags = ["ایران", "اقتصاد"]  بنویسید.',
    },
  },
  'json-invalid': {
    en: {
      message: 'the front matter is not valid JSON from here on.',
      fix: 'Write each field as in  "title": "تهران"  with a comma between fields.',
    },
    fa: {
      message: 'JSON مشخصات خبر از این‌جا درست نیست.',
      fix: 'هر فیلد را مانند  "title": "تهران"  بنویسید و میان فیلدها ویرگول لاتین بگذارید.',
    },
  },
  'toml-line': {
    en: { message: 'this line of the front matter is not valid TOML.', fix: 'Write:  {line}' },
    fa: { message: 'این خط از مشخصات خبر TOML درستی نیست.', fix: 'بنویسید:  {line}' },
  },
  'json-line': {
    en: { message: 'this line of the front matter is not valid JSON.', fix: 'Write:  {line}' },
    fa: { message: 'این خط از مشخصات خبر JSON درستی نیست.', fix: 'بنویسید:  {line}' },
  },
  'hash-cut': {
    en: {
      message: 'a # after a space begins a note, so «{hash}» and what follows it is cut off.',
      fix: 'Write:  {line}',
    },
    fa: {
      message: 'نشان # پس از فاصله یادداشت را آغاز می‌کند و «{hash}» و پس از آن خوانده نمی‌شود.',
      fix: 'بنویسید:  {line}',
    },
  },
  'colon-space': {
    en: { message: 'the name of a field, a colon and an ordinary space are expected here.', fix: 'Write:  {line}' },
    fa: { message: 'پس از نام فیلد باید دونقطه و یک فاصلهٔ معمولی باشد.', fix: 'بنویسید:  {line}' },
  },
  'comma-persian': {
    en: { message: 'the Persian comma does not part items here.', fix: 'Write:  {line}' },
    fa: { message: '«،» این‌جا چیزی را جدا نمی‌کند؛ ویرگول لاتین لازم است.', fix: 'بنویسید:  {line}' },
  },
  'quotes-inside': {
    en: { message: 'the text contains the quotation mark that it is written in.', fix: 'Write:  {line}' },
    fa: { message: 'در میان متن همان نشانی آمده که متن با آن باز و بسته می‌شود.', fix: 'بنویسید:  {line}' },
  },
  'field-indented': {
    en: { message: 'there are spaces before this field that do not match the lines around it.', fix: 'Write:  {line}' },
    fa: { message: 'پیش از این فیلد فاصله‌ای هست که با خط‌های دور و برش نمی‌خواند.', fix: 'بنویسید:  {line}' },
  },
  'line-unindented': {
    en: {
      message: 'this line is no field («name: value»); if it goes on with the text above, spaces must come before it.',
      fix: 'Write:  {line}',
    },
    fa: {
      message: 'این خط فیلد («نام: مقدار») نیست؛ اگر دنبالهٔ متن بالاست، پیش از آن فاصله لازم است.',
      fix: 'بنویسید:  {line}',
    },
  },
  'quote-unclosed': {
    en: {
      message: 'the quotation that opens here with {quote} is not closed.',
      fix: 'Write {quote} at its end as well:  {line}',
    },
    fa: {
      message: 'نقل‌قولی که این‌جا با {quote} باز شده بسته نشده است.',
      fix: 'در پایان آن هم {quote} بگذارید:  {line}',
    },
  },
  'colon-unquoted': {
    en: { message: 'the text contains a colon, so YAML reads it as another field.', fix: 'Write:  {line}' },
    fa: { message: 'متن دونقطه دارد و YAML آن را فیلد دیگری می‌پندارد.', fix: 'بنویسید:  {line}' },
  },
  'yaml-aliases': {
    en: {
      message: 'the YAML aliases (*name) of the front matter expand to too much.',
      fix: 'Write the values out, without & and *.',
    },
    fa: {
      message: 'نام‌های مستعار YAML (‎*name) در مشخصات خبر بیش از اندازه باز می‌شوند.',
      fix: 'مقدارها را بی & و * بنویسید.',
    },
  },
  'yaml-not-fields': {
    en: {
      message: 'expected fields («name: value») in the front matter, found {foundKind}.',
      fix: 'Write one field a line, as in  title: …',
    },
    fa: {
      message: 'در مشخصات خبر باید فیلد («نام: مقدار») باشد، نه {foundKind}.',
      fix: 'هر فیلد را در یک خط بنویسید، مانند  title: …',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
