import { expect, it } from 'vitest';
import { formatProblem, type Problem } from '../../../src/core/problems/problem.ts';
import { formatReport, type ReportFormat } from '../../../src/core/proofreading/report.ts';

const problem: Problem = {
  id: 'section-unknown',
  file: 'content/a\u001B[31m\n::error::x,y.md',
  line: 1,
  column: 1,
  field: 'x\u009B31m',
  values: { found: '##[stop-commands]x \uD800', sections: 'ورزش' },
};

it.each(['text', 'github'] as const)(
  'a problem formatted as %s contains no commands for terminals and runners',
  (format: ReportFormat) => {
    const report = formatReport(
      { problems: [problem], warnings: [], mended: [], mendsFrontMatter: false },
      format,
      'en',
    );
    // oxlint-disable-next-line no-control-regex
    expect(report).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]|##\[/);
    expect(report.match(/^::/gm) ?? []).toHaveLength(format === 'github' ? 1 : 0);
    expect(report.isWellFormed()).toBe(true);
  },
);

it('other text is kept as written', () => {
  const text = formatProblem({ ...problem, values: { found: '# [x] ##', sections: '' } }, 'en');
  expect(text).toContain('# [x] ##');
});
