import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOrthography } from '../../../src/engine/proofread/dictionary.ts';
import { mendFile, type MendScope } from '../../../src/core/proofreading/mend.ts';
import { repository } from '../../support/folders.ts';

const golden = join(repository, 'tests/golden-fix');
const cases = readdirSync(golden);
const context = loadOrthography({ off: [], words: [] });

function mend(text: string, scope: MendScope): string {
  return mendFile({ path: 'a.md', text }, context, scope).text;
}

/** Compare with a golden file, or write it if `UPDATE=1` is set outside CI. */
function expectFile(path: string, actual: string): void {
  if (process.env['UPDATE'] === '1' && process.env['CI'] === undefined) writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe.each(cases)('fixing the golden document %s', (name) => {
  const folder = join(golden, name);
  const input = readFileSync(join(folder, 'input.md'), 'utf8');
  const scope = { all: true, frontMatter: name === 'front-matter' };

  it('gives the accepted text', () => {
    expectFile(join(folder, 'output.md'), mend(input, scope));
  });

  it('is idempotent', () => {
    const once = mend(input, scope);
    expect(mend(once, scope)).toBe(once);
  });

  it('keeps line ends and the byte order mark', () => {
    expect(mend(`\uFEFF${withCrlf(input)}`, scope)).toBe(`\uFEFF${withCrlf(mend(input, scope))}`);
  });
});
