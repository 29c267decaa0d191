import { articleFile } from '../support/mini-site.ts';

/** An article with every field and every element that a body may hold. */
export const fullArticle = articleFile(
  {
    title: 'باغ کتاب در ساحل باز شد',
    kicker: 'گزارش روزنگار',
    date: '"1404/07/24 10:30"',
    updated: '1404/07/25',
    lead: 'باغ تازه صبح پنجشنبه درهایش را به روی خوانندگان گشود.',
    dateline: 'خبرگزاری کاوش',
    section: 'فرهنگ و هنر',
    authors: '[مریم نادری, Sara Ahmadi]',
    source: '{name: خبرگزاری کاوش, url: "https://kavosh.example/"}',
    tags: '[کتاب, حمل‌ونقل, Linux, C++]',
    image: '{src: /images/city.svg, alt: ساحل, caption: نمای ساحل, credit: رضا کیانی}',
    video: '{url: "https://www.aparat.com/v/abc", title: گشت در باغ}',
    corrections: '[{date: 1404/07/25, text: شمار کتاب‌ها درست شد.}]',
  },
  `باغ کتاب با ۱۲ هزار کتاب باز شد و **نخستین** خوانندگانش *دانش‌آموزان* بودند.[^1] نشانی باغ \`/garden\` است.

## قفسه‌ها

### طبقه نخست

- داستان
  - داستان کوتاه
- شعر

1. ثبت نام
2. امانت

- [x] نقشه
- [ ] کافه

> کتاب باغی است که در جیب می‌گذاریم.

<blockquote lang="ar">اقْرَأْ بِاسْمِ رَبِّكَ</blockquote>

او گفت <q lang="en">A room without books is a body without a soul</q> و کلید <kbd>Esc</kbd> را زد.

| کتاب | شمار | نشانی |
|:-----|:----:|------:|
| داستان | ۴٬۰۰۰ | A1 |
| شعر | ۸٬۰۰۰ | B2 |

![نقشه باغ](/images/chart.svg "نقشه باغ | مریم نادری")

\`\`\`js
const longLine = 'a line of code that is much too long for any phone and has to be scrolled to be read';
\`\`\`

---

سطر نخست\\
سطر دوم با [پیوند به صفحه نخست](/) و https://example.org/${'longword'.repeat(12)}

[^1]: به گفته مدیر باغ.`,
);
