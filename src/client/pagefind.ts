/** What the index knows of a hit, as far as it is shown. */
export interface Hit {
  url: string;
  /** The whole text. */
  content: string;
  /** Text with `<mark>` around the words that match; `<` and `>` of the text itself are written as entities. */
  excerpt: string;
  meta: { title?: string; date?: string; section?: string; image?: string };
}

/** A hit that is not loaded yet. */
export interface HitReference {
  id: string;
  data(): Promise<Hit>;
}

/** The part of Pagefind's browser API that the search page uses. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: Record<string, unknown>): Promise<void>;
  preload(term: string): Promise<void>;
  search(term: string): Promise<{ results: HitReference[] }>;
}

const alphabet = 'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
const shortWord = 3;

/** Load the search index. It is built after the site, so that no bundler may look for it. */
export async function loadPagefind(url: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({ excerptLength: 26 });
  await pagefind.init();
  return pagefind;
}

/**
 * Search for folded words. Pagefind reads only the part of its index that holds a word itself, and so misses longer
 * words that begin with a short one: the parts for every next letter are read first.
 */
export async function searchIndex(pagefind: Pagefind, words: string): Promise<HitReference[]> {
  const short = words.split(/\s+/).filter((word) => word.length > 0 && word.length <= shortWord);
  await Promise.all(short.flatMap((word) => [...alphabet].map((letter) => pagefind.preload(word + letter))));
  return (await pagefind.search(words)).results;
}
