/**
 * Describe the page for the worker.
 *
 * @param isWhole Include pictures that were not loaded yet, since the reader did not scroll to them.
 */
export function whatIsRead(isWhole: boolean): { url: string; pictures: string[] } {
  const shown = [...document.querySelectorAll<HTMLImageElement>('#main img')];
  const pictures = shown.map(({ currentSrc, src }) => currentSrc || (isWhole ? src : '')).filter(Boolean);
  return {
    url: location.origin + location.pathname,
    pictures: [...new Set(pictures)].slice(0, 40),
  };
}
