import { latinRuns } from '../core/text/latin-runs.ts';

/** Make an element. Texts become text, whatever they hold. */
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

/** Isolate the Latin words of a Persian text (UAX #9), so that numbers and brackets beside them stand in order. */
export function isolated(text: string): (string | HTMLElement)[] {
  return latinRuns(text).map((run) => (run.isLeftToRight ? element('bdi', undefined, run.text) : run.text));
}
