import { latinRuns } from '../core/text/latin-runs.ts';

/** Create an element. Strings become text nodes, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className?: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Isolate the Latin words of a Persian text (UAX #9), so that numbers and brackets next to them keep their order. */
export function isolated(text: string): (string | HTMLElement)[] {
  return latinRuns(text).map((run) => (run.isLeftToRight ? element('bdi', undefined, run.text) : run.text));
}
