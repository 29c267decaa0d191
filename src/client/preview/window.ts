import type { PageProblems } from '../../core/problems/page-problems.ts';
import { element } from '../elements.ts';
import { openMemory } from './memory.ts';
import { fileSection } from './parts.ts';

// Without storage, the window opens again with the next change.
const state = openMemory(() => sessionStorage, 'rooznegar-problems-closed');

/**
 * Show the problems of the current page in a window over it. Once closed, it stays closed until the problems change.
 *
 * @returns A function that reopens the window.
 */
export function showWindow(root: ShadowRoot, found: PageProblems): () => void {
  const heading = element('h2', undefined, found.heading ?? '');
  heading.id = 'heading';
  const close = element('button', 'close', found.words.close);
  close.type = 'button';
  const own = found.files.filter(({ isHere }) => isHere);
  const files = element('div', 'files', ...own.map((file) => fileSection(found, file)));
  const dialog = element('dialog', 'window', heading, files, element('p', 'until', found.words.until), close);
  dialog.setAttribute('aria-labelledby', heading.id);
  close.autofocus = true;
  close.addEventListener('click', () => dialog.close());
  const mark = JSON.stringify(own);
  dialog.addEventListener('close', () => state.keep(mark));
  root.append(dialog);
  // A modal dialog closes on Escape, traps the focus, and restores it.
  if (state.recall() !== mark) dialog.showModal();
  return () => dialog.showModal();
}
