import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../support/content-problems.ts';
import { repository } from '../../support/folders.ts';
import { makeFolder, problemsIn, readTree, runImport, stripReport } from '../../support/imports.ts';

const golden = join(repository, 'tests/golden-import');
const cases = readdirSync(golden).toSorted();
/** Secrets in the inputs that must not be imported: addresses of people, passwords and tokens. */
const secrets =
  /[\w.]+@(?:[\w-]+\.)+example|203\.0\.113\.\d+|\$2a\$|raz-e-penhan|ramz-e-obur|channel1555|خوانندهٔ پنهان|wp_page_data/;
const defaults = { source: 'خبر' };

/** Compare the files below a folder with those of the case, or write them if `UPDATE=1` is set outside CI. */
function expectTree(folder: string, actual: Readonly<Record<string, string>>): void {
  if (process.env['UPDATE'] === '1' && process.env['CI'] === undefined) {
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(actual)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  expect(actual).toEqual(existsSync(folder) ? readTree(folder) : {});
}

function inputsOf(name: string): string[] {
  const folder = join(golden, name, 'input');
  const files = readdirSync(folder, { withFileTypes: true });
  const isExport = files.every((file) => file.isFile() && /\.(?:xml|atom|jsonl?)$/.test(file.name));
  return isExport ? files.map((file) => join(folder, file.name)).toSorted() : [folder];
}

describe.each(cases)('importing the golden folder %s', async (name) => {
  const inputs = inputsOf(name);
  const media = join(golden, name, 'media');
  const options = { defaults, media: existsSync(media) ? [media] : [] };
  const content = join(makeFolder(), 'content');
  mkdirSync(content);
  const strip = (report: string): string => stripReport(report, { content, input: join(golden, name, 'input') });
  const trial = await runImport(inputs, content, { ...options, isTrial: true });
  const afterTrial = readTree(content);
  const first = await runImport(inputs, content, options);
  const written = readTree(content);
  const second = await runImport(inputs, content, options);

  it('gives the accepted files and report', () => {
    const files = Object.fromEntries(
      Object.entries(written).map(([path, text]) => [/\.(?:md|jsonl|txt)$/.test(path) ? path : `${path}.txt`, text]),
    );
    expectTree(join(golden, name, 'expected'), { ...files, 'report.txt': strip(first.report) });
  });

  it('gives articles and pages without problems', async () => {
    expect(problemsIn(content)).toEqual([]);
    expect(await problemsOf(content)).toEqual([]);
  });

  it('imports no secrets', () => {
    const everything = JSON.stringify([written, first.report, first.file]);
    expect(everything.match(secrets)?.[0]).toBeUndefined();
  });

  it('writes nothing as a trial, and reports the same', () => {
    expect(afterTrial).toEqual({});
    expect(strip(trial.report)).toBe(strip(first.report).replace(/^(\d+) written/m, '$1 would be written'));
    expect(trial.refused).toBe(first.refused);
  });

  it('writes nothing the second time, and reports it', () => {
    expect(readTree(content)).toEqual(written);
    const [, files = ''] = /^(\d+) written/m.exec(first.report) ?? [];
    expect(second.report).toMatch(/^0 written to /m);
    expect(second.report).toContain(` ${files} already there`);
    expect(second.report).not.toMatch(/updated|Edited here|Deleted here/);
  });
});
