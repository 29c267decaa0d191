import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const hidden = 'datalist noembed noframes noscript script style template title'.split(' ');
const boxed = 'audio canvas iframe math object select svg textarea video'.split(' ');

describe('elements whose content browsers do not show as text', () => {
  it.each([...hidden, ...boxed])('leave nothing of <%s>, in a line or as a block', (name) => {
    const html = `<${name}>پنهان</${name}>`;
    expect(render(`پیش ${html} پس`).text).toBe('پیش پس');
    expect(render(`<div>پیش ${html} پس</div>`).text).toBe('پیش پس');
    expect(render(`پیش <${name.toUpperCase()}>پنهان</${name.toUpperCase()}> پس`).text).toBe('پیش پس');
  });

  it.each(hidden)('hide what stands in <%s> from the report of lost HTML', (name) => {
    expect(render(`<${name}><img src="a.jpg"></${name}>`).dropped).toEqual([]);
  });

  it.each(boxed)('are reported where they stand: <%s>', (name) => {
    expect(render(`<${name}>پنهان</${name}>`).dropped.map((element) => element.name)).toEqual([name]);
  });

  it.each(['b', 'span', 'titles', 'svgs', 'button'])('show the text of <%s>', (name) => {
    expect(render(`پیش <${name}>پیدا</${name}> پس`).text).toBe('پیش پیدا پس');
  });
});
