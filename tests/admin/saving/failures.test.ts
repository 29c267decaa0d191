import { describe, expect, it } from 'vitest';
import { wordFailure } from '../../../src/admin/saving/failures.ts';

describe('wordFailure', () => {
  it('says what happened, that the text is kept, and what to do', () => {
    for (const failure of [
      new TypeError('Failed to fetch'),
      { status: 401, message: 'Bad credentials' },
      { status: 403 },
      { status: 400, message: 'The file has changed since you started editing it: a.md' },
    ])
      expect(wordFailure(failure)).toContain('از دست نرفته');
    expect(wordFailure({ status: 401 })).toContain('دوباره وارد شوید');
    expect(wordFailure(new TypeError('Failed to fetch'))).toContain('شبکه');
  });

  it('leaves the words of the host where they say more', () => {
    expect(wordFailure({ status: 422, message: 'Validation Failed' })).toBeUndefined();
    expect(wordFailure({ status: 400, message: 'A file with this name already exists' })).toBeUndefined();
    expect(wordFailure(undefined)).toBeUndefined();
  });
});
