import type { SearchAnswer } from '../../core/search/ranking.ts';

/** Actions of the page for modules that are loaded on demand. */
export interface SearchActions {
  answer(question: string): Promise<SearchAnswer>;
  /** Shows an answer. Returns false if another question has been asked meanwhile. */
  show(answer: SearchAnswer): Promise<boolean>;
  isCurrent(): boolean;
  keep(question: string): void;
  /** Creates a link that asks a question. */
  linkTo(question: string, isExact?: boolean, label?: string): HTMLElement;
}
