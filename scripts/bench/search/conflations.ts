import { readScraped } from '../scraped.ts';
import { normalizeText } from '../../../src/core/text/persian.ts';
import { stemOf } from '../../../src/core/words/stems.ts';
import { findTerms } from '../../../src/core/words/words.ts';

/** Forms that share a stem, most frequent first. */
interface Conflation {
  stem: string;
  /** Those that the stemmer has changed. */
  forms: string[];
  /** Whether the stem is itself one of the frequent forms. */
  isForm: boolean;
}

/**
 * List what the stemmer equates among the most frequent forms of scraped articles (gzipped JSON Lines), for reading: a
 * stem, and the forms that were cut to it. A stem that is none of these forms has an asterisk.
 *
 * @param count Number of forms; those with half-spaces are left out, since their boundaries are visible.
 */
export async function listConflations(file: string, count: number): Promise<string[]> {
  const surfaces = await frequentSurfaces(file, count);
  const known = new Set(surfaces);
  const conflations = new Map<string, Conflation>();
  for (const surface of surfaces) {
    const stem = stemOf(surface);
    if (stem === surface) continue;
    if (!conflations.has(stem)) conflations.set(stem, { stem, forms: [], isForm: known.has(stem) });
    conflations.get(stem)!.forms.push(surface);
  }
  return [...conflations.values()].map(({ stem, forms, isForm }) => `${stem}${isForm ? '' : '*'}: ${forms.join(' ')}`);
}

async function frequentSurfaces(file: string, count: number): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { title, lead, body } of await readScraped(file)) {
    for (const { surface, spelling } of findTerms(normalizeText([title, lead, body].join('\n')))) {
      if (!spelling.includes('\u200C')) counts.set(surface, (counts.get(surface) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([surface]) => surface);
}
