/** A sample article: the front matter, as it is written in files, and the text. */
export interface SampleStory {
  slug: string;
  fields: readonly string[];
  text?: string;
}

const picture = (name: string, alt: string): string => `image: {src: /${name}.svg, alt: ${alt}}`;

/** The sample articles in the order of the theme page. The first has every field and every kind of text. */
export const stories: readonly SampleStory[] = [
  {
    slug: 'bagh-ketab',
    fields: [
      'title: باغ کتاب در ساحل رودخانه به روی خوانندگان باز شد',
      'kicker: گزارش فرهنگی',
      'date: 1405/09/08 10:30',
      'updated: 1405/09/09',
      'lead: باغی با دوازده هزار کتاب، صد صندلی چوبی و یک قهوه‌خانهٔ کوچک، صبح امروز درهایش را گشود؛ نخستین مهمانان دانش‌آموزان دبستان روبه‌رو بودند.',
      'dateline: بندر',
      'section: فرهنگ',
      'type: گزارش',
      'authors: [مینا ساحلی, Sara Ahmadi]',
      'source: {name: خبرگزاری کاوش, url: "https://kavosh.example/"}',
      'tags: [کتاب, کتابخانهٔ عمومی, رودخانه, بازسازی, C++]',
      'image: {src: /river.svg, alt: رودخانه و پل در غروب, caption: باغ کتاب در غروب نخستین روز, credit: رضا کیانی}',
      'video: {url: "https://www.aparat.com/v/abc", title: گشتی در باغ کتاب}',
      'corrections: [{date: 1405/09/09, text: شمار کتاب‌ها در نسخهٔ نخست این خبر ده هزار نوشته شده بود؛ دوازده هزار درست است.}]',
    ],
    text: `نخستین خوانندگان پیش از گشوده شدن درها در صف بودند. **فهرست کتاب‌ها** را می‌شود در [وبگاه باغ](https://bagh.example/) دید، *رایگان* و بی ثبت‌نام.[^1] نشانی درگاه \`/garden\` است و تلفن آن ۰۲۱-۸۸۷۶۵۴۳۲.

## قفسه‌ها

### طبقهٔ نخست

- داستان
  - داستان کوتاه
  - رمان
- شعر و نمایشنامه

1. کارت بگیرید.
2. کتاب را بردارید.
3. تا دو هفته نگه دارید.

- [x] نقشهٔ باغ
- [ ] قهوه‌خانه

## گفته‌ها

> کتاب باغی است که در جیب می‌گذاریم، و این باغ کتابی است که در آن راه می‌رویم.

او با <q lang="en">A room without books is a body without a soul</q> آغاز کرد و کلید <kbd>Esc</kbd> را زد.

\`\`\`شعر
بیا که باغ پر از برگ‌های تازه شده‌ست
هوا به بوی خوش کاغذ آشنا شده‌ست
نشسته پیر و جوان زیر سایهٔ واژه
و شهر از این همه لبخند باصفا شده‌ست
\`\`\`

## شمارها

| کتاب | شمار | سهم |
|:-----|-----:|:---:|
| داستان | ۴٬۲۰۰ | ٪۳۵ |
| شعر | ۱٬۸۰۰ | ٪۱۵ |
| دانش | ۶٬۰۰۰ | ٪۵۰ |

![نمودار امانت کتاب](/chart.svg "امانت کتاب در پنج هفتهٔ نخست | روزنگار")

\`\`\`js
const books = await fetch('/api/books?sort=newest').then((answer) => answer.json()); // یک سطر بلند
\`\`\`

---

![پل](/bridge.svg "پل تازه")
![کوه](/mountain.svg "کوه در مه")
![شهر](/city.svg "شهر از بام باغ")

پایان گزارش.

[^1]: به گفتهٔ مدیر باغ، تا پایان زمستان.`,
  },
  {
    slug: 'zelzele',
    fields: [
      'title: زمین‌لرزهٔ چهار و دو دهم ریشتری شمال را لرزاند',
      'kicker: لحظه به لحظه',
      'date: 1405/09/09 08:10',
      'label: فوری',
      'type: زنده',
      'section: جامعه',
      'tags: [زمین‌لرزه]',
      picture('mountain', 'کوه در مه'),
    ],
  },
  {
    slug: 'dolar',
    fields: [
      'title: بانک مرکزی نرخ سود سپرده‌ها را پس از هشت ماه پایین آورد',
      'kicker: اقتصاد کلان',
      'date: 1405/09/09 07:30',
      'label: اختصاصی',
      'section: اقتصاد',
      'tags: [بانک]',
      picture('chart', 'نمودار نرخ سود'),
    ],
  },
  {
    slug: 'khane-madar-bozorg',
    fields: [
      'title: خانهٔ مادربزرگ را که می‌فروشند، چه چیز فروخته می‌شود؟',
      'date: 1405/09/09 06:00',
      'type: یادداشت',
      'section: فرهنگ',
      'authors: [مینا ساحلی]',
      'tags: [شهر]',
    ],
  },
  {
    slug: 'ab-arzan',
    fields: [
      'title: آب ارزان، گران‌ترین کالای ماست',
      'date: 1405/09/08 18:00',
      'type: دیدگاه',
      'section: اقتصاد',
      'authors: [پرویز کوهستانی]',
      'tags: [آب]',
      picture('river', 'رودخانه'),
    ],
  },
  {
    slug: 'goftogu-setare-shenas',
    fields: [
      'title: «آسمان شهرها را پس می‌گیریم»؛ گفت‌وگو با اخترشناسی که چراغ‌ها را خاموش می‌کند',
      'date: 1405/09/08 16:00',
      'type: گفت‌وگو',
      'section: دانش',
      'authors: [لیلا پگاه]',
      'tags: [اخترشناسی]',
      picture('night', 'آسمان پرستاره'),
    ],
  },
  {
    slug: 'barf-nokhost',
    fields: [
      'title: نخستین برف پاییز بر بام روستاها نشست',
      'date: 1405/09/08 12:00',
      'type: گزارش تصویری',
      'section: جهان',
      'tags: [برف]',
      picture('mountain', 'کوه برفی'),
    ],
  },
  {
    slug: 'metro',
    fields: [
      'title: خط هشت مترو تا پایان زمستان به ایستگاه پایانی می‌رسد',
      'date: 1405/09/08 09:00',
      'section: جامعه',
      'tags: [مترو]',
      'video: {url: "https://www.aparat.com/v/xyz", title: تونل تازه}',
      picture('city', 'شهر و مترو'),
    ],
  },
  {
    slug: 'football',
    fields: [
      'title: تیم ملی نوجوانان با سه گل به نیمه‌نهایی رفت',
      'date: 1405/09/07 22:00',
      'section: ورزش',
      'tags: [فوتبال]',
      picture('field', 'زمین چمن'),
    ],
  },
  {
    slug: 'shena',
    fields: ['title: رکورد شنای صد متر پس از نُه سال شکست', 'date: 1405/09/07 20:00', 'section: ورزش', 'tags: [شنا]'],
  },
  {
    slug: 'qalam-dar',
    fields: [
      'title: نشانی https://example.org/a-very-long-address-that-must-break-somewhere در تیتری با واژهٔ JavaScript',
      'date: 1405/09/07',
      'section: دانش',
      'tags: [وب]',
    ],
  },
];

/** Texts of the samples without one of their own. */
export const defaultText =
  'نسیم خنکی از سوی رودخانه می‌وزید و بازار آرام‌آرام بیدار می‌شد. فروشندگان کرکره‌ها را بالا می‌بردند و بوی نان تازه در کوچه پیچیده بود؛ روزی بود مانند همهٔ روزها، با خبرهایی که هنوز کسی ننوشته بود.';

/** The profile of an author. */
export const author = {
  name: 'مینا ساحلی',
  role: 'دبیر سرویس فرهنگ',
  html: '<p>از سال ۱۳۹۲ دربارهٔ کتاب و شهر می‌نویسد. گزارش‌هایش از کتابخانه‌های روستایی در کتاب «قفسه‌های دور» گرد آمده است.</p>',
};
