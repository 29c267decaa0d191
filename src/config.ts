import type { SiteConfig } from './core/config/site-config.ts';

/** The settings of this newspaper: the one file that a newsroom edits. */
export const config: SiteConfig = {
  url: 'https://rooznegar.example',
  name: 'روزنگار',
  description: 'خبرهای ایران و جهان، درست، روشن و خواندنی.',
  messages: 'en',
  sections: [
    { slug: 'society', name: 'جامعه' },
    { slug: 'economy', name: 'اقتصاد' },
    { slug: 'science', name: 'دانش و فناوری' },
    { slug: 'culture', name: 'فرهنگ و هنر' },
    { slug: 'sport', name: 'ورزش' },
  ],
  footer: [
    { label: 'درباره ما', href: '/about/' },
    { label: 'تماس با ما', href: '/contact/' },
    { label: 'برچسب‌ها', href: '/tags/' },
    { label: 'بایگانی', href: '/archive/' },
    { label: 'اصلاحیه‌ها', href: '/corrections/' },
    { label: 'خوراک‌ها (RSS)', href: '/feeds/' },
  ],
  sizes: { page: 20, feed: 30, related: 5, picks: 5, latest: 10 },
  share: { days: 30 },
  feeds: { hubs: [] },
  hosting: { hstsDays: 365, precompress: false },
  videoHosts: ['aparat.com', 'www.aparat.com', 'youtube.com', 'www.youtube.com', 'youtu.be'],
  profiles: [],
  crawlers: { ai: 'allow', blocked: [] },
  llms: false,
  orthography: { off: [], words: [] },
  limits: { fileBytes: 1_000_000, imageBytes: 10_000_000, imagePixels: 50_000_000 },
};
