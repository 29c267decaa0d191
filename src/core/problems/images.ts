import type { Wording } from './wording.ts';

/** Wording of problems with pictures. */
export const imageWording = {
  'image-missing': {
    en: {
      message:
        'the picture «{src}» was not found, or is not of a supported kind (jpg, png, gif, webp, avif, svg without scripts).',
      fix: 'Put it beside the article, or in public/ and begin its address with /',
    },
    fa: {
      message: 'تصویر «{src}» پیدا نشد یا نمایش‌دادنی نیست (jpg، png، gif، webp، avif یا svg بی اسکریپت).',
      fix: 'آن را کنار خبر بگذارید، یا در public/ و نشانی‌اش را با / آغاز کنید.',
    },
  },
  'image-misspelt': {
    en: {
      message: 'there is no picture «{src}», but one whose name differs in capital letters: «{other}».',
      fix: 'Write:  {other}',
    },
    fa: {
      message: 'تصویر «{src}» نیست، ولی تصویری هست که تنها حرف‌های بزرگ و کوچک نامش فرق دارد: «{other}».',
      fix: 'بنویسید:  {other}',
    },
  },
  'image-type': {
    en: {
      message: 'the file «{src}» is not a picture of a supported kind, despite its name.',
      fix: 'Save it as JPEG, PNG, WebP or AVIF (vector graphics as SVG), and name it accordingly.',
    },
    fa: {
      message: 'پروندهٔ «{src}»، نامش هرچه باشد، تصویری نیست که بتوان در صفحه نشان داد.',
      fix: 'آن را با قالب JPEG، PNG، WebP یا AVIF (و طرح برداری را با SVG) و پسوند درست ذخیره کنید.',
    },
  },
  'image-active': {
    en: {
      message:
        'the picture «{src}» contains more than a drawing: scripts, links to other files, or anything but well-formed XML in UTF-8.',
      fix: 'Save it as «plain» or «optimised» SVG, or as PNG.',
    },
    fa: {
      message:
        'تصویر «{src}» چیزی بیش از طرح دارد: اسکریپت، پیوند به پرونده‌های دیگر یا چیزی که XML درست با رمزگذاری UTF-8 نیست.',
      fix: 'آن را با قالب «Plain SVG» یا «Optimized SVG» یا PNG ذخیره کنید.',
    },
  },
  'image-too-large': {
    en: {
      message: 'the picture «{src}» has {size} bytes; at most {limit} are accepted.',
      fix: 'Save it smaller (a width of 1600 pixels is enough), or raise limits.imageBytes in src/config.ts.',
    },
    fa: {
      message: 'تصویر «{src}» {size} بایت دارد و بیش از {limit} بایت پذیرفته نمی‌شود.',
      fix: 'آن را کوچک‌تر ذخیره کنید (پهنای ۱۶۰۰ پیکسل بس است) یا limits.imageBytes را در src/config.ts بزرگ‌تر کنید.',
    },
  },
  'image-too-many-pixels': {
    en: {
      message: 'the picture «{src}» has {width} × {height} pixels; at most {limit} in total are accepted.',
      fix: 'Scale it down (a width of 1600 pixels is enough), or raise limits.imagePixels in src/config.ts.',
    },
    fa: {
      message: 'تصویر «{src}» {width} در {height} پیکسل است و روی‌هم بیش از {limit} پیکسل پذیرفته نمی‌شود.',
      fix: 'اندازه‌اش را کم کنید (پهنای ۱۶۰۰ پیکسل بس است) یا limits.imagePixels را در src/config.ts بزرگ‌تر کنید.',
    },
  },
  'image-damaged': {
    en: {
      message: 'the picture «{src}» is damaged and can’t be decoded completely.',
      fix: 'Copy or save it again; open it in an image editor to check that it is intact.',
    },
    fa: {
      message: 'تصویر «{src}» آسیب دیده است و تا پایان خوانده نمی‌شود.',
      fix: 'آن را دوباره کپی یا ذخیره کنید؛ سالم بودنش با باز کردن در برنامهٔ ویرایش عکس معلوم می‌شود.',
    },
  },
  'image-remote': {
    en: {
      message: 'the picture is at «{host}», so readers would load it from there; a link stands in its place.',
      fix: 'Save it as a file beside the article, and write  ![what is seen](picture.jpg)  or add «{host}» to pictures.hosts in src/config.ts.',
    },
    fa: {
      message: 'این تصویر در «{host}» است و خواننده آن را از آن‌جا می‌گرفت؛ به جایش پیوند آمده است.',
      fix: 'آن را پرونده‌ای کنار خبر بگذارید و بنویسید:  ![آنچه دیده می‌شود](picture.jpg)  یا «{host}» را در src/config.ts به pictures.hosts بیفزایید.',
    },
  },
  'picture-remote': {
    en: {
      message: 'the picture is at «{host}», so readers would load it from there; it is left out.',
      fix: 'Save it as a file beside the article, and write its name here, or add «{host}» to pictures.hosts in src/config.ts.',
    },
    fa: {
      message: 'این تصویر در «{host}» است و خواننده آن را از آن‌جا می‌گرفت؛ در صفحه نمی‌آید.',
      fix: 'آن را پرونده‌ای کنار خبر بگذارید و نامش را این‌جا بنویسید، یا «{host}» را در src/config.ts به pictures.hosts بیفزایید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
