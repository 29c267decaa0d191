const progress = document.querySelector<HTMLElement>('.reading-progress');
// Browsers with scroll-driven animations need no script.
if (progress && !CSS.supports('animation-timeline: view()')) {
  const text = progress.parentElement!;
  const show = (): void => {
    const { top, height } = text.getBoundingClientRect();
    progress.style.scale = `${Math.min(1, Math.max(0, -top / (height - innerHeight)))} 1`;
  };
  addEventListener('scroll', show, { passive: true });
  show();
}
