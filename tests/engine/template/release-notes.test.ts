import { expect, it } from 'vitest';
import { handNotes } from '../../../src/engine/template/release-notes.ts';

const before = '## [1.0.0]\n\n- **by hand** Done long ago.\n';
const after = `## [1.1.0]

- **automatic** Faster.
- **by hand** Rename \`a\`
  to \`b\`.
- **by hand** Remove c.

## [1.0.0]

- **by hand** Done long ago.
`;

it('the changelog’s entries that ask for work are listed, those known before left out', () => {
  expect(handNotes(before, after)).toEqual(['Rename `a` to `b`.', 'Remove c.']);
});
