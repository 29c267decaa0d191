import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';

/** The file of a content folder that lists the most read articles. `npm run popular` writes it. */
export const popularFile = 'popular.json';

const shape = z.object({ at: z.iso.datetime({ offset: true }), articles: z.array(z.string().min(1)).max(100) });

/** The most read articles: the moment of the list (RFC 3339), and their slugs. */
export type PopularList = z.infer<typeof shape>;

/** Fewest articles that make a list. */
export const fewestPopular = 3;

/** Parse `popular.json`. @param file Path shown in problems. */
export function parsePopular(
  text: string,
  file: string,
): { articles: readonly string[]; problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { data } = shape.safeParse(value);
  if (data) return { articles: [...new Set(data.articles)], problems: [] };
  return { articles: [], problems: [{ id: 'popular-file', file, line: 1, column: 1, values: {} }] };
}

/** Write `popular.json`. */
export function writePopular(list: PopularList): string {
  return `${JSON.stringify(list, undefined, 2)}\n`;
}
