import type { PageProblems } from '../../core/problems/page-problems.ts';
import { element } from '../elements.ts';
import { openMemory } from './memory.ts';
import { fileSection } from './parts.ts';

// Without storage, the bar is folded on the next page.
const state = openMemory(() => localStorage, 'rooznegar-problems-open');

/** Add the bar: one line that unfolds to the list of files. Its state is remembered across pages. */
export function showBar(root: ShadowRoot, found: PageProblems, reopen: (() => void) | undefined): void {
  const bar = element('details', found.isBroken ? 'bar broken' : 'bar');
  const files = element('div', 'files', ...found.files.map((file) => fileSection(found, file)));
  if (reopen) {
    const button = element('button', 'reopen', found.words.show);
    button.type = 'button';
    button.addEventListener('click', reopen);
    files.prepend(button);
  }
  if (found.rest !== '') files.append(element('p', 'rest', found.rest));
  // Make long lists scrollable by keyboard.
  files.tabIndex = 0;
  files.setAttribute('role', 'region');
  files.setAttribute('aria-label', found.summary);
  bar.append(element('summary', undefined, found.summary), files);
  bar.open = state.recall() === 'yes';
  bar.addEventListener('toggle', () => state.keep(bar.open ? 'yes' : 'no'));
  bar.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !bar.open) return;
    bar.open = false;
    bar.querySelector('summary')!.focus();
  });
  root.append(bar);
}
