import { element, isolated } from '../elements.ts';
import { addressOf, type SearchState } from './state.ts';

/** Create a link to a state of the page, which a plain click follows without leaving the page. */
export function stateLink(state: SearchState, label: string, follow: () => void): HTMLAnchorElement {
  const link = element('a', undefined, ...isolated(label));
  link.href = addressOf(state);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow();
  });
  return link;
}
