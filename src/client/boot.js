// Before anything is painted: look as the reader chose in «نمایش» (client/appearance.ts), and say what this browser can do.
{
  const { dataset } = document.documentElement;
  const show = (choice) => {
    const { theme } = Object.assign(dataset, choice);
    document.querySelectorAll('[name=theme-color]').forEach((meta, index) => {
      const own = ['light', 'dark'][index];
      meta.media = theme ? (theme === own ? '' : 'not all') : `(prefers-color-scheme: ${own})`;
    });
  };
  const recall = () => {
    try {
      show(JSON.parse(localStorage.getItem('appearance')));
    } catch {}
  };
  dataset.scripts = navigator.share ? 'share' : '';
  addEventListener('appearance', ({ detail }) => show(detail));
  addEventListener('storage', recall);
  addEventListener('pageshow', recall);
  recall();

  // A picture moves from its card to the top of its article, and back (base.css).
  const name = ({ viewTransition }, other) => {
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
