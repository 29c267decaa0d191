import type fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repository } from '../../support/folders.ts';
import { makeFolder, readTree, runImport } from '../../support/imports.ts';
import { countRuns } from '../../support/runs.ts';
import { realFs, withFs } from '../../support/with-fs.ts';

const seed = 14040724;
const options = { defaults: { source: 'خبر' }, isAsIs: true };
const root = makeFolder();
let count = 0;

function newFolder(): { input: string; content: string } {
  const folder = join(root, `${(count += 1)}`);
  mkdirSync(join(folder, 'content/articles'), { recursive: true });
  return { input: join(folder, 'in.jsonl'), content: join(folder, 'content') };
}

interface Item {
  id: number;
  title: string;
  body: string;
  date: string;
}

function writeItems(file: string, items: readonly Item[]): void {
  const lines = items.map(({ id, ...fields }) =>
    JSON.stringify({ id: `${id}`, url: `https://khabar.example/?p=${id}`, ...fields }),
  );
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}

/** Files by the end of their text, which identifies their record. */
function filesById(content: string): Map<number, string> {
  const files = Object.entries(readTree(content)).filter(([path]) => path.endsWith('.md'));
  return new Map(files.map(([path, text]) => [Number(/خبر شماره (\d+)/.exec(text)?.[1]), path]));
}

const change = fc.constantFrom('nothing', 'edited', 'deleted', 'source', 'edited and source', 'deleted and source');

describe('a second import', () => {
  it(`keeps what was edited or deleted, and updates the others (seed ${seed})`, async () => {
    const items = fc.array(
      fc.record({ title: fc.constantFrom('پل تازه', 'مترو', 'index', 'CON'), isDated: fc.boolean(), change }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 0, max: 2 }), async (made, added) => {
        const { input, content } = newFolder();
        const first = made.map(({ title, isDated }, id) => ({
          id,
          title,
          body: `خبر شماره ${id}`,
          date: isDated ? '1402/05/06 10:30' : '1402/05/06',
        }));
        writeItems(input, first);
        await runImport([input], content, options);
        const files = filesById(content);
        expect([...files.keys()].toSorted()).toEqual(first.map(({ id }) => id));
        for (const [id, { change: what }] of made.entries()) {
          const file = join(content, files.get(id)!);
          if (what.startsWith('edited')) writeFileSync(file, `${readFileSync(file, 'utf8')}\nافزودهٔ ویراستار\n`);
          if (what.startsWith('deleted')) rmSync(file);
        }
        const before = readTree(content);
        const second = first.map((item, id) =>
          made[id]!.change.endsWith('source') ? { ...item, body: `${item.body} با متن تازه` } : item,
        );
        const more = Array.from({ length: added }, (_, at) => ({
          ...first[0]!,
          id: 100 + at,
          body: `خبر شماره ${100 + at}`,
        }));
        writeItems(input, [...more, ...second]);
        const { report } = await runImport([input], content, options);
        const after = readTree(content);
        const now = filesById(content);
        for (const [id, { change: what }] of made.entries()) {
          const path = files.get(id)!;
          if (what === 'source') expect(after[path]).toContain('با متن تازه');
          else expect(after[path]).toBe(before[path]);
          if (!what.startsWith('deleted')) expect(now.get(id)).toBe(path);
        }
        for (const { id } of more) expect(now.has(id)).toBe(true);
        const updated = made.filter(({ change: what }) => what === 'source').length;
        expect(report).toMatch(updated > 0 ? new RegExp(`, ${updated} updated`) : /^(?!.*updated)/s);
        await runImport([input], content, options);
        expect(readTree(content)).toEqual(after);
      }),
      { seed, numRuns: countRuns(6, 200) },
    );
  });
});

describe('an import that is killed', () => {
  const golden = join(repository, 'tests/golden-import/wordpress');
  const inputs = readdirSync(join(golden, 'input')).map((name) => join(golden, 'input', name));
  const media = [join(golden, 'media')];
  const run = (content: string): Promise<unknown> => runImport(inputs, content, { ...options, media });
  const texts = (content: string): Record<string, string> =>
    Object.fromEntries(Object.entries(readTree(content)).filter(([path]) => !/\.(?:new|part)$/.test(path)));

  /** Import, with all writes dropped from a certain rename on. */
  async function runUntil(content: string, last: number, isDone: boolean): Promise<boolean> {
    let left = last;
    const stop = (): void => {
      throw new Error('killed');
    };
    const renameSync = (from: fs.PathLike, to: fs.PathLike): void => {
      left -= 1;
      if (left < 0 || (left === 0 && !isDone)) stop();
      realFs.renameSync(from, to);
      if (left === 0) stop();
    };
    const writeFile = (...values: Parameters<typeof fs.writeFileSync>): void =>
      left <= 0 ? stop() : realFs.writeFileSync(...values);
    try {
      await withFs({ renameSync, writeFileSync: writeFile }, () => run(content));
    } catch {
      return true;
    }
    return false;
  }

  it.each([true, false])('at any write gives the same when it runs again (after the write: %s)', async (isDone) => {
    const whole = newFolder().content;
    await run(whole);
    const expected = texts(whole);
    let last = 1;
    for (; last < 100; last += 1) {
      const { content } = newFolder();
      if (!(await runUntil(content, last, isDone))) break;
      await run(content);
      expect(texts(content)).toEqual(expected);
    }
    expect(last).toBeGreaterThan(10);
    expect(last).toBeLessThan(100);
  });

  it('in the middle of an update is completed by the next import', async () => {
    const { input, content } = newFolder();
    const items = [1, 2, 3].map((id) => ({ id, title: 'پل', body: `خبر شماره ${id}`, date: '1402/05/06' }));
    const write = (words: string): void =>
      writeItems(
        input,
        items.map((item) => ({ ...item, body: `${item.body} ${words}` })),
      );
    write('یک');
    await runImport([input], content, options);
    write('دو');
    let renames = 0;
    const renameSync = (from: fs.PathLike, to: fs.PathLike): void => {
      if ((renames += 1) > 2) throw new Error('killed');
      realFs.renameSync(from, to);
    };
    await expect(withFs({ renameSync }, () => runImport([input], content, options))).rejects.toThrow('killed');
    await runImport([input], content, options);
    write('سه');
    await runImport([input], content, options);
    const found = Object.entries(readTree(content)).filter(([path]) => path.endsWith('.md'));
    expect(found).toHaveLength(3);
    for (const [, text] of found) expect(text).toContain('سه');
    expect(existsSync(join(content, 'origins.jsonl'))).toBe(true);
  });
});
