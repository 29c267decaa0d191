import { formatNumber } from '../core/persian.ts';
import { filterArticles, type FilterKind } from '../core/search-filters.ts';
import { answerQuestion, type SearchAnswer } from '../core/search-ranking.ts';
import { element, isolated } from './elements.ts';
import { createTagAdviser, mendQuestion } from './search-advice.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { listenToKeys } from './search-keys.ts';
import { numberFilters, showFilters } from './search-panel.ts';
import { hitItem } from './search-results.ts';
import { addressOf, readState, type SearchState } from './search-state.ts';

const pageSize = 10;
/** Milliseconds after a key until the search begins, until it is called slow, and until a mended question is offered. */
const [pause, slow, patience] = [200, 3000, 700];
const page = document.querySelector<HTMLElement>('[data-search]')!;
const part = <Found extends HTMLElement>(name: string): Found => page.querySelector<Found>(`[data-${name}]`)!;
const field = page.querySelector<HTMLInputElement>('input[type=search]')!;
const sort = page.querySelector<HTMLSelectElement>('select[name=sort]')!;
const results = part('part=results');
const [status, advice, tags, panel, more, retry] = ['status', 'advice', 'tags', 'panel', 'more', 'retry'].map((name) =>
  part(name),
) as [HTMLElement, HTMLElement, HTMLElement, HTMLDetailsElement, HTMLButtonElement, HTMLButtonElement];

let state = readState();
let index: Promise<SearchIndex> | undefined;
let adviseTags: ((question: string) => string[]) | undefined;
// Answers come in any order: only that to the latest question counts.
let question = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let isTyping = false;
/** Draws the next hits of the current answer. */
let showMore: (() => Promise<void>) | undefined;

/** Take up a state: write it into the address, as a new entry of the history or in place of the present one. */
function go(change: Partial<SearchState>, entry: 'new' | 'same', typing = false): void {
  state = { ...state, ...change };
  isTyping = typing;
  const address = addressOf(state);
  if (address !== location.href) history[entry === 'new' ? 'pushState' : 'replaceState'](null, '', address);
  if (field.value !== state.q && !typing) field.value = state.q;
  ask();
}

function ask(): void {
  clearTimeout(timer);
  const asked = ++question;
  sort.value = state.sort;
  more.hidden = retry.hidden = advice.hidden = true;
  showTags();
  if (state.q.trim() === '') return finish([], '');
  results.ariaBusy = 'true';
  const waits = [
    setTimeout(say, pause, asked, 'در حال جست‌وجو…'),
    setTimeout(say, slow, asked, 'هنوز در حال جست‌وجو؛ اینترنت کند است…'),
  ];
  void answer(asked)
    .catch((error: unknown) => fail(asked, error))
    .finally(() => waits.forEach(clearTimeout));
}

async function answer(asked: number): Promise<void> {
  const opened = await open();
  const found = await answerQuestion(state.q, opened.words, isTyping);
  if (asked !== question) return;
  const shown = filterArticles(found.articles, opened.rows, numberFilters(state, opened));
  const whole = filterArticles(
    found.articles.slice(0, found.complete),
    opened.rows,
    numberFilters(state, opened),
  ).length;
  showFilters(page, state, found.articles, opened, setFilter);
  panel.hidden = found.articles.length === 0 && Object.keys(state.filters).length === 0;
  showTags();
  await showHits(asked, found, opened, orderOf(shown, whole), whole);
  if (found.unknown.length > 0 || shown.length === 0) void advise(asked, found, opened);
}

/** By date, articles that lack words would come first: they are only shown where there are no others. */
function orderOf(articles: readonly number[], whole: number): number[] {
  if (state.sort !== 'date') return [...articles];
  return (whole > 0 ? articles.slice(0, whole) : articles).toSorted((a, b) => b - a);
}

async function showHits(
  asked: number,
  { sought }: SearchAnswer,
  opened: SearchIndex,
  articles: readonly number[],
  whole: number,
): Promise<void> {
  let count = 0;
  const draw = async (to: number): Promise<HTMLElement[]> => {
    const next = await Promise.all(articles.slice(count, to).map((number) => opened.article(number)));
    if (asked !== question) return [];
    const items = next.map((article) => hitItem(article, sought));
    if (count === 0) results.replaceChildren(element('ol'));
    const split = whole > 0 ? Math.max(0, whole - count) : items.length;
    results.querySelector('ol:last-of-type')!.append(...items.slice(0, split));
    if (split < items.length && count <= whole)
      results.append(element('p', 'search-divide', 'خبرهایی که بیشتر واژه‌ها را دارند'), element('ol'));
    results.querySelector('ol:last-of-type')!.append(...items.slice(split));
    count += items.length;
    more.hidden = count >= articles.length;
    return items;
  };
  if (articles.length > 0) await draw((history.state as { shown?: number } | null)?.shown ?? pageSize);
  if (asked !== question) return;
  finish(undefined, describe(articles.length, whole));
  showMore = async () => {
    const [first] = await draw(count + pageSize);
    history.replaceState({ shown: count }, '');
    first?.querySelector('a')?.focus();
  };
}

function describe(count: number, whole: number): string {
  if (count === 0) return 'نتیجه‌ای پیدا نشد.';
  if (whole === 0) return `هیچ خبری همه واژه‌ها را ندارد؛ ${formatNumber(count)} خبر بیشترشان را دارد.`;
  return `${formatNumber(whole)} خبر پیدا شد.`;
}

/** Offer what the reader may have meant, once the typing rests. */
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
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ q: words, filters: {} }, 'new');
    field.focus();
  };
  return link;
}

function setFilter(kind: FilterKind, value: string): void {
  const { [kind]: _, ...others } = state.filters;
  go({ filters: value === '' ? others : { ...others, [kind]: value } }, 'new');
}

function open(): Promise<SearchIndex> {
  index ??= openIndex(page.dataset['index']!).then((opened) => {
    adviseTags = createTagAdviser(opened);
    return opened;
  });
  return index;
}

function say(asked: number, message: string): void {
  if (asked === question) status.textContent = message;
}

function fail(asked: number, error: unknown): void {
  console.error(error);
  index = undefined;
  if (asked !== question) return;
  const isOld = !('DecompressionStream' in window);
  finish([], isOld ? 'مرورگر شما برای این جست‌وجو قدیمی است.' : 'جست‌وجو بارگذاری نشد. شاید پیوند اینترنت قطع است.');
  retry.hidden = isOld;
}

function finish(hits: [] | undefined, message: string): void {
  if (hits || message.startsWith('نتیجه')) results.replaceChildren();
  if (hits) panel.hidden = true;
  results.ariaBusy = 'false';
  status.textContent = message;
}

field.value = state.q;
field.addEventListener('focus', () => void open().catch(() => (index = undefined)), { once: true });
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => go({ q: field.value }, isTyping || state.q === '' ? 'same' : 'new', true), pause);
});
page.querySelector('form')!.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ q: field.value }, isTyping || state.q === '' ? 'same' : 'new');
});
sort.addEventListener('change', () => go({ sort: sort.value === 'date' ? 'date' : '' }, 'new'));
addEventListener('popstate', () => go(readState(), 'same'));
more.addEventListener('click', () => void showMore?.().catch((error: unknown) => fail(question, error)));
retry.addEventListener('click', ask);
listenToKeys({ page, field, clear: () => go({ q: '', filters: {} }, 'new') });
part('keys').hidden = false;
panel.open = matchMedia('(min-width: 48rem)').matches;
if (state.q === '') field.focus();
else ask();
