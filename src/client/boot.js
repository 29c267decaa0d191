// Runs before first paint: applies the reader's choices from «نمایش» (client/appearance.ts), flags what the browser supports, and
// preloads the font.
{
  const { dataset } = document.documentElement;
  const { fonts } = document.currentScript.dataset;
  const savesData = () => (navigator.connection || {}).saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
  const show = (choice) => {
    const { theme } = Object.assign(dataset, { font: savesData() ? 'device' : '' }, choice);
    document.querySelectorAll('[name=theme-color]').forEach((meta, index) => {
      const own = ['light', 'dark'][index];
      meta.media = theme ? (theme === own ? '' : 'not all') : `(prefers-color-scheme: ${own})`;
    });
  };
  const recall = () => {
    let choice;
    try {
      choice = JSON.parse(localStorage.getItem('appearance'));
    } catch {}
    show(choice);
  };
  dataset.scripts = navigator.share ? 'share' : '';
  addEventListener('appearance', ({ detail }) => show(detail));
  addEventListener('storage', recall);
  addEventListener('pageshow', recall);
  recall();
  // A link in the HTML would also load it for readers who opted out.
  if (fonts && dataset.font !== 'device')
    for (const href of fonts.split(' ')) {
      const link = document.createElement('link');
      document.head.append(
        Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href }),
      );
    }

  // Rejects when Chromium skips the transition to this page before it shows it: `pagereveal` then has no transition.
  document.activeViewTransition?.ready.catch(() => {});
  // View transition of a picture between its card and the top of its article (base.css).
  const name = ({ viewTransition }, other) => {
    // Rejects when the browser skips the transition, for example because the page took too long.
    viewTransition?.ready.catch(() => {});
    const { pathname } = new URL(other?.url ?? location);
    const isNews = /\/news\/[^/]+\/$/.test(pathname);
    const picture = document.querySelector(isNews ? `.card-image[href="${pathname}"] img` : '.hero img');
    const { top, bottom } = picture?.getBoundingClientRect() ?? {};
    if (!viewTransition || !(bottom > 0 && top < innerHeight)) return;
    picture.style.viewTransitionName = 'hero';
    viewTransition.finished.finally(() => (picture.style.viewTransitionName = ''));
  };
  addEventListener('pageswap', (event) => name(event, event.activation?.entry));
  addEventListener('pagereveal', (event) => name(event, self.navigation?.activation?.from));
}
