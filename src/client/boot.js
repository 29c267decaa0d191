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
}
