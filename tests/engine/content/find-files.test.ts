import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/engine/content/load-content.ts';
import { sample } from '../../support/sample.ts';
import { articleFile } from '../../support/mini-site.ts';
import { drawPng } from '../../support/picture.ts';

describe('the files of a content folder', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rooznegar-files-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = async (files: Readonly<Record<string, string | Buffer>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const content = await loadContent({ ...sample, content: folder });
    const at = (file: string): string => file.replace(/^.*rooznegar-files-[^/]*\//, '');
    return {
      slugs: content.articles.map(({ slug }) => slug).toSorted(),
      articles: content.articles,
      pages: content.pages.map(({ slug }) => slug),
      problems: content.problems.map(({ id, file }) => `${at(file)} ${id}`),
      warnings: content.warnings.map(({ id, file, values }) =>
        [at(file), id, ...Object.values(values).map(at)].join(' '),
      ),
    };
  };

  it('are read regardless of the case of their extension, and others are reported once', async () => {
    const files = {
      'articles/a.markdown': articleFile(),
      'articles/b.MD': articleFile({ title: 'خبر دیگر' }),
      'articles/c.mdx': articleFile(),
      'articles/1404/khabar.md.txt': articleFile(),
      'articles/x.docx': 'PK',
      'articles/بی‌پسوند': articleFile(),
      'articles/a.jpg': '',
      'articles/data.csv': '',
      'pages/about.Markdown': '---\ntitle: درباره\n---\n\nمتن.\n',
      'pages/y.html': '<p>متن',
      'authors/z.txt': '',
    };
    const { slugs, pages, problems, warnings } = await load(files);
    expect({ slugs, pages, problems }).toEqual({ slugs: ['a', 'b'], pages: ['about'], problems: [] });
    expect(warnings.toSorted()).toEqual(
      [
        'articles/1404/khabar.md.txt file-unread khabar.md',
        'articles/c.mdx file-unread c.md',
        'articles/x.docx file-document x.md',
        'articles/بی‌پسوند file-unread بی‌پسوند.md',
        'authors/z.txt file-unread z.md',
        'pages/y.html file-document y.md',
      ].toSorted(),
    );
  });

  it('take the name of their folder if they are named index, with the pictures beside them', async () => {
    const body = 'متن.\n\n![پل](pol.png)\n\n[دیگر](../خط-دو/) [همان](../خط-دو/index.md#x) [سه](se.md)';
    const files = {
      'articles/1404/خط یک/index.md': articleFile({ related: '[../خط-دو/, ../خط-دو/index.md]' }, body),
      'articles/1404/خط یک/pol.png': drawPng(4, 4, [9, 90, 200]),
      'articles/1404/خط-دو/Index.MARKDOWN': articleFile({ title: 'خبر دیگر' }),
      'articles/se.md': articleFile({ title: 'خبر سوم' }),
      'pages/about/index.md': '---\ntitle: درباره\n---\n\nمتن.\n',
    };
    const { slugs, articles, pages, problems } = await load(files);
    expect({ slugs, pages, problems }).toEqual({ slugs: ['se', 'خط-دو', 'خط-یک'], pages: ['about'], problems: [] });
    const first = articles.find(({ slug }) => slug === 'خط-یک')!;
    expect(first.links.map(({ slug }) => slug)).toEqual(['خط-دو', 'خط-دو', 'se']);
    expect(first.related.map(({ slug }) => slug)).toEqual(['خط-دو', 'خط-دو']);
    expect(first.body.html).toContain(`src="/files/1404/${encodeURIComponent('خط یک')}/pol.png"`);
  });

  it('are reported outside the folders that are read', async () => {
    const files = {
      'articles/a.md': articleFile(),
      'khabar.md': articleFile(),
      'news/b.md': articleFile(),
      'x.docx': 'PK',
      'README.md': 'متن',
      'news/README.md': 'متن',
      'notes.json': '{}',
    };
    expect((await load(files)).warnings.toSorted()).toEqual([
      'khabar.md file-astray articles/',
      'news/b.md file-astray articles/',
      'x.docx file-document x.md',
    ]);
  });

  it('are all articles in a folder without these subfolders', async () => {
    const { slugs, warnings } = await load({ 'a.md': articleFile(), 'b/index.md': articleFile(), 'c/x.txt': '' });
    expect([slugs, warnings]).toEqual([['a', 'b'], ['c/x.txt file-unread x.md']]);
  });
});
