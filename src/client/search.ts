import { foldText, formatNumber } from '../core/persian.ts';
import { type HitReference, type Pagefind, loadPagefind, searchIndex } from './pagefind.ts';
import { listenToKeys } from './search-keys.ts';
import { hitItem } from './search-results.ts';

const pageSize = 10;
const pause = 250;
const page = document.querySelector<HTMLElement>('[data-search]')!;
const part = <Found extends HTMLElement>(selector: string): Found => page.querySelector<Found>(selector)!;
const field = part<HTMLInputElement>('input[type=search]');
const status = part('[data-status]');
const results = part('[data-part=results]');
const more = part<HTMLButtonElement>('[data-more]');
const retry = part<HTMLButtonElement>('[data-retry]');

let index: Promise<Pagefind> | undefined;
let attempts = 0;
let hits: HitReference[] = [];
let shown = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
// Answers come in any order: only that to the latest question counts.
let question = 0;

field.value = new URLSearchParams(location.search).get('q') ?? '';
field.addEventListener('focus', () => void openIndex().catch(() => {}), { once: true });
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
});
part('form').addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
addEventListener('popstate', () => {
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  ask();
});
more.addEventListener('click', () => void guard(question, () => showMore(question, true)));
retry.addEventListener('click', () => ask());
listenToKeys({ page, field, clear });
part('[data-keys]').hidden = false;
if (field.value === '') field.focus();
else ask();

function ask(): void {
  clearTimeout(timer);
  const asked = ++question;
  const words = foldText(field.value)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  writeAddress(field.value.trim());
  more.hidden = true;
  retry.hidden = true;
  if (words === '') return reset('');
  results.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (asked === question) status.textContent = 'در حال جست‌وجو…';
  }, pause);
  void guard(asked, () => answer(asked, words)).finally(() => clearTimeout(slow));
}

async function answer(asked: number, words: string): Promise<void> {
  const found = await searchIndex(await openIndex(), words);
  if (asked !== question) return;
  hits = found;
  shown = 0;
  if (hits.length === 0)
    return reset(`برای «${field.value.trim()}» خبری پیدا نشد. واژه‌های کمتر یا کوتاه‌تر را بیازمایید.`);
  await showMore(asked, false);
}

async function showMore(asked: number, hasAsked: boolean): Promise<void> {
  const next = await Promise.all(hits.slice(shown, shown + pageSize).map((hit) => hit.data()));
  if (asked !== question) return;
  const items = next.map(hitItem);
  const list = (hasAsked && results.querySelector('ol')) || document.createElement('ol');
  list.append(...items);
  results.replaceChildren(list);
  shown += items.length;
  status.textContent = `${formatNumber(hits.length)} خبر پیدا شد`;
  more.hidden = shown >= hits.length;
  results.setAttribute('aria-busy', 'false');
  if (hasAsked) items[0]?.querySelector('a')?.focus();
}

async function guard(asked: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error);
    if (asked !== question) return;
    index = undefined;
    attempts += 1;
    reset('جست‌وجو بارگذاری نشد. شاید پیوند اینترنت قطع است.');
    retry.hidden = false;
  }
}

function openIndex(): Promise<Pagefind> {
  // Some browsers remember that an import failed: each new attempt needs an address of its own.
  index ??= loadPagefind(page.dataset['pagefind']! + (attempts > 0 ? `?attempt=${attempts}` : ''));
  return index;
}

function clear(): void {
  field.value = '';
  field.focus();
  ask();
}

function reset(message: string): void {
  hits = [];
  results.replaceChildren();
  results.setAttribute('aria-busy', 'false');
  status.textContent = message;
}

function writeAddress(words: string): void {
  const address = new URL(location.href);
  if (words === '') address.searchParams.delete('q');
  else address.searchParams.set('q', words);
  history.replaceState(null, '', address);
}
