import type { PageProblems } from '../../core/problems/page-problems.ts';
import { element } from '../elements.ts';
import { openMemory } from './memory.ts';
import { fileSection } from './parts.ts';

// Without storage, the window opens again with the next change.
const state = openMemory(() => sessionStorage, 'rooznegar-problems-closed');

/**
 * Lay the problems of the page in view over it. Once closed, it stays closed until other problems come.
 *
 * @returns A function that opens it again.
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
  // A dialog that is modal is closed by Escape, keeps the focus, and gives it back.
  if (state.recall() !== mark) dialog.showModal();
  return () => dialog.showModal();
}
