import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../../../src/engine/content/load-content.ts';
import { projectFolder, readOptions } from '../../../src/engine/base/options.ts';
import { sampleFolder } from '../../../src/engine/template/sample.ts';

// Average number of articles per tag: a newsroom's tags have a long tail.
const articlesPerTag = 4;
const sources = ['شهرنما', 'خبرگزاری کاوش', 'روزنگار', 'ترازنامه'];
const [content, publicFolder, config] = ['content', 'public', 'config.ts'].map((name) =>
  join(projectFolder, sampleFolder, name),
);
const start = Date.UTC(2016, 2, 20);
const end = Date.UTC(2026, 2, 20);

/**
 * Generate `count` articles for benchmarks: deterministic, from the words of the sample content and invented ones, with
 * the frequencies of natural language (Zipf 1949).
 */
export async function writeCorpus(count: number, folder: string): Promise<void> {
  const { sentence, tag } = await createNewsWriter(count);
  for (let number = 0; number < count; number++) {
    const date = new Date(start + Math.floor(((end - start) / count) * number));
    const month = join(folder, String(date.getUTCFullYear()), String(date.getUTCMonth() + 1).padStart(2, '0'));
    await mkdir(month, { recursive: true });
    const tags = [...new Set([tag(), tag(), tag(), tag()])].map((name) => `"${name}"`);
    const fields = [
      `title: "${sentence(9)}"`,
      `date: ${date.toISOString()}`,
      `tags: [${tags.join(', ')}]`,
      `source: "${sources[number % sources.length]}"`,
      `lead: "${sentence(25)}."`,
    ];
    await writeFile(
      join(month, `khabar-${String(number).padStart(7, '0')}.md`),
      `---\n${fields.join('\n')}\n---\n\n${body(sentence)}`,
    );
  }
}

/** Generates news: sentences of a given number of words, and tags. */
export interface NewsWriter {
  sentence(length: number): string;
  tag(): string;
}

/** Create a generator of news for `count` articles. Its output is always the same. */
export async function createNewsWriter(count: number): Promise<NewsWriter> {
  const random = createRandom(42);
  const words = await vocabulary(random);
  const word = createPicker(words, random);
  return {
    sentence: (length) => Array.from({ length }, word).join(' '),
    tag: createPicker(tagsOf(words, Math.max(60, Math.floor(count / articlesPerTag))), random),
  };
}

function body(sentence: (length: number) => string): string {
  const paragraph = (): string => `${sentence(18)}، ${sentence(20)}: ${sentence(15)} «${sentence(3)}» ${sentence(12)}.`;
  const list = [6, 6, 6].map((length) => `- ${sentence(length)}`).join('\n');
  return [
    paragraph(),
    paragraph(),
    `## ${sentence(4)}`,
    paragraph(),
    paragraph(),
    `> ${sentence(20)}.`,
    list,
    paragraph(),
    paragraph(),
  ].join('\n\n');
}

/**
 * Build a vocabulary of 30,000 words: those of the sample articles first, then invented ones in place of rare words.
 */
async function vocabulary(random: () => number): Promise<string[]> {
  const { articles } = await loadContent(await readOptions({ content, public: publicFolder, config }));
  const words = new Set(
    articles
      .flatMap(({ body }) => body.text.match(/[\u0600-\u06FF\u200C]{2,}/g) ?? [])
      .filter((word) => /^[\p{L}\u200C]+$/u.test(word)),
  );
  const letters = 'ابپتجچخدرزسشفقکگلمنوهی';
  while (words.size < 30_000) {
    const length = 3 + Math.floor(random() * 5);
    words.add(Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join(''));
  }
  return [...words];
}

function tagsOf(words: readonly string[], count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${words[(index * 37 + 200) % words.length]} ${words[(index * 91 + 500) % words.length]}`,
  );
}

/** Pick items with frequencies after Zipf's law, by inverse transform sampling. */
function createPicker(items: readonly string[], random: () => number): () => string {
  let sum = 0;
  const sums = items.map((_, index) => (sum += 1 / (index + 2.7)));
  return () => {
    const target = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return items[low]!;
  };
}

/** A linear congruential generator (Numerical Recipes): every run generates the same articles. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
