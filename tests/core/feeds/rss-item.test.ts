import { describe, expect, it } from 'vitest';
import { escapePlainTexts } from '../../../src/core/feeds/rss-item.ts';

describe('escapePlainTexts', () => {
  it.each(['title', 'category', 'dc:creator', 'media:title', 'media:description', 'media:credit'])(
    'writes < and & of <%s> by their numbers',
    (name) => {
      expect(escapePlainTexts(`<${name}>a &lt;b&gt; &amp;amp; c</${name}>`)).toBe(
        `<${name}>a &#x3C;b&gt; &#x26;amp; c</${name}>`,
      );
    },
  );

  it('leaves what is HTML as it is', () => {
    const html = '<description>&lt;p&gt;a &amp;amp; b</description><content:encoded>&lt;p&gt;</content:encoded>';
    expect(escapePlainTexts(html)).toBe(html);
  });

  it('does not take an element for another whose name begins alike', () => {
    expect(escapePlainTexts('<titles>&lt;</titles>')).toBe('<titles>&lt;</titles>');
  });
});
