import type { RelatedChoice } from './choice.ts';

/** For each article, the nearest older and newer article of its section; -1 if there is none. */
export interface SectionLinks {
  older: Int32Array;
  newer: Int32Array;
}

/** Link the articles of each section, which are in chronological order. */
export function linkSections(items: readonly { section?: string | undefined }[]): SectionLinks {
  const links = { older: new Int32Array(items.length).fill(-1), newer: new Int32Array(items.length).fill(-1) };
  const latest = new Map<string | undefined, number>();
  items.forEach(({ section }, rank) => {
    const older = latest.get(section);
    latest.set(section, rank);
    if (older === undefined) return;
    links.older[rank] = older;
    links.newer[older] = rank;
  });
  return links;
}

/** Complete a short list with the nearest articles of the same section: older ones, then newer ones up to `last`. */
export function fillFromSection(
  { ranks }: RelatedChoice,
  { older, newer }: SectionLinks,
  rank: number,
  last: number,
  count: number,
): RelatedChoice {
  const filled = [...ranks];
  const add = (near: number): void => {
    if (!filled.includes(near)) filled.push(near);
  };
  for (let near = older[rank]!; near !== -1 && filled.length < count; near = older[near]!) add(near);
  for (let near = newer[rank]!; near !== -1 && near <= last && filled.length < count; near = newer[near]!) add(near);
  return { ranks: filled, floor: 0 };
}
