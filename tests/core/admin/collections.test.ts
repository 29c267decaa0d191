import { describe, expect, it } from 'vitest';
import { createEditorConfig } from '../../../src/core/admin/collections.ts';
import type { AdminBackend } from '../../../src/core/config/admin.ts';
import type { EditorField } from '../../../src/core/admin/field-parts.ts';
import { helperFields } from '../../../src/core/admin/fields.ts';
import { articleFields, authorFields, pageFields, termFields } from '../../../src/core/content/fields.ts';
import { config } from '../../fixtures/sample/config.ts';

/** Fields that are edited in files only. */
const byHand = new Set(['id', 'order', 'slug']);
const shapes = {
  articles: articleFields,
  pages: pageFields,
  authors: authorFields,
  sections: termFields,
  tags: termFields,
};
const collectionsOf = (settings: object = {}) =>
  createEditorConfig({ ...config, ...settings }, 'local', { articles: 'content/articles' }).collections;
const helpers = new Set<string>(helperFields);
const namesOf = (fields: readonly EditorField[]): string[] => fields.map(({ name }) => name);

describe('createEditorConfig', () => {
  const collections = collectionsOf({ comments: {}, announce: { channels: [] } });

  it('lists all folders of content whose files have front matter', () => {
    expect(collections.map(({ name, folder }) => [name, folder])).toEqual([
      ...Object.keys(shapes).map((name) => [name, `content/${name}`]),
      ['front', undefined],
    ]);
    expect(collections.at(-1)).toMatchObject({ files: [{ file: 'content/front.yml' }] });
  });

  it.each(Object.entries(shapes))('offers every field that files of %s may have, and no other', (name, { shape }) => {
    const { fields } = collections.find((each) => each.name === name)!;
    const own = namesOf(fields!).filter((field) => field !== 'body' && !helpers.has(field));
    const known = Object.keys(shape).filter((field) => !byHand.has(field));
    expect(own.toSorted()).toEqual(known.toSorted());
  });

  it('labels each field in Persian', () => {
    const labels = (fields: readonly EditorField[]): string[] =>
      fields.flatMap(({ label, widget, fields: parts }) => [
        ...(widget === 'hidden' ? [] : [label]),
        ...labels((parts as EditorField[] | undefined) ?? []),
      ]);
    for (const label of collections.flatMap(({ fields, files }) => labels(fields ?? files![0]!.fields)))
      expect(label).toMatch(/[\u0600-\u06FF]/);
  });

  it('links to the desk of comments where the service runs', () => {
    const at = (place: 'host' | 'local', url: string): unknown =>
      createEditorConfig({ ...config, url, comments: {} }, place, { articles: 'content/articles' }).collections[0]![
        'description'
      ];
    expect(at('host', 'https://khabar.example/paper')).toContain('href="/paper/comments/desk/"');
    expect(at('local', 'https://khabar.example')).toBeUndefined();
    expect(collectionsOf()[0]!['description']).toBeUndefined();
  });

  it('lets new articles wait for review, or be drafts', () => {
    const draftOf = (review: boolean): unknown => {
      const admin = { backend: { name: 'github', repo: 'a/b' }, review } as const;
      const { collections: all } = createEditorConfig({ ...config, admin }, 'host', { articles: 'content/articles' });
      return all[0]!.fields!.find(({ name }) => name === 'draft')!['default'];
    };
    expect([draftOf(false), draftOf(true)]).toEqual([true, false]);
  });

  it('offers the ways to sign in that are set up: a token is one everywhere', () => {
    const signingIn = (backend: AdminBackend): unknown => {
      const { backend: made } = createEditorConfig({ ...config, admin: { backend } }, 'host', {
        articles: 'content/articles',
      });
      return [made['auth_methods'], made['auth_type']];
    };
    expect(signingIn({ name: 'github', repo: 'a/b' })).toEqual([['token'], undefined]);
    expect(signingIn({ name: 'github', repo: 'a/b', baseUrl: 'https://auth.example' })).toEqual([undefined, undefined]);
    // With `pkce` and no application, the editor does not start.
    expect(signingIn({ name: 'gitlab', repo: 'a/b' })).toEqual([['token'], undefined]);
    expect(signingIn({ name: 'gitlab', repo: 'a/b', appId: '1' })).toEqual([undefined, 'pkce']);
    expect(signingIn({ name: 'gitea', repo: 'a/b' })).toEqual([['token'], undefined]);
    expect(signingIn({ name: 'gitea', repo: 'a/b', appId: '1' })).toEqual([undefined, undefined]);
  });

  it('asks about comments only where there are any', () => {
    expect(namesOf(collectionsOf()[0]!.fields!)).not.toContain('comments');
  });

  it('asks about channels only where there are any', () => {
    expect(namesOf(collectionsOf()[0]!.fields!)).not.toContain('channels');
  });
});
