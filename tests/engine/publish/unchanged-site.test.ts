import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuildSettings } from '../../../src/engine/base/options.ts';
import type { Content } from '../../../src/engine/content/content.ts';
import { changesFile, formatChanges, readChanges } from '../../../src/engine/output/changes.ts';
import type { PublishFolders } from '../../../src/engine/output/folders.ts';
import {
  forgetPublished,
  recallUnchanged,
  rememberPublished,
  sourceKey,
} from '../../../src/engine/publish/unchanged-site.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooznegar-unchanged-'));
  for (const name of ['public', 'site']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('sourceKey', () => {
  const hour = 3_600_000;
  const date = makeDate('1404/07/24 10:30');
  const now = date.epoch + 10 * hour;
  const article = makeArticle({ slug: 'a', date });
  const keyOf = (content: object = {}, settings: object = {}, bundle = 'bundle'): string =>
    sourceKey(
      {
        articles: [article],
        pages: [],
        authors: [],
        comments: [],
        files: [],
        assets: new Map(),
        ...content,
      } as unknown as Content,
      {
        publicFolder: join(folder, 'public'),
        config: { name: 'روزنامه' },
        now,
        plain: false,
        ...settings,
      } as unknown as BuildSettings,
      { key: bundle },
    );

  it('is the same for the same sources, even at another moment', () => {
    expect(keyOf()).toBe(keyOf());
    expect(keyOf({}, { now: now + hour })).toBe(keyOf());
  });

  it('depends on what has expired on the front page', () => {
    const front = { top: [], until: now + hour };
    expect(keyOf({ front }, { now: now + 1 })).toBe(keyOf({ front }));
    expect(keyOf({ front }, { now: now + hour })).not.toBe(keyOf({ front }, { now: now + hour - 1 }));
  });

  it.each<[string, () => string]>([
    ['the code', () => keyOf({}, {}, 'other')],
    ['the settings', () => keyOf({}, { config: { name: 'هفته‌نامه' } })],
    ['leaving out own code', () => keyOf({}, { plain: true })],
    ['the shard', () => keyOf({}, { shard: { number: 1, of: 2 } })],
    ['a page', () => keyOf({ pages: [{ slug: 'about' }] })],
    ['an author', () => keyOf({ authors: [{ slug: 'z' }] })],
    ['a line of redirects.txt', () => keyOf({ redirectLines: [{ to: '/about/' }] })],
    ['the front page', () => keyOf({ front: { top: [] } })],
    ['a comment', () => keyOf({ comments: [{ slug: 'a', count: 1, pages: ['x'] }] })],
    ['a further article', () => keyOf({ articles: [article, makeArticle({ slug: 'b', date })] })],
    ['the text of an article', () => keyOf({ articles: [{ ...article, contentKey: 'other' }] })],
    ['the name of an article', () => keyOf({ articles: [{ ...article, file: 'other.md' }] })],
    ['a draft', () => keyOf({ articles: [{ ...article, draft: true }] })],
    ['an article that is not yet published', () => keyOf({}, { now: date.epoch - 1 })],
    ['an article that has left the news sitemap', () => keyOf({}, { now: date.epoch + 48 * hour })],
    ['the place of a link in a page', () => keyOf({ files: [{ kind: 'page', siteLinks: [{ line: 2 }] }] })],
  ])('depends on %s', (_, changed) => {
    expect(changed()).not.toBe(keyOf());
  });

  it('does not depend on facts that pages do not show', () => {
    expect(keyOf({}, { now: date.epoch })).toBe(keyOf());
    const files = [{ kind: 'article', siteLinks: [{ line: 2 }] }, { kind: 'page' }];
    expect(keyOf({ files })).toBe(keyOf());
    const hidden = (epoch: number): string => keyOf({ articles: [{ ...article, draft: true }] }, { now: epoch });
    expect(hidden(date.epoch + 72 * hour)).toBe(hidden(date.epoch));
  });

  it('depends on the files of the public folder and those beside articles', () => {
    const keys = [keyOf()];
    writeFileSync(join(folder, 'public/a.txt'), 'a');
    keys.push(keyOf());
    writeFileSync(join(folder, 'public/a.txt'), 'ab');
    keys.push(keyOf());
    const asset = join(folder, 'a.jpg');
    const assets = new Map([['a.md', [{ path: asset }]]]);
    keys.push(keyOf({ assets }));
    writeFileSync(asset, 'a');
    keys.push(keyOf({ assets }));
    expect(new Set(keys).size).toBe(5);
  });
});

describe('the result of the last build', () => {
  const result = { pages: 1, files: 2, changed: 2, removed: 3, articles: 1, warnings: [] };
  const places = (): PublishFolders => ({ cache: join(folder, 'cache'), out: join(folder, 'site') });
  const recall = (source: string, damage: string[] | undefined = []): ReturnType<typeof recallUnchanged> =>
    recallUnchanged(places(), source, Promise.resolve(damage));
  beforeEach(() => rememberPublished(places(), 'source', result));

  it('is recalled for the same sources, with an empty list of changes', async () => {
    writeFileSync(
      join(folder, 'site', changesFile),
      formatChanges({ written: ['a'], removed: ['b'], names: ['a', 'index.html'] }),
    );
    for (let times = 0; times < 2; times++) {
      expect(await recall('source')).toEqual({ ...result, changed: 0, removed: 0 });
      expect(readChanges(places().out)).toEqual({ written: [], removed: [], names: ['a', 'index.html'] });
    }
  });

  it.each<[string, () => ReturnType<typeof recall>]>([
    ['other sources', () => recall('other')],
    ['damaged files', () => recall('source', ['a'])],
    ['unknown files', () => recallUnchanged(places(), 'source', Promise.resolve(undefined))],
  ])('is forgotten if there are %s', async (_, recalled) => {
    expect(await recalled()).toBeUndefined();
    expect(readdirSync(places().out)).toEqual([]);
    expect(await recall('source')).toBeUndefined();
  });

  it('can be forgotten even if it is missing', async () => {
    forgetPublished(places());
    forgetPublished(places());
    expect(await recall('source')).toBeUndefined();
    expect(readdirSync(places().cache)).toEqual([]);
  });
});
