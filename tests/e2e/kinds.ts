import type { Dist } from '../support/dist.ts';

/** List a page of every kind of the sample site: its path by its name. */
export function kindsOfPage(dist: Dist): Readonly<Record<string, string>> {
  const oldest = dist.files.find((file) => /^latest\/page\/\d+\/index\.html$/.test(file))!.replace('index.html', '');
  return {
    home: '/',
    article: '/news/metro-khat-hasht/',
    'long article': `/news/${encodeURIComponent('شهر-پیاده')}/`,
    'article with a video': '/news/otobus-barghi/',
    'article with code and footnotes': '/news/dna-baloot/',
    'article with a table': '/news/bazar-zaferan/',
    latest: '/latest/',
    'numbered page': `/${oldest}`,
    tags: '/tags/',
    tag: `/tags/${encodeURIComponent('تهران')}/`,
    section: '/sections/society/',
    source: `/sources/${encodeURIComponent('شهرنما')}/`,
    author: `/authors/${encodeURIComponent('نرگس-آذرنیا')}/`,
    archive: '/archive/',
    year: '/archive/1405/',
    month: '/archive/1405/08/',
    search: '/search/',
    corrections: '/corrections/',
    feeds: '/feeds/',
    about: '/about/',
    'not found': '/404.html',
  };
}

/** List elements that hang out of the screen and cannot be scrolled into it. Runs in the page. */
export function outside(): string[] {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own === 0 || (left >= -1 && right <= width + 1)) return [];
    for (let parent: Element | null = element; parent; parent = parent.parentElement) {
      const { overflowX, position, clipPath } = getComputedStyle(parent);
      if (
        /auto|scroll|hidden|clip/.test(overflowX) ||
        clipPath !== 'none' ||
        (position === 'absolute' && own <= 1) ||
        parent.classList.contains('skip-link')
      )
        return [];
    }
    return [`${element.tagName}.${element.className} ${Math.round(left)}–${Math.round(right)}`];
  });
}
