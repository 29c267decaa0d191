/** The search page. */
export const page: HTMLElement = document.querySelector<HTMLElement>('[data-search]')!;

/** Find a part of it. */
export function part<Found extends HTMLElement>(selector: string): Found {
  return page.querySelector<Found>(selector)!;
}

export const field: HTMLInputElement = part('input[type=search]');
export const results: HTMLElement = part('[data-part=results]');
export const status: HTMLElement = part('[data-status]');
export const advice: HTMLElement = part('[data-advice]');
export const start: HTMLElement = part('[data-start]');
export const tags: HTMLElement = part('[data-tags]');
export const panel: HTMLDetailsElement = part('[data-panel]');
export const more: HTMLButtonElement = part('[data-more]');
export const retry: HTMLButtonElement = part('[data-retry]');

/** Show advice below the status. */
export function offer(...content: readonly (Node | string)[]): void {
  advice.replaceChildren(...content);
  advice.hidden = false;
}
