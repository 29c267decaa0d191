import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishFolders } from '../../../src/engine/output/folders.ts';
import {
  closeJournal,
  draftJournal,
  isPublishing,
  openJournal,
  readJournal,
  readUnreportedChanges,
  settleJournal,
} from '../../../src/engine/publish/journal.ts';

let folders: PublishFolders;
beforeEach(() => {
  const cache = mkdtempSync(join(tmpdir(), 'rooznegar-journal-'));
  folders = { cache, out: join(cache, 'dist') };
});
afterEach(() => rmSync(folders.cache, { recursive: true }));

const written = new Map([['a.html', { key: 'k', hash: 'h' }]]);
const draft = (removed = ['b.html']): void => draftJournal(folders, { written, removed });

describe('the journal', () => {
  it('counts from when it is opened', () => {
    draft();
    expect([isPublishing(folders), readJournal(folders)]).toEqual([false, undefined]);
    const journal = { written: [...written], removed: ['b.html'] };
    expect(openJournal(folders)).toEqual(journal);
    expect([isPublishing(folders), readJournal(folders)]).toEqual([true, journal]);
  });

  it('is gone when a build has come to its end', () => {
    draft();
    openJournal(folders);
    draft();
    settleJournal(folders, undefined);
    expect(readdirSync(folders.cache)).toEqual([]);
    draft();
    openJournal(folders);
    closeJournal(folders);
    expect(readdirSync(folders.cache)).toEqual([]);
  });

  it('keeps the changes of killed builds until a build has reported them', () => {
    expect(readUnreportedChanges(folders)).toEqual({ written: [], removed: [] });
    for (const removed of [['b.html'], ['d.html', 'c.html']]) {
      draft(removed);
      settleJournal(folders, openJournal(folders));
      expect(isPublishing(folders)).toBe(false);
    }
    expect(readUnreportedChanges(folders)).toEqual({ written: ['a.html'], removed: ['b.html', 'c.html', 'd.html'] });
    settleJournal(folders, undefined);
    expect(readUnreportedChanges(folders).removed).toHaveLength(3);
    closeJournal(folders);
    expect(readUnreportedChanges(folders)).toEqual({ written: [], removed: [] });
  });

  it('says nothing when it is damaged', () => {
    draft();
    openJournal(folders);
    writeFileSync(join(folders.cache, 'publishing.json'), 'damaged');
    expect(readJournal(folders)).toBeUndefined();
    expect(isPublishing(folders)).toBe(true);
  });
});
