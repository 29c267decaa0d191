import type { PageProblems } from '../../core/problems/page-problems.ts';
import { element, isolated } from '../elements.ts';

/** A problem in the list of a file. */
type Item = PageProblems['files'][number]['items'][number];

/** Create the section of a file: its name, a link to its page, and its problems with links to the editor. */
export function fileSection(
  { words, language }: PageProblems,
  { file, page, isHere, items }: PageProblems['files'][number],
): HTMLElement {
  const name = element('bdi', 'file', file);
  name.dir = 'ltr';
  const head = element('p', 'head', name);
  if (isHere) head.append(' ', element('span', 'here', words.here));
  else if (page !== undefined) {
    const link = element('a', undefined, words.page);
    link.href = page;
    link.setAttribute('aria-label', `${words.page}: ${file}`);
    head.append(' ', link);
  }
  const list = element(
    'ul',
    undefined,
    ...items.map((item) => itemOf(item, language, () => edit(file, item), words.edit)),
  );
  return element('section', undefined, head, list);
}

function itemOf(
  { line, column, isWarning, message, fix }: Item,
  language: string,
  open: () => void,
  label: string,
): HTMLElement {
  const place = element('button', 'place', `${line}:${column}`);
  place.type = 'button';
  place.dir = 'ltr';
  place.title = label;
  place.setAttribute('aria-label', `${label}, ${line}:${column}`);
  place.addEventListener('click', open);
  const write = (text: string): (string | HTMLElement)[] => withExamples(text, language);
  const what = element('span', 'what', ...write(message));
  return element('li', isWarning ? 'warning' : 'problem', place, ' ', what, element('span', 'fix', ...write(fix)));
}

/** Isolate examples, which messages delimit by double spaces, and Latin words in Persian sentences. */
function withExamples(text: string, language: string): (string | HTMLElement)[] {
  return text.split(/ {2}/).flatMap((part, index) => {
    if (index % 2 === 1) return [' ', element('bdi', 'example', part), ' '];
    return language === 'fa' ? isolated(part) : [part];
  });
}

/** Open a file in the editor running on this machine. Vite's endpoint for this is outside the base path. */
function edit(file: string, { line, column }: Item): void {
  void fetch(`/__open-in-editor?${new URLSearchParams({ file: `${file}:${line}:${column}` })}`);
}
