import { describe, expect, it } from 'vitest';
import { arrangeLive, hasEntries } from '../../../src/core/live/arrange-live.ts';
import { entriesHtml, listEntries } from '../../../src/core/live/live-entries.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeDate } from '../../support/make-site.ts';

const render = createMarkdownRenderer({ urls: createUrls('https://example.org') });
const start = makeDate('1405/09/08 12:00');
const arrange = (markdown: string, keepIds = false) => arrangeLive(render(markdown).html, start, keepIds);
const idsOf = (markdown: string): string[] => listEntries(arrange(markdown).html).map(({ id }) => id);

describe('the entries of live coverage', () => {
  it('have ids of their times, whatever their headlines, and come newest first, pinned ones before', () => {
    const markdown = '## 14:30 یک\n\nمتن.\n\n## 14:30 دو\n\n## 14:10 * راهنما\n\n## ۱۵.۰۰ سه\n';
    const ids = ['t-0908-1410', 't-0908-1500', 't-0908-1430-2', 't-0908-1430'];
    expect(idsOf(markdown)).toEqual(ids);
    expect(idsOf(markdown.replace('یک', 'تیتر دیگر'))).toEqual(ids);
    // One more entry leaves the others as they are.
    const before = new Map(
      arrange(markdown)
        .html.matchAll(/id="(t-[^"]+)"[^>]*data-key="([^"]+)"/g)
        .map(([, id, key]) => [id, key]),
    );
    const after = new Map(
      arrange(`${markdown}\n## 15:05 چهار\n`)
        .html.matchAll(/id="(t-[^"]+)"[^>]*data-key="([^"]+)"/g)
        .map(([, id, key]) => [id, key]),
    );
    expect([...after.keys()]).toEqual([ids[0], 't-0908-1505', ...ids.slice(1)]);
    for (const [id, key] of before) expect(after.get(id)).toBe(key);
  });

  it('have other keys once they are mended', () => {
    const keyOf = (markdown: string): string => /data-key="([^"]+)"/.exec(arrange(markdown).html)![1]!;
    expect(keyOf('## 14:30 یک\n\nمتن.')).not.toBe(keyOf('## 14:30 یک\n\nمتن دیگر.'));
  });

  it('are the same written with the newest first or last, but for those of one minute', () => {
    const entries = ['## 12:10 یک\n\nمتن.\n', '## 12:40 دو\n', '## 13:00 سه\n'];
    expect(arrange(entries.toReversed().join('\n')).html).toBe(arrange(entries.join('\n')).html);
  });

  it('keep all of their text, notes at the end, and what comes before them', () => {
    const { html, faults } = arrange(
      'مقدمه[^1].\n\n## 14:30 یک **مهم**\n\n### ریز\n\n- الف\n- ب\n\n## 14:40 دو\n\n> ## 15:00 نقل\n\n[^1]: پانوشت.\n',
    );
    expect(faults).toEqual([]);
    expect(listEntries(html).map(({ title }) => title)).toEqual(['دو', 'یک <strong>مهم</strong>']);
    expect(html.indexOf('مقدمه')).toBeLessThan(html.indexOf('live-entries'));
    expect(html).toMatch(/<\/article>\n<\/div>\s*<section class="footnotes"/);
    for (const part of ['ریز', 'الف', 'نقل', 'پانوشت.']) expect(html).toContain(part);
    expect(entriesHtml(html)).not.toMatch(/مقدمه|پانوشت\./);
  });

  it('name their day where there are several', () => {
    const [last, first] = listEntries(arrange('## 23:50 یک\n\n## 00:10 دو\n').html);
    expect([first!.id, last!.id, last!.at]).toEqual(['t-0908-2350', 't-0909-0010', '2026-11-30T00:10:00+03:30']);
    expect(arrange('## 23:50 یک\n\n## 00:10 دو\n').html).toContain('>۹ آذر، ۰۰:۱۰</time>');
    expect(arrange('## 23:50 یک\n').html).toContain('>۲۳:۵۰</time>');
  });

  it('keep the former ids of their headings where links to them may exist', () => {
    expect(arrange('## 14:30 یک\n', true).html).toContain('id="14-30-یک"');
    expect(arrange('## 14:30 یک\n').html).not.toContain('14-30');
  });

  it('tell what is wrong with them, and are shown nevertheless', () => {
    const { html, faults, last } = arrange('## 14:30 یک\n\n## بی زمان\n\nمتن.\n\n## 14:20 دو\n\n## 15:00\n');
    expect(faults).toEqual([
      { id: 'live-time', heading: 1, found: 'بی زمان' },
      { id: 'live-order', heading: 2, found: '۱۴:۲۰ دو' },
      { id: 'live-empty', heading: 3, found: '۱۵:۰۰' },
    ]);
    expect(listEntries(html).map(({ id }) => id)).toEqual(['t-0908-1500', 't-0908-1430', 't-0908-1420']);
    expect([html.includes('بی زمان'), last?.iso]).toEqual([true, '2026-11-29T15:00:00+03:30']);
  });

  it('may be none yet', () => {
    const { html, last } = arrange('پوشش به‌زودی آغاز می‌شود.');
    expect([entriesHtml(html), last]).toEqual(['<div class="live-entries"></div>', undefined]);
  });

  it('stay text, whatever they contain', () => {
    const { html } = arrange(
      '## 14:30 <b onclick=x>&lt;/article&gt;</b> </article><script>x</script>\n\n</article></div>\n',
    );
    expect(html).not.toMatch(/<script|onclick=|<\/article>.*<\/article>/s);
    expect(listEntries(html).length).toBe(1);
  });
});

it('hasEntries finds headings with a time only', () => {
  expect(hasEntries(render('## 14:30 یک').html)).toBe(true);
  expect(hasEntries(render('## بخش یک\n\n14:30').html)).toBe(false);
  expect(hasEntries(render('> ## 14:30 یک').html)).toBe(false);
});
