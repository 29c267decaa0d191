import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { changesFile } from '../../src/engine/output/changes.ts';
import { config } from '../fixtures/sample/config.ts';
import { createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { createRandom, type Random } from '../support/random.ts';

const count = inject('isThorough') ? 10_000 : 2000;
const seed = 1405;
const first = Date.UTC(2018, 2, 21);

it.each([
  ['sharded', 40],
  ['pagefind', 46],
] as const)(`one new article among ${count} changes few files, its %s index included`, async (engine, most) => {
  const random = createRandom(seed);
  const site = await createMiniSite({}, { search: { engine } });
  const step = (Date.UTC(2026, 10, 1) - first) / count;
  for (let number = 0; number < count; number++) writeNews(site, random, number, first + number * step);
  const cold = await site.build();
  expect(cold.code, cold.output).toBe(0);

  writeNews(site, random, count, Date.UTC(2026, 10, 2));
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  const { written, removed } = JSON.parse(readFileSync(join(site.out, changesFile), 'utf8')) as Record<
    string,
    string[]
  >;
  expect(written).toContain(`news/khabar-${count}/index.html`);
  // Files of Pagefind are named by their contents: new ones take the place of those of the newest period.
  expect(removed!.filter((file) => !/^pagefind\/(?:index\/|filter\/|pagefind\.)/.test(file))).toEqual([]);
  expect(removed!.length).toBeLessThan(12);
  expect(written!.length, written!.join('\n')).toBeLessThanOrEqual(most);
});

/** Write a short article with a few of many tags, some common and most rare. */
function writeNews(site: MiniSite, random: Random, number: number, moment: number): void {
  const word = (): string => `واژه${toLetters(rare(random, 6000))}`;
  const words = (length: number): string => Array.from({ length }, word).join(' ');
  const tags = Array.from({ length: 4 }, () => `برچسب ${toLetters(rare(random, count / 4))}`);
  const date = new Date(moment);
  const folder = join(site.content, 'articles', date.toISOString().slice(0, 7));
  mkdirSync(folder, { recursive: true });
  const fields = [
    `title: ${words(7)}`,
    `date: ${date.toISOString()}`,
    `tags: [${tags.join(', ')}]`,
    `source: ${random.pick(['ایسنا', 'مهر', 'روزنگار'])}`,
    `section: ${random.pick(config.sections).slug}`,
  ];
  writeFileSync(join(folder, `khabar-${number}.md`), `---\n${fields.join('\n')}\n---\n\n${words(40)}.\n`);
}

/** A number below a limit, small ones far more often (as Zipf's law has it). */
function rare(random: Random, limit: number): number {
  return Math.floor(limit ** (random.below(10_000) / 10_000)) - 1;
}

function toLetters(number: number): string {
  return [...String(number)].map((digit) => 'ابپتجدرسکم'[Number(digit)]).join('');
}
