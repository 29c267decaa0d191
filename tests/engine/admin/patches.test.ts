import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPatches, patchedVersion, patches } from '../../../src/engine/admin/patches.ts';
import { repository } from '../../support/folders.ts';

const cms = join(repository, 'node_modules/@sveltia/cms');

describe('the patches of the editor', () => {
  it('fit the version that is installed, and leave no address of another host’s fonts', () => {
    expect(JSON.parse(readFileSync(join(cms, 'package.json'), 'utf8'))).toHaveProperty('version', patchedVersion);
    const code = readFileSync(join(cms, 'npm/index.js'), 'utf8');
    const patched = applyPatches(code);
    for (const { replace } of patches) if (replace.length > 20) expect(patched).toContain(replace);
    expect(code).toContain('url(https://cdn.');
    expect(patched).not.toContain('url(https://cdn.');
  });

  it('say what to do if one does not fit', () => {
    expect(() => applyPatches('let a = 1;')).toThrow(`Install version ${patchedVersion}`);
  });
});
