import type { Page } from 'playwright-core';

/** An element that the keyboard reached. */
export interface FocusStop {
  /** Such as `a[/news/]`. */
  name: string;
  /** What keeps a reader from seeing where the focus is; empty if nothing does. */
  faults: string[];
}

const mostStops = 600;

/** Press Tab until the keyboard has been everywhere on a page, and list the elements that got the focus. */
export async function walkByKeyboard(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  for (let count = 0; count < mostStops; count++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === 'end') return stops;
    if (stop !== 'on the way') stops.push(stop);
  }
  throw new Error('The keyboard does not come back to where it began.');
}

/**
 * Describe what has the focus, once. Between the end of a page and its beginning it is nowhere, and within the controls of a
 * video it stays on the video. Runs in the page.
 */
function describeFocus(): FocusStop | 'on the way' | 'end' {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'on the way';
  if (element.dataset['walked'] === '') return element.localName === 'video' ? 'on the way' : 'end';
  element.dataset['walked'] = '';
  const isOutlined = (each: Element | null): boolean => {
    if (!each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  };
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const isInView = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  // A link may run over several lines.
  const isOnTop = [...element.getClientRects()].some((box) => {
    const found = document.elementFromPoint(
      box.left + box.width / 2,
      Math.min(box.top + box.height / 2, innerHeight - 1),
    );
    return found !== null && (element.contains(found) || found.contains(element));
  });
  const faults = [
    ...(isOutlined(element) || isOutlined(element.closest('.search-form')) ? [] : ['no outline']),
    ...(width > 1 && height > 1 ? [] : ['no size']),
    ...(isInView ? [] : ['out of view']),
    ...(isOnTop ? [] : ['covered']),
  ];
  return { name: `${element.localName}[${element.getAttribute('href') ?? element.id}]`, faults };
}
