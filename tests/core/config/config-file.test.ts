import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fillConfigFile, readSections, suspendFooterLinks } from '../../../src/core/config/config-file.ts';
import { node } from '../../support/command.ts';
import { repository } from '../../support/folders.ts';
import { sample } from '../../support/sample.ts';

const text = readFileSync(sample.configFile, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'config-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plain = { url: 'https://a.example', name: 'کاوش', description: 'خبر.', messages: 'fa' as const };
const cases = {
  'several sections': {
    ...plain,
    sections: [
      { slug: 'iran', name: 'ایران' },
      { slug: 'sport', name: 'ورزش' },
    ],
  },
  'one section': { ...plain, sections: [{ slug: 'iran', name: 'ایران' }] },
  'no section': { ...plain, sections: [] },
  'marks of every kind': { ...plain, name: `"a" 'b' c\\d $& \${e}`, description: "it's", sections: [] },
  'a long description': { ...plain, description: 'خبر '.repeat(30).trim(), sections: [] },
};

describe.each(Object.entries(cases))('a configuration with %s', (name, settings) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.ts`);
  const filled = fillConfigFile(text, settings);

  it('has these settings, and the others of the sample', async () => {
    writeFileSync(file, filled);
    const { config } = (await import(pathToFileURL(file).href)) as { config: unknown };
    expect(config).toEqual({ ...sample.config, ...settings });
  });

  it('is formatted as the project', () => {
    const formatter = join(repository, 'node_modules/oxfmt/bin/oxfmt');
    const args = [formatter, '--config', join(repository, '.oxfmtrc.json'), '--stdin-filepath', 'config.ts'];
    const { stdout } = spawnSync(node, args, { cwd: repository, input: filled, encoding: 'utf8' });
    expect(stdout).toBe(filled);
  });
});

it('a text without one of the settings is refused', () => {
  expect(() => fillConfigFile('export const config = {};\n', cases['no section'])).toThrow(/no setting «url»/);
});

it.each([
  [
    'society=جامعه، ورزش',
    [
      { slug: 'society', name: 'جامعه' },
      { slug: 'ورزش', name: 'ورزش' },
    ],
  ],
  [' دانش و فناوری ,, ', [{ slug: 'دانش-و-فناوری', name: 'دانش و فناوری' }]],
  ['', []],
])('sections are read as they are typed: «%s»', (typed, sections) => {
  expect(readSections(typed)).toEqual(sections);
});

it('comments out footer links to pages that do not exist yet', () => {
  const suspended = suspendFooterLinks(text, ['about', 'archive-x']);
  expect(suspended).toBe(text.replace("{ label: 'درباره ما'", "// With content/pages/about.md: { label: 'درباره ما'"));
  expect(suspended).not.toBe(text);
  expect(suspendFooterLinks(text, [])).toBe(text);
});
