import type { Wording } from './wording.ts';

/** Wording of problems with a whole file: its encoding and its body. */
export const fileWording = {
  'file-unreadable': {
    en: { message: 'the file can’t be read ({reason}).', fix: 'Check its permissions, or remove it.' },
    fa: { message: 'پرونده خوانده نمی‌شود ({reason}).', fix: 'اجازهٔ خواندن آن را بررسی یا پرونده را حذف کنید.' },
  },
  'file-too-large': {
    en: {
      message: 'the file has {size} bytes; at most {limit} are read.',
      fix: 'Split the text, or raise limits.fileBytes in src/config.ts.',
    },
    fa: {
      message: 'پرونده {size} بایت دارد و بیش از {limit} بایت خوانده نمی‌شود.',
      fix: 'متن را چند بخش کنید یا limits.fileBytes را در src/config.ts بزرگ‌تر کنید.',
    },
  },
  'encoding-invalid': {
    en: {
      message: 'the file is not valid UTF-8.',
      fix: 'Save it again as UTF-8 (in most editors: Save with encoding → UTF-8).',
    },
    fa: { message: 'رمزگذاری پرونده UTF-8 نیست.', fix: 'آن را دوباره با رمزگذاری UTF-8 ذخیره کنید.' },
  },
  'nul-bytes': {
    en: {
      message: 'the file contains NUL bytes (U+0000), so it is not text.',
      fix: 'Save it again as UTF-8 text, or remove these bytes.',
    },
    fa: {
      message: 'در پرونده بایت صفر (U+0000) هست؛ این پرونده متن نیست.',
      fix: 'آن را دوباره با رمزگذاری UTF-8 ذخیره یا این بایت‌ها را حذف کنید.',
    },
  },
  'symlink-outside': {
    en: { message: 'the link leads out of the content folder.', fix: 'Put the file itself here.' },
    fa: { message: 'این پیوند به بیرون از پوشهٔ محتوا می‌رود.', fix: 'خودِ پرونده را این‌جا بگذارید.' },
  },
  'rule-unknown': {
    en: { message: 'the comment switches off «{found}», which is not a rule.', fix: 'Write one of:  {rules}' },
    fa: {
      message: 'این یادداشت «{found}» را خاموش می‌کند که نام هیچ قاعده‌ای نیست.',
      fix: 'یکی از این‌ها را بنویسید:  {rules}',
    },
  },
  'html-dropped': {
    en: {
      message: '<{element}> does not reach the page, and what it shows is lost.',
      fix: 'Write a link in its place:  {example}  or remove it.',
    },
    fa: {
      message: '«{element}» در صفحه نمی‌آید و آنچه نشان می‌دهد از دست می‌رود.',
      fix: 'به جای آن پیوند بگذارید:  {example}  یا آن را حذف کنید.',
    },
  },
  'html-video': {
    en: {
      message: '<{element}> does not reach the page, and its video is lost.',
      fix: 'Remove it here, and write in the front matter:  {example}',
    },
    fa: {
      message: '«{element}» در صفحه نمی‌آید و ویدئوی آن از دست می‌رود.',
      fix: 'آن را از متن حذف کنید و در مشخصات خبر بنویسید:  {example}',
    },
  },
  'link-unclosed': {
    en: {
      message: 'this <a> is not closed in its paragraph, and its link is lost.',
      fix: 'Write </a> after its text, or write it in markdown:  {example}',
    },
    fa: {
      message: 'این «<a>» در بند خود بسته نشده است و پیوندش از دست می‌رود.',
      fix: 'پس از متن آن </a> بگذارید، یا آن را با مارک‌داون بنویسید:  {example}',
    },
  },
  'image-address': {
    en: {
      message: 'the picture at «{src}» is left out: it is not at a web address.',
      fix: 'Save it as a file beside the article, and write  ![what is seen](picture.jpg)',
    },
    fa: {
      message: 'تصویر «{src}» در صفحه نمی‌آید: نشانی آن از وب نیست.',
      fix: 'آن را پرونده‌ای کنار خبر بگذارید و بنویسید:  ![آنچه دیده می‌شود](picture.jpg)',
    },
  },
  'link-address': {
    en: {
      message: 'the link to «{address}» is left out: it leads neither to the web nor to a page or file of this site.',
      fix: 'Write web addresses with https://, and put files into public/, as in  [report](/media/report.pdf)',
    },
    fa: {
      message: 'پیوند به «{address}» در صفحه نمی‌آید: نه به وب می‌رود و نه به صفحه یا پرونده‌ای از این سایت.',
      fix: 'نشانی وب را با https:// بنویسید و پرونده‌ها را در public/ بگذارید، مانند  [گزارش](/media/report.pdf)',
    },
  },
  'definition-unused': {
    en: {
      message: '«{found}» does not reach the page: nothing in the text refers to it, or its name is taken above.',
      fix: 'Refer to it by its name in brackets; where it is text, write a backslash before it:  \\[',
    },
    fa: {
      message: '«{found}» در صفحه نمی‌آید: جایی از متن به آن ارجاع نمی‌دهد، یا نامش پیش‌تر به کار رفته است.',
      fix: 'در متن با نامش در کروشه به آن ارجاع دهید؛ اگر خودش متن است، پیش از آن یک ممیز وارونه بگذارید:  \\[',
    },
  },
  'footnote-missing': {
    en: {
      message: 'the footnote {found} is nowhere in the text, so readers see its mark as typed.',
      fix: 'Write it on a line of its own, as in  {found}: …  or remove the mark.',
    },
    fa: {
      message: 'پانوشت {found} در متن نیست و خوانندگان نشانهٔ آن را همان‌گونه که نوشته شده می‌بینند.',
      fix: 'آن را در سطری جداگانه بنویسید، مانند  {found}: …  یا نشانه را حذف کنید.',
    },
  },
  'cell-lost': {
    en: {
      message: '«{found}» does not reach the page: its row has more cells than the table has headings.',
      fix: 'Add a heading and a --- for each column; where | is a sign, write  \\|',
    },
    fa: {
      message: '«{found}» در صفحه نمی‌آید: سطر آن بیش از سرستون‌های جدول خانه دارد.',
      fix: 'برای هر ستون یک سرستون و یک --- بیفزایید؛ اگر | نشانه‌ای در متن است، بنویسید  \\|',
    },
  },
  'html-markdown': {
    en: {
      message: '«{found}» is shown as typed: the HTML that begins here runs to the next empty line.',
      fix: 'Leave an empty line between HTML and markdown.',
    },
    fa: {
      message: '«{found}» همان‌گونه که نوشته شده دیده می‌شود: HTML از این‌جا تا سطر خالی بعدی ادامه دارد.',
      fix: 'میان HTML و مارک‌داون یک سطر خالی بگذارید.',
    },
  },
  'comment-open': {
    en: {
      message: 'the comment «{found}» has no end, so nothing after it reaches the page.',
      fix: 'Write  -->  where it ends.',
    },
    fa: {
      message: 'یادداشت «{found}» پایان ندارد و آنچه پس از آن است در صفحه نمی‌آید.',
      fix: 'در پایان یادداشت بنویسید  -->',
    },
  },
  'body-empty': {
    en: { message: 'the article has no text.', fix: 'Write the text below the front matter, or set  draft: true' },
    fa: { message: 'خبر متن ندارد.', fix: 'متن را زیر مشخصات خبر بنویسید یا  draft: true  بگذارید.' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
