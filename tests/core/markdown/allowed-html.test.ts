import { describe, expect, it } from 'vitest';
import { schema } from '../../../src/core/markdown/allowed-html.ts';
import type { LocalImage } from '../../../src/core/markdown/findings.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';

/** Render a picture of which another part of the code says this. */
function renderPicture(found: Partial<LocalImage>): string {
  const image: LocalImage = { src: '/files/a.png', width: 8, height: 6, ...found };
  return createMarkdownRenderer({ urls: createUrls('https://example.org') })('![متن](a.png)', () => image).html;
}

describe('the allow-list of HTML', () => {
  it('lets a picture pass as it is meant to be', () => {
    expect(renderPicture({ tone: 'tone-7' })).toMatch(/<img src="\/files\/a\.png" [^>]*class="tone-7">/);
  });

  it.each([{ src: 'javascript:alert(1)' }, { src: 'data:text/html,a' }, { src: 'http://example.org/a.png' }])(
    'is the last step, so that no mistake of a step before it reaches a page: %j',
    (found) => {
      const html = renderPicture(found);
      expect(html).toContain('<img');
      expect(html).not.toContain('src');
    },
  );

  it('keeps only the classes that pages have styles for', () => {
    expect(renderPicture({ tone: 'masthead' })).not.toContain('masthead');
  });

  it('holds no element that runs, loads or sends anything but pictures', () => {
    const names = schema.tagNames ?? [];
    for (const name of [
      'script',
      'style',
      'iframe',
      'object',
      'embed',
      'form',
      'button',
      'link',
      'meta',
      'base',
      'svg',
      'annotation-xml',
      'maction',
      'semantics',
      'mglyph',
    ])
      expect(names).not.toContain(name);
    const attributes = Object.values(schema.attributes ?? {}).flatMap((list) =>
      list.map((attribute) => (typeof attribute === 'string' ? attribute : attribute[0])),
    );
    expect(attributes.filter((name) => /^on|^style$|^srcDoc$|^formAction$|^ping$/i.test(name))).toEqual([]);
  });
});
