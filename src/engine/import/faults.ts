import type { ImportFault } from '../../core/import/record.ts';

/** The fault of a text that is too large. */
export function tooLarge(bytes: number, limit: number): ImportFault {
  const fix = 'Split the text, or raise limits.fileBytes in src/config.ts.';
  return { field: 'body', expected: `at most ${limit} bytes`, found: `${bytes}`, fix };
}

/** The fault of a record whose file would have a problem. */
export function invalid(problem: string): ImportFault {
  return {
    field: 'record',
    expected: 'an article without problems',
    found: problem,
    fix: 'Fix the record at its source and import again, or copy its text into a new article.',
  };
}
