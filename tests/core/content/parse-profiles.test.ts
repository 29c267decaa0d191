import { describe, expect, it } from 'vitest';
import { parseAuthor, parseTerm } from '../../../src/core/content/parse-profiles.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeSite } from '../../support/make-site.ts';

const { config } = makeSite();
const context = {
  config,
  render: createMarkdownRenderer({ urls: createUrls(config.url) }),
  findImage: (src: string) => (src === 'a.jpg' ? { src: '/files/a.jpg', width: 4, height: 4 } : undefined),
  findFile: () => undefined,
};
const parse = (text: string) => parseAuthor({ path: 'content/authors/a.md', text }, context);

describe('parseAuthor', () => {
  it('parses a profile as Persian text', () => {
    const text = '---\nname: نرگس آذرنيا\nrole: دبير\nimage: {src: a.jpg, alt: چهره}\n---\nدو **جمله**.\n';
    expect(parse(text)).toMatchObject({
      problems: [],
      author: {
        name: 'نرگس آذرنیا',
        role: 'دبیر',
        image: { src: '/files/a.jpg', alt: 'چهره', width: 4 },
        html: '<p>دو <strong>جمله</strong>.</p>',
      },
    });
  });

  it('needs no biography', () => {
    expect(parse('---\nname: نرگس\n---\n').author).toMatchObject({ html: '' });
  });

  it.each([
    ['---\nrole: دبیر\n---\n', 'field-missing'],
    ['---\nname: نرگس\nnam: نرگس\n---\n', 'field-unknown'],
    ['---\nname: نرگس\nimage: {src: b.jpg, alt: چهره}\n---\n', 'image-missing'],
  ])('reports the problem in %j', (text, id) => {
    const { author, problems } = parse(text);
    expect(author).toBeUndefined();
    expect(problems.map((problem) => problem.id)).toEqual([id]);
  });
});

describe('parseTerm', () => {
  const parseText = (text: string) => parseTerm({ path: 'content/tags/پرونده-آب.md', text }, 'tags', context);

  it('parses what editors wrote about a tag', () => {
    const text = '---\ntitle: پروندهٔ آب\nlead: /news/sad/\nimage: {src: a.jpg, alt: سد}\n---\nهمه چیز دربارهٔ آب.\n';
    expect(parseText(text)).toMatchObject({
      problems: [],
      related: [{ slug: 'sad', line: 3, field: 'lead' }],
      term: {
        kind: 'tags',
        slug: 'پرونده-آب',
        title: 'پروندهٔ آب',
        image: { src: '/files/a.jpg' },
        html: '<p>همه چیز دربارهٔ آب.</p>',
        lead: { slug: 'sad' },
      },
    });
  });

  it('needs nothing', () => {
    expect(parseText('---\n---\n').term).toMatchObject({ html: '', title: undefined });
  });

  it('reports its problems', () => {
    expect(parseText('---\nleed: x\n---\n').term).toBeUndefined();
  });
});
