const contents = document.querySelector<HTMLDetailsElement>('[data-contents]');
if (contents) follow(contents);

/** Highlight the current section: the last one whose heading has passed the upper third of the screen. */
function follow(contents: HTMLDetailsElement): void {
  // On wide screens it is next to the text and shifts nothing.
  contents.open = matchMedia('(min-width: 64rem)').matches;
  const links = [...contents.querySelectorAll('a')];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))!);
  const mark = (): void => {
    const current = parts.findLastIndex((part) => part.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, index) => {
      if (index === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  // With the large margin above, each heading crosses a single line, however far the page jumps.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66.6%' });
  for (const part of parts) observer.observe(part);
}
