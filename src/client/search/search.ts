import { formatNumber } from '../../core/text/persian.ts';
import { filterArticles, type FilterKind } from '../../core/search/filters.ts';
import { countedArticles, orderByDate } from '../../core/search/order.ts';
import { answerQuestion, type SearchAnswer } from '../../core/search/ranking.ts';
import { element, isolated } from '../elements.ts';
import { createTagAdviser, mendQuestion } from './advice.ts';
import { openIndex, type OpenWords, type SearchIndex } from './index.ts';
import { listenToKeys } from './keys.ts';
import { createDrawer } from './list.ts';
import { numberFilters, showFilters } from './panel.ts';
import { addressOf, readState, type SearchState } from './state.ts';

const pageSize = 10;
// Milliseconds: from a key press to the search, until it is reported as slow, and until a correction is offered.
const [pause, slow, patience] = [200, 3000, 700];
const page = document.querySelector<HTMLElement>('[data-search]')!;
const part = <Found extends HTMLElement>(selector: string): Found => page.querySelector<Found>(selector)!;
const field = part<HTMLInputElement>('input[type=search]');
const results = part('[data-part=results]');
const status = part('[data-status]');
const advice = part('[data-advice]');
const tags = part('[data-tags]');
const panel = part<HTMLDetailsElement>('[data-panel]');
const more = part<HTMLButtonElement>('[data-more]');
const retry = part<HTMLButtonElement>('[data-retry]');

const { title } = document;

let state = readState();
let isTyping = false;
let openWords: OpenWords;
let index: Promise<SearchIndex> | undefined;
let adviseTags: ((question: string) => string[]) | undefined;
let drawer: ReturnType<typeof createDrawer> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
// Answers may arrive in any order: only that of the latest query counts.
let question = 0;

/** Apply a state: write it to the URL, as a new history entry or in place of the current one, and search. */
function go(change: Partial<SearchState>, entry: 'new' | 'same', typing = false): void {
  state = { ...state, ...change };
  isTyping = typing;
  const address = addressOf(state);
  if (address !== location.href) history[entry === 'new' ? 'pushState' : 'replaceState'](null, '', address);
  if (!typing) field.value = state.q;
  ask();
}

function ask(): void {
  clearTimeout(timer);
  const asked = ++question;
  document.title = state.q.trim() === '' ? title : `${state.q.trim()} – ${title}`;
  part<HTMLSelectElement>('select[name=sort]').value = state.sort;
  more.hidden = retry.hidden = advice.hidden = true;
  showTags();
  if (state.q.trim() === '') return clear('');
  results.ariaBusy = 'true';
  const say = (message: string): void => {
    if (asked === question) status.textContent = message;
  };
  const waits = [
    setTimeout(say, pause, 'در حال جست‌وجو…'),
    setTimeout(say, slow, 'هنوز در حال جست‌وجو؛ اینترنت کند است…'),
  ];
  void answer(asked)
    // The site may have been published again since the index was opened.
    .catch(() => {
      index = undefined;
      return answer(asked);
    })
    .catch((error: unknown) => fail(asked, error))
    .finally(() => waits.forEach(clearTimeout));
}

async function answer(asked: number): Promise<void> {
  const opened = await openOnce();
  const found = await answerQuestion(state.q, opened.words, isTyping);
  if (asked !== question) return;
  showTags();
  showFilters(page, state, countedArticles(found), opened, setFilter);
  const list = narrow(found, opened);
  drawer = createDrawer(results, list, opened, () => asked === question);
  await drawer.next((history.state as { shown?: number } | null)?.shown ?? pageSize);
  if (asked !== question) return;
  if (list.articles.length === 0) results.replaceChildren();
  panel.hidden = found.articles.length === 0 && Object.keys(state.filters).length === 0;
  more.hidden = drawer.isAtEnd;
  results.ariaBusy = 'false';
  status.textContent = describe(list);
  if (found.unknown.length > 0 || list.articles.length === 0) await advise(asked, found, opened);
}

/** Apply filters and order. */
function narrow(found: SearchAnswer, opened: SearchIndex): SearchAnswer {
  const filters = numberFilters(state, opened);
  const [articles, whole] = [found.articles, found.whole].map((all) => filterArticles(all, opened.rows, filters));
  const list = { ...found, articles: articles!, whole: whole! };
  return state.sort === 'date' ? { ...list, articles: orderByDate(list) } : list;
}

function describe({ articles: { length }, whole }: SearchAnswer): string {
  if (length === 0) return 'نتیجه‌ای پیدا نشد.';
  if (whole.length > 0) return `${formatNumber(whole.length)} خبر پیدا شد.`;
  return `هیچ خبری همه واژه‌ها را ندارد؛ ${formatNumber(length)} خبر برخی از آن‌ها را دارد.`;
}

/** Offer a corrected query, once typing has paused. */
async function advise(asked: number, { unknown }: SearchAnswer, opened: SearchIndex): Promise<void> {
  if (isTyping) await new Promise((resolve) => setTimeout(resolve, patience));
  if (asked !== question) return;
  const mended = await mendQuestion(state.q, unknown, opened);
  if (asked !== question || mended === undefined) return;
  advice.replaceChildren('منظورتان ', questionLink(mended), ' بود؟');
  advice.hidden = false;
}

function showTags(): void {
  const labels = isTyping && state.q.trim() !== '' ? (adviseTags?.(state.q) ?? []) : [];
  tags.replaceChildren('برچسب‌ها: ', ...labels.map((label) => questionLink(label)));
  tags.hidden = labels.length === 0;
}

function questionLink(words: string): HTMLAnchorElement {
  const link = element('a', undefined, ...isolated(words));
  link.href = addressOf({ q: words, sort: '', filters: {} });
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ q: words, filters: {} }, 'new');
    field.focus();
  });
  return link;
}

function setFilter(kind: FilterKind, value: string): void {
  const { [kind]: _, ...others } = state.filters;
  go({ filters: value === '' ? others : { ...others, [kind]: value } }, 'new');
}

function openOnce(): Promise<SearchIndex> {
  index ??= openIndex(page.dataset['index']!, openWords).then((opened) => {
    adviseTags = createTagAdviser(opened);
    return opened;
  });
  return index;
}

function reopen(): void {
  index = undefined;
  ask();
}

function fail(asked: number, error: unknown): void {
  console.error(error);
  index = undefined;
  if (asked !== question) return;
  const isOld = !('DecompressionStream' in window);
  clear(isOld ? 'مرورگر شما برای این جست‌وجو قدیمی است.' : 'جست‌وجو بارگذاری نشد. شاید پیوند اینترنت قطع است.');
  retry.hidden = isOld;
}

function clear(message: string): void {
  results.replaceChildren();
  results.ariaBusy = 'false';
  panel.hidden = true;
  part('[data-chips]').replaceChildren();
  status.textContent = message;
}

async function showMore(): Promise<void> {
  const first = await drawer?.next(pageSize);
  if (!first) return;
  more.hidden = drawer!.isAtEnd;
  history.replaceState({ shown: drawer!.drawn }, '');
  first.querySelector('a')!.focus();
}

/** Start the search page. The words of the index are opened by its engine. */
export function startSearch(open: OpenWords): void {
  openWords = open;
  field.value = state.q;
  field.addEventListener('focus', () => void openOnce().catch(() => (index = undefined)), { once: true });
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
  if (state.q === '') field.focus();
  else ask();
}
