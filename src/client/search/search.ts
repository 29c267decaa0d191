import type { FilterKind } from '../../core/search/filters.ts';
import { countedArticles } from '../../core/search/order.ts';
import type { SearchAnswer } from '../../core/search/ranking.ts';
import type { SearchActions } from './actions.ts';
import { answerOf } from './answer.ts';
import { openIndex, type OpenWords, type SearchIndex } from './index.ts';
import { listenToKeys } from './keys.ts';
import { stateLink } from './link.ts';
import { createList, type HitList } from './list.ts';
import { narrow } from './narrow.ts';
import { advice, field, more, page, panel, part, results, retry, start, status, tags } from './parts.ts';
import { describeAnswer } from './messages.ts';
import { yieldToKeys } from './yield.ts';
import { openTags } from './tags.ts';
import { addressOf, readState, type SearchState } from './state.ts';

const pageSize = 10;
// Milliseconds: from a key press to the search, until it is reported as slow, and as failed, and until a correction is
// offered while typing.
const [pause, slow, tooLong, patience] = [200, 3000, 25_000, 700];
// Below this number of articles, another spelling may find ten times as many.
const fewToCorrect = 30;
const { title } = document;

let [state, isTyping] = [readState(), false];
let openWords: OpenWords;
let index: Promise<SearchIndex> | undefined;
let list: HitList | undefined;
let describe: () => string;
// Tries other hits if the list ends without any.
let showInstead: (() => Promise<boolean>) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
// Answers may arrive in any order: only that of the latest query counts.
let question = 0;

/** Apply a state: write it to the URL, as a new history entry or in place of the current one, and search. */
function go(change: Partial<SearchState>, entry: 'new' | 'same', typing = false): void {
  state = { ...state, isExact: change.q === undefined && state.isExact, ...change };
  isTyping = typing;
  const address = addressOf(state);
  if (address !== location.href) history[entry === 'new' ? 'pushState' : 'replaceState'](null, '', address);
  if (!typing) field.value = state.q;
  ask();
}

function ask(): void {
  clearTimeout(timer);
  const asked = ++question;
  const isEmpty = state.q.trim() === '';
  document.title = isEmpty ? title : `${state.q.trim()} – ${title}`;
  part<HTMLSelectElement>('select[name=sort]').value = state.sort;
  more.hidden = retry.hidden = advice.hidden = part('[data-date]').hidden = true;
  start.hidden = !isEmpty;
  void showTags(asked);
  if (isEmpty) return begin(asked);
  results.ariaBusy = 'true';
  const say = (message = ''): void => {
    if (asked === question && results.ariaBusy === 'true') status.textContent = message;
  };
  const waits = [
    setTimeout(say, pause, page.dataset['busy']),
    setTimeout(say, slow, page.dataset['slow']),
    // An answer that comes later still counts.
    setTimeout(fail, tooLong, asked, page.dataset['silent']),
  ];
  void answer(asked)
    // The site may have been published again since the index was opened.
    .catch(() => {
      index = undefined;
      return answer(asked);
    })
    .catch((error: unknown) => {
      console.error(error);
      fail(asked, page.dataset['failed']);
    })
    .finally(() => waits.forEach(clearTimeout));
}

async function answer(asked: number): Promise<void> {
  const opened = await openOnce();
  const found = await answerOf(state.q, opened, isTyping);
  if (asked !== question || !(await show(asked, found, opened))) return;
  if (found.articles.length > 0) keep(state.q);
  // Optional: the answer is shown already.
  if (!state.isExact) correct(asked, found, opened).catch(() => {});
}

/** Show an answer, unless another question has been asked meanwhile. */
async function show(asked: number, found: SearchAnswer, opened: SearchIndex): Promise<boolean> {
  const narrowed = narrow(found, state, opened);
  const quotation = found.phrases.length > 0 ? await import('./on-demand/quotation.ts') : undefined;
  const next = createList(results, narrowed, opened, quotation?.testOf(found, opened), () => asked === question);
  describe = () => describeAnswer(narrowed, next, quotation?.describeQuotation);
  await next.next((history.state as { shown?: number } | null)?.shown ?? pageSize);
  const loosen = quotation && (() => quotation.answerLoosely(state.q, found, actionsOf(asked, opened)));
  if (next.isAtEnd && next.drawn === 0 && (await loosen?.())) return true;
  if (asked !== question) return false;
  list = next;
  showInstead = loosen;
  more.hidden = next.isAtEnd;
  retry.hidden = true;
  results.ariaBusy = 'false';
  status.textContent = describe();
  // Optional: their scripts may be gone while the site is being published.
  await showChoices(asked, found, opened).catch(() => {});
  return asked === question;
}

