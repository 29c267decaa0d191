import { describe, expect, it } from 'vitest';
import { parseAuthor } from '../../../src/core/content/parse-author.ts';
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
