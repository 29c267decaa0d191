const progress = document.querySelector<HTMLElement>('.reading-progress');
// Where it is CSS that moves the bar, no script has to.
if (progress && !CSS.supports('animation-timeline: view()')) {
  const text = progress.parentElement!;
  const show = (): void => {
    const { top, height } = text.getBoundingClientRect();
    progress.style.scale = `${Math.min(1, Math.max(0, -top / (height - innerHeight)))} 1`;
  };
  addEventListener('scroll', show, { passive: true });
  show();
}
