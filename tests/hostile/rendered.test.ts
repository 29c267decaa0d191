import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../src/core/markdown/render.ts';
import { createUrls } from '../../src/core/urls.ts';
import { readVectors } from './vectors.ts';

const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const findImage = () => ({ src: '/files/a.png', width: 1, height: 1, variants: '/_pictures/a/', tone: 'tone-1' });
const render = (markdown: string) => renderWith(markdown, findImage);
const parser = rehype().data('settings', { fragment: true }).freeze();
const elements = new Set(
  'a abbr bdi blockquote br caption code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img input ins li mark ol p picture pre s section small source span strong sub summary sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'alt ariaLabel ariaLabelledBy checked className colSpan decoding dir disabled height href id lang loading open referrerPolicy rel reversed role rowSpan scope sizes src srcSet start tabIndex title type value width'.split(
    ' ',
  ),
);

// Most of these are problems of their articles, so that no page is made of them; the renderer must be sound all the same.
it.each((['html', 'markdown', 'addresses', 'texts'] as const).flatMap((list) => readVectors(list)))(
  'makes nothing active of %j',
  (vector) => {
    const texts = [vector, `متن ${vector} متن`, `> ${vector}`, `| ${vector} |\n|---|\n| ${vector} |`];
    for (const text of [...texts, `[متن](<${vector}>) ![متن](<${vector}>)`]) {
      for (const { tagName, properties } of elementsIn(parser.parse(render(text).html))) {
        expect(elements).toContain(tagName);
        for (const name of Object.keys(properties)) expect(attributes).toContain(name);
        if (tagName === 'input') expect(properties).toMatchObject({ type: 'checkbox', disabled: true });
        if (properties['href'] !== undefined) expect(properties['href']).toMatch(/^(?:(?:https?|mailto|tel):|[/#])/);
        if (properties['src'] !== undefined) expect(properties['src']).toMatch(/^(?:https:\/\/|\/(?!\/))/);
      }
    }
  },
);

function elementsIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node)] : []));
}
