import { expect, it } from 'vitest';
import { markLead } from '../../../src/core/views/lead.ts';

it('marks the paragraph that opens the body, unless the lead stands above it', () => {
  const html = '<p>یک</p>\n<p>دو</p>';
  expect(markLead({ body: { html, text: '' }, hasOwnLead: false })).toBe('<p data-part="lead">یک</p>\n<p>دو</p>');
  expect(markLead({ body: { html, text: '' }, hasOwnLead: true })).toBe(html);
});

it('marks nothing where no paragraph opens the body', () => {
  for (const html of ['<h2>یک</h2><p>دو</p>', '<pre>یک</pre>', ''])
    expect(markLead({ body: { html, text: '' }, hasOwnLead: false })).toBe(html);
});
