import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { articleCard, type ShareCard, siteCard } from '../../src/core/pictures/share-card.ts';
import { config as own } from '../fixtures/sample/config.ts';
import { makeDate } from './make-site.ts';

const config: SiteConfig = {
  ...own,
  name: 'روزنگار',
  description: 'خبرهای ایران و جهان، درست، روشن و خواندنی.',
  sections: [
    { slug: 'society', name: 'جامعه' },
    { slug: 'economy', name: 'اقتصاد' },
    { slug: 'science', name: 'دانش و فناوری' },
  ],
};
const date = makeDate('1404/07/24');

/** Cards that are hard to typeset: their pictures are in `tests/golden-share`. */
export const shareCards: Readonly<Record<string, ShareCard>> = {
  mixed: articleCard(
    {
      title: 'فروش C++ و iPhone 17 Pro در بازار ایران ۱۲٪ بالا رفت (گزارش BBC News)',
      kicker: 'گزارش تازه از بازار',
      section: 'science',
      date,
    },
    config,
  ),
  long: articleCard(
    {
      title:
        'رئیس سازمان حفاظت محیط زیست در نشست خبری با رسانه‌های داخلی و خارجی از آغاز طرح بزرگ احیای دریاچه‌ها، ' +
        'تالاب‌ها و رودخانه‌های کشور در سی‌ویک استان و همکاری دوازده دانشگاه با کشاورزان و انجمن‌های مردم‌نهاد خبر ' +
        'داد و خواستار همراهی همه شهروندان شد',
      kicker: 'گفت‌وگوی ویژه با کارشناسان آب، خاک و کشاورزی درباره آینده دریاچه‌ها و تالاب‌های کشور در سال‌های پیش رو',
      section: 'society',
      date,
    },
    config,
  ),
  'half-spaces': articleCard(
    {
      title: 'می‌خواهیم «کتاب‌خانه‌های» روستایی را بازآفرینی کنیم؛ همکاری‌ها آغاز شده‌اند',
      section: 'economy',
      date,
    },
    config,
  ),
  short: articleCard({ title: 'باران آمد', date }, config),
  site: siteCard(config),
};
