import { join } from 'node:path';

/** The root folder of this repository. */
export const repository = join(import.meta.dirname, '../..');
/** Inputs with expected outputs, one folder per case. */
export const fixtures = join(repository, 'tests/fixtures');
/** Real articles and exports; tests that need them are skipped if the folder is missing. */
export const sharedData = join(repository, '../shared/data');
