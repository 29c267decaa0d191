import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { persianStrings } from '../../../src/core/admin/persian-strings.ts';
import { repository } from '../../support/folders.ts';

const locales = join(repository, 'node_modules/@sveltia/cms/locales');
const [theirs, english] = ['fa', 'en-US'].map((name) =>
  namesOf(JSON.parse(readFileSync(join(locales, `${name}.json`), 'utf8'))),
);

/** Texts by name; `sign_in_error.invalid_token` is in a group. */
function namesOf(group: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(group).flatMap(([name, value]) =>
      typeof value === 'string' ? [[path + name, value] as const] : [...namesOf(value as object, `${path}${name}.`)],
    ),
  );
}

/** What a text has filled in: «{$name}». */
const variablesOf = (text: string): string[] => [...new Set(text.match(/\$\w+/g))].toSorted();

describe('the Persian texts of the editor', () => {
  it('cover all that the package lacks, but for faults of its configuration, which is generated', () => {
    const missing = [...english!.keys()].filter((name) => !theirs!.has(name) && !name.startsWith('config.'));
    expect(missing.length).toBeGreaterThan(40);
    expect(Object.keys(persianStrings).toSorted()).toEqual(missing.toSorted());
  });

  it('fill in what the English ones do', () => {
    for (const [name, text] of Object.entries(persianStrings)) {
      const wanted = variablesOf(english!.get(name)!);
      expect(wanted, name).toEqual(expect.arrayContaining(variablesOf(text)));
      if (!text.includes('.match')) expect(variablesOf(text), name).toEqual(wanted);
    }
  });
});
