import { dateRules } from './date-rules.ts';
import { directionRules } from './direction-rules.ts';
import { documentRules } from './document-rules.ts';
import type { PageRule } from './finding.ts';
import { orthographyRules } from './orthography-rules.ts';

/** Everything that a built page must keep to so that Persian is read, heard and found as it should be. */
export const htmlRules: readonly PageRule[] = [...documentRules, ...dateRules, ...orthographyRules, ...directionRules];
