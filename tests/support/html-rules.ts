import { dateRules } from './date-rules.ts';
import { directionRules } from './direction-rules.ts';
import { documentRules } from './document-rules.ts';
import type { PageRule } from './finding.ts';
import { orthographyRules } from './orthography-rules.ts';

/** Rules of built pages, for Persian that reads, sounds and is found correctly. */
export const htmlRules: readonly PageRule[] = [...documentRules, ...dateRules, ...orthographyRules, ...directionRules];
