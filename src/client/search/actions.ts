import type { SearchAnswer } from '../../core/search/ranking.ts';

/** What modules that are loaded on demand do with the page. */
export interface SearchActions {
  answer(question: string): Promise<SearchAnswer>;
  /** Shows an answer, and returns whether it is still wanted. */
  show(answer: SearchAnswer): Promise<boolean>;
  isCurrent(): boolean;
  keep(question: string): void;
  /** Creates the link that asks a question. */
  linkTo(question: string, isExact?: boolean, label?: string): HTMLElement;
}
