import { describe, expect, it } from 'vitest';
import { formatFigures, mergeRuns } from '../../../scripts/bench/pages/figures.ts';
import { type LighthouseRun, readReport, type Report } from '../../../scripts/bench/pages/lighthouse.ts';
import { runScript } from '../../support/command.ts';

const page = { name: 'article', path: '/news/%D9%85%D8%AA%D8%B1%D9%88/' };
const run = (lcp: number, failures: LighthouseRun['failures'] = []): LighthouseRun => ({
  scores: { performance: 100, accessibility: 100, 'best-practices': 96, seo: 100 },
  lcp,
  cls: 0,
  tbt: 1,
  bytes: 108_000,
  failures,
});
const failure = { id: 'image-alt', title: 'Images lack alternative text', extent: '2 images', isScored: true };

describe('the result of Lighthouse', () => {
  const audit = { title: 'One', scoreDisplayMode: 'binary' };
  const report: Report = {
    categories: {
      performance: { score: 0.98, auditRefs: [{ id: 'largest-contentful-paint', weight: 25 }] },
      accessibility: { score: 0.5, auditRefs: [{ id: 'image-alt', weight: 10 }] },
      seo: { score: null, auditRefs: [{ id: 'hint', weight: 0 }] },
    },
    audits: {
      'largest-contentful-paint': { ...audit, score: 0.95, numericValue: 1500 },
      'image-alt': { ...audit, title: 'Images', score: 0, displayValue: '2 images' },
      hint: { ...audit, score: 0.5 },
      manual: { ...audit, score: null },
      broken: { ...audit, score: null, scoreDisplayMode: 'error' },
    },
  };

  it('is read as scores, figures and failed audits', () => {
    const { scores, lcp, failures } = readReport(report);
    expect(scores).toEqual({ performance: 98, accessibility: 50, 'best-practices': 0, seo: 0 });
    expect(lcp).toBe(1500);
    expect(failures.map(({ id, extent, isScored }) => [id, extent, isScored])).toEqual([
      ['image-alt', '2 images', true],
      ['hint', '', false],
      ['broken', '', false],
    ]);
  });

  it('is an error if the page was not loaded', () => {
    expect(() => readReport({ ...report, runtimeError: { message: 'No page.' } })).toThrow('No page.');
  });

  it('is merged to medians, and a failure counts if most runs have it', () => {
    const merged = mergeRuns(page, [run(1500, [failure]), run(900), run(1700, [failure])]);
    expect([merged.lcp, merged.runs, merged.failures]).toEqual([1500, 3, [failure]]);
    expect(mergeRuns(page, [run(1500, [failure]), run(900)]).failures).toEqual([]);
  });

  it('is printed with the names of failures', () => {
    const text = formatFigures([mergeRuns(page, [run(1500, [failure])])]);
    expect(text).toMatch(/article +100 +100 +96 +100 +1\.50 s +0\.000 +1 ms +108 KB/);
    expect(text).toContain('article /news/مترو/ did not pass:\n  image-alt: Images lack alternative text, 2 images');
  });
});

describe('bench:pages', () => {
  it('explains what to do without a browser', async () => {
    const { code, output } = await runScript('bench/pages', [], { CHROME_PATH: '/nowhere/chromium' });
    expect(code).toBe(2);
    expect(output).toContain('Install Chromium or Google Chrome, or name one in CHROME_PATH.');
  });

  it('requires a whole number of runs', async () => {
    const { code, output } = await runScript('bench/pages', ['--runs', 'many']);
    expect([code, output]).toEqual([2, expect.stringContaining('--runs: expected a whole number.')]);
  });
});
