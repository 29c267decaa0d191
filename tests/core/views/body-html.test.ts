import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { markLead, tableOfContents } from '../../../src/core/views/body-html.ts';
import { createUrls } from '../../../src/core/urls.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const contentsOf = (markdown: string, readingMinutes = 4): { id: string; text: string }[] =>
  tableOfContents({ body: render(markdown), readingMinutes });

describe('tableOfContents', () => {
  it('lists the main headings of a long article with their ids', () => {
    expect(contentsOf('متن\n\n## کوچه\n\n### نان\n\n## کوچه\n\n## بازار و `x < y & z`[^1]\n\n[^1]: یادداشت')).toEqual([
      { id: 'کوچه', text: 'کوچه' },
      { id: 'کوچه-2', text: 'کوچه' },
      { id: 'بازار-و-x-y-z', text: 'بازار و x < y & z' },
    ]);
  });

  it('lists headings in Latin script and those with links', () => {
    expect(contentsOf('## Main\n\n## [پیوند](/about/)\n\n## **سوم**').map(({ text }) => text)).toEqual([
      'Main',
      'پیوند',
      'سوم',
    ]);
  });

  it('is empty for few headings, or short texts', () => {
    expect(contentsOf('## یک\n\n## دو\n\nمتن[^1]\n\n[^1]: پانوشت‌ها را نمی‌شماریم')).toEqual([]);
    expect(contentsOf('## یک\n\n## دو\n\n## سه', 3)).toEqual([]);
  });
});

describe('markLead', () => {
  it('marks the opening paragraph of the body, unless there is a lead above it', () => {
    const html = '<p>یک</p>\n<p>دو</p>';
    expect(markLead({ body: { html, text: '' }, hasOwnLead: false })).toBe('<p data-part="lead">یک</p>\n<p>دو</p>');
    expect(markLead({ body: { html, text: '' }, hasOwnLead: true })).toBe(html);
  });

  it('marks nothing if the body does not begin with a paragraph', () => {
    for (const html of ['<h2>یک</h2><p>دو</p>', '<pre>یک</pre>', ''])
      expect(markLead({ body: { html, text: '' }, hasOwnLead: false })).toBe(html);
  });
});
