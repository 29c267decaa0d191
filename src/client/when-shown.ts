/**
 * Run something once the page is shown: browsers render pages ahead (`core/hosting/speculation.ts`), and what they show may
 * be read minutes later, or never.
 */
export function whenShown(run: () => void): void {
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else run();
}
