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

  // An article's picture moves from its card to the top of its page, and back (styles/base.css).
  const name = ({ viewTransition }, other) => {
    if (!viewTransition || !other) return;
    const { pathname } = new URL(other.url);
    const hero = /\/news\/[^/]+\/$/.test(pathname) ? '' : ', .hero img';
    const picture = [...document.querySelectorAll(`.card-image[href="${pathname}"] img${hero}`)].find((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    if (!picture) return;
    picture.style.viewTransitionName = 'hero';
    viewTransition.finished.then(() => (picture.style.viewTransitionName = ''));
  };
  addEventListener('pageswap', (event) => name(event, event.activation?.entry));
  addEventListener('pagereveal', (event) => name(event, self.navigation?.activation?.from));
}
