import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import {
  boxedElements,
  hiddenElements,
  languageClass,
  languageTag,
  silentElements,
} from '../../../src/core/text/html-elements.ts';
import { createUrls } from '../../../src/core/urls.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const hidden = 'datalist noembed noframes noscript script style template title'.split(' ');
const boxed = 'audio canvas iframe math object select svg textarea video'.split(' ');

describe('lists of elements', () => {
  it('follow the HTML Standard', () => {
    expect([...hiddenElements].toSorted()).toEqual(hidden);
    expect([...boxedElements].toSorted()).toEqual(boxed);
    expect([...silentElements].toSorted()).toEqual([...hidden, ...boxed].toSorted());
  });
});

describe('languageTag', () => {
  it.each(['ar', 'fa-IR', 'EN-gb', 'ckb', 'zh-Hant-TW', 'sr-Latn-RS-x1-abcdefgh'])('matches %s', (tag) => {
    expect(tag).toMatch(languageTag);
  });

  it.each(['', 'a', 'arabic', 'ar-', 'ar-x', 'ar-abcdefghi', 'ar_EG', 'a1', 'ar-x1-x2-x3-x4-x5', 'ar"', 'ar\n', 'فا'])(
    'does not match %j',
    (tag) => {
      expect(tag).not.toMatch(languageTag);
    },
  );
});

describe('languageClass', () => {
  it.each(['language-js', 'language-c++', 'language-c#', 'language-objective-c', `language-${'a'.repeat(20)}`])(
    'matches %s',
    (name) => {
      expect(name).toMatch(languageClass);
    },
  );

  it.each([
    '',
    'js',
    'language-',
    'language-JS',
    'language-a b',
    'language-"',
    'x language-js',
    `language-${'a'.repeat(21)}`,
  ])('does not match %j', (name) => {
    expect(name).not.toMatch(languageClass);
  });
});

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
