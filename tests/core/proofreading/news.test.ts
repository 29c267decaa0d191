import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { loadOrthography } from '../../../src/engine/proofread/dictionary.ts';
import { proseOf } from '../../../src/core/markdown/prose.ts';
import { mendFile } from '../../../src/core/proofreading/mend.ts';
import { readSourceDocument, shapeOf } from '../../../src/core/proofreading/source-document.ts';
import { sharedData } from '../../support/folders.ts';

const data = join(sharedData, 'news-fa.jsonl.gz');
const step = inject('isThorough') ? 10 : 100;
const context = loadOrthography({ off: [], words: [] });

/** Some articles as files, in the letters of their agencies. */
function readFiles(): { path: string; text: string }[] {
  const lines = gunzipSync(readFileSync(data)).toString('utf8').trim().split('\n');
  return lines
    .filter((_, index) => index % step === 0)
    .map((line) => {
      const { id, title, body } = JSON.parse(line) as Record<'id' | 'title' | 'body', string>;
      return { path: `${id}.md`, text: `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n` };
    });
}

describe.runIf(existsSync(data))('real articles', () => {
  it.each([false, true])('are fixed idempotently, in their prose alone (all: %s)', (all) => {
    const files = readFiles();
    expect(files.length).toBeGreaterThan(3000 / step);
    for (const file of files) {
      const scope = { all, frontMatter: true };
      const { text, mended } = mendFile(file, context, scope);
      expect(shapeOf(text)).toBe(shapeOf(file.text));
      expect(mendFile({ ...file, text }, context, scope)).toMatchObject({ text, mended: [] });
      expect(mended.every(({ isSafe }) => isSafe || all)).toBe(true);
    }
  });

  it('contain nothing afterwards that a build would change', () => {
    for (const file of readFiles()) {
      const { text, findings } = mendFile(file, context, { all: false, frontMatter: true });
      const isLeft = findings.some(({ id }) => /^(?:letters|invisible-marks|digits|separators)$/.test(id));
      const blocks = readSourceDocument(text).blocks.filter((block) => !/[\uFFFC$]|:::/.test(block.text));
      const changed = blocks.filter((block) => proseOf(block.text) !== block.text);
      expect(isLeft ? [] : changed.map((block) => block.text)).toEqual([]);
    }
  });
});
