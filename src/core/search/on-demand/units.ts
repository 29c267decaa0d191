import { findDate } from './dates.ts';
import { findLongNumbers } from './numbers.ts';
import { readOperators } from './operators.ts';
import type { QueryReaders, Unit } from '../query.ts';

/** Find the first date and the long numbers among the words of a query. */
export const readUnits: NonNullable<QueryReaders['readUnits']> = (words, text) => {
  const date = findDate(words, text);
  const units = findLongNumbers(words, text).map(({ first, last, spellings }): Unit => ({
    first,
    last,
    alternatives: spellings.map((terms) => ({ terms, factor: 1 })),
  }));
  if (!date) return units;
  const { first, last, spellings, year, month, day } = date;
  const isApart = (unit: Unit): boolean => unit.last < first || unit.first > last;
  const alternatives = spellings.map((terms) => ({ terms, factor: 1 }));
  return [...units.filter(isApart), { first, last, alternatives, date: { year, month, day } }];
};

/** All parts of the analysis. */
export const allReaders: QueryReaders = { readOperators, readUnits };
