import { describe, expect, it } from 'vitest';
import { describeUnread, isMarkdownName, readSlug, unreadKind } from '../../../src/core/content/file-names.ts';

describe('file names', () => {
  it.each([
    ['content/articles/Metro.md', undefined, 'metro'],
    ['content/articles/Metro.MD', undefined, 'metro'],
    ['content/articles/metro.markdown', undefined, 'metro'],
    ['content/articles/خبر.Markdown', undefined, 'خبر'],
    ['content/articles/metro.fa.md', undefined, 'metro-fa'],
    ['content/articles/خط مترو/index.md', 'خط مترو', 'خط-مترو'],
    ['content/articles/index.md', undefined, 'index'],
  ])('turn %s into a slug', (path, bundle, slug) => {
    expect(readSlug(path, bundle)).toEqual({ slug, problems: [] });
  });

  it('are reported if they have no letters or are too long, as are folder names', () => {
    expect(readSlug('a/؟!/index.md', '؟!').problems).toMatchObject([{ id: 'slug-empty' }]);
    expect(readSlug('a.md', 'خ'.repeat(200)).problems).toMatchObject([{ id: 'slug-too-long' }]);
  });

  it.each([
    ['c.mdx', 'text', 'c.md'],
    ['khabar.md.txt', 'text', 'khabar.md'],
    ['khabar.TXT', 'text', 'khabar.md'],
    ['خبر تازه', 'text', 'خبر تازه.md'],
    ['گزارش.نهایی', 'text', 'گزارش.نهایی.md'],
    ['khabar.md.html', 'document', 'khabar.md'],
    ['x.docx', 'document', 'x.md'],
    ['x.odt', 'document', 'x.md'],
    ['x.rtf', 'document', 'x.md'],
    ['x.html', 'document', 'x.md'],
    ['x.md.jpg', 'text', 'x.md'],
  ])('show that %s is a %s that could be named %s', (name, kind, proposed) => {
    expect([unreadKind(name), isMarkdownName(name)]).toEqual([kind, false]);
    expect(describeUnread(`content/articles/${name}`).values).toEqual({ proposed });
    expect(isMarkdownName(proposed)).toBe(true);
  });

  it.each([
    'a.jpg',
    'a.JPEG',
    'a.svg',
    'a.mp4',
    'a.mp3',
    'a.pdf',
    'a.zip',
    'a.csv',
    'a.json',
    'a.xlsx',
    'a.heic',
    'a.srt',
    '~$x.docx',
    'a.md~',
    'a.md.bak',
    '.DS_Store',
    'a.md.swp',
    'Thumbs.db',
  ])('show that %s is not a text', (name) => {
    expect(unreadKind(name)).toBeUndefined();
  });
});