/** Show what belongs to an answer besides the hits. */
async function showChoices(asked: number, found: SearchAnswer, opened: SearchIndex): Promise<void> {
  await yieldToKeys();
  const { showFilters } = await import('./on-demand/panel.ts');
  const { showDate } = found.date ? await import('./on-demand/date-link.ts') : {};
  if (asked !== question) return;
  showFilters(page, state, countedArticles(found), opened, setFilter);
  panel.hidden = found.articles.length === 0 && Object.keys(state.filters).length === 0;
  showDate?.(part('[data-date]'), found.date, opened, page.dataset);
}

/** Show the answer of a better question, or offer it: once typing has paused, if the question finds little. */
async function correct(asked: number, found: SearchAnswer, opened: SearchIndex): Promise<void> {
  if (found.unknown.length === 0 && (found.whole.length >= fewToCorrect || found.date)) return;
  if (isTyping) await new Promise((resolve) => setTimeout(resolve, patience));
  if (asked !== question) return;
  await (await import('./on-demand/correct.ts')).offerBetter(state.q, found, opened, actionsOf(asked, opened));
}

function actionsOf(asked: number, opened: SearchIndex): SearchActions {
  return {
    answer: (words) => answerOf(words, opened, isTyping),
    show: (found) => show(asked, found, opened),
    isCurrent: () => asked === question,
    keep,
    linkTo: questionLink,
  };
}

/** Keep a question that was asked, not one that is being typed. */
function keep(words: string): void {
  if (!isTyping) import('./on-demand/recent.ts').then(({ keepQuestion }) => keepQuestion(words)).catch(() => {});
}

async function showTags(asked: number): Promise<void> {
  const adviseTags = isTyping ? await openTags(openOnce).catch(() => undefined) : undefined;
  if (asked !== question) return;
  const labels = adviseTags?.(state.q) ?? [];
  tags.replaceChildren('برچسب‌ها: ', ...labels.map((label) => questionLink(label)));
  tags.hidden = labels.length === 0;
}

function questionLink(q: string, isExact = false, label = q): HTMLAnchorElement {
  return stateLink({ q, sort: '', filters: {}, isExact }, label, () => {
    go({ q, filters: {}, isExact }, 'new');
    field.focus();
  });
}

function setFilter(kind: FilterKind, value: string): void {
  const { [kind]: _, ...others } = state.filters;
  go({ filters: value === '' ? others : { ...others, [kind]: value } }, 'new');
}

function openOnce(): Promise<SearchIndex> {
  index ??= openIndex(page.dataset['index']!, openWords);
  return index;
}

function reopen(): void {
  index = undefined;
  ask();
}

/** Say that there is no answer. The page then offers to try again, and its other ways. */
function fail(asked: number, message = ''): void {
  index = undefined;
  if (asked !== question) return;
  const isOld = !('DecompressionStream' in window);
  clear(isOld ? page.dataset['old'] : message);
  retry.hidden = isOld;
}

/** Show the page without a question. */
function begin(asked: number): void {
  clear();
  void import('./on-demand/start.ts')
    .then(({ showStart }) => showStart(start, openOnce, questionLink, () => asked === question))
    // The page's other ways remain.
    .catch(() => (index = undefined));
}

function clear(message = ''): void {
  results.replaceChildren();
  results.ariaBusy = 'false';
  panel.hidden = true;
  part('[data-chips]').replaceChildren();
  status.textContent = message;
}

async function showMore(): Promise<void> {
  const shown = list;
  if (!shown) return;
  const first = await shown.next(pageSize);
  if (shown !== list) return;
  more.hidden = shown.isAtEnd;
  status.textContent = describe();
  if (shown.isAtEnd && shown.drawn === 0) await showInstead?.();
  if (!first) return;
  history.replaceState({ shown: shown.drawn }, '');
  first.querySelector('a')!.focus();
}

/** Start the search page. The words of the index are opened by its engine. */
export function startSearch(open: OpenWords): void {
  openWords = open;
  field.value = state.q;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ q: field.value }, isTyping || state.q === '' ? 'same' : 'new', true), pause);
  });
  part('form').addEventListener('submit', (event) => {
    event.preventDefault();
    go({ q: field.value }, isTyping || state.q === '' ? 'same' : 'new');
  });
  panel.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLSelectElement;
    if (name === 'sort') go({ sort: value === 'date' ? 'date' : '' }, 'new');
    else setFilter(name as FilterKind, value);
  });
  addEventListener('popstate', () => go(readState(), 'same'));
  more.addEventListener('click', () => void showMore().catch(reopen));
  retry.addEventListener('click', ask);
  listenToKeys({ page, field, clear: () => go({ q: '', filters: {} }, 'new') });
  part('[data-keys]').hidden = false;
  panel.open = matchMedia('(min-width: 48rem)').matches;
  if (state.q === '') field.focus({ preventScroll: true });
  ask();
}
