import { draftModel } from '../src/engine/model/build-model.ts';
import { loadContent } from '../src/engine/content/load-content.ts';
import { type Content } from '../src/engine/content/content.ts';
import { type BuildOptions, readOptions, withBrand } from '../src/engine/base/options.ts';
import { proofreadContent } from '../src/engine/proofread/proofread.ts';
import { findUntimedDays } from '../src/core/content/check-dates.ts';
import { formatNumber } from '../src/core/text/persian.ts';
import { ContentError, type MessageLanguage, type Problem } from '../src/core/problems/problem.ts';
import { formatReport, type ReportFormat, reportFormats } from '../src/core/proofreading/report.ts';
import { formatHeldBack, listHeldBack } from '../src/engine/held-back.ts';
import { mergeNotes } from '../src/core/content/field-notes.ts';
import { countProblems } from '../src/engine/report.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'check',
    usage:
      '[-- --fix --front-matter --format text|json|github --strict --content DIR --public DIR --now ISO --config FILE]',
    summary: `Finds the problems of the content and proofreads its texts, without building. (اشکال‌ها و نادرستی‌های نوشتار محتوا را پیدا و درست می‌کند.)

Problems prevent a build; warnings do not. Switch orthography rules off in the settings (orthography.off), or for a line
of a file with <!-- check-disable-line RULE --> or, in front matter, # check-disable-line RULE.`,
    flags: {
      content: 'the folder of articles and pages (content)',
      public: 'the folder of files that are published unchanged (public)',
      now: 'the moment to check for; later articles are under embargo (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    choices: {
      fix: {
        values: ['safe', 'all'],
        bare: 'safe',
        meaning: 'fix what is certain; with «all», apply proposals as well',
      },
      format: { values: reportFormats, meaning: 'the form of the report (text)' },
    },
    switches: {
      'front-matter': 'with --fix: fix front matter too, its texts and the names of its fields',
      strict: 'exit with 1 on warnings as well',
    },
  },
  async ({ flags, switches }) => {
    const options = withBrand(await readOptions(flags));
    const { fix, format = 'text' } = flags;
    const language = (flags['lang'] ?? options.config.messages) as MessageLanguage;
    const frontMatter = switches['front-matter'] === true;
    const scope = fix === undefined ? undefined : { all: fix === 'all', frontMatter };
    const { findings, mended } = await proofreadContent(options, scope);
    const content = await loadContent(options);
    const { problems, between, summary } = findProblems(content, options, language);
    const untimed = findUntimedDays(content.articles);
    const warnings = [...findings, ...content.warnings, ...between, ...untimed];
    const notes = mergeNotes(content.notes, (count) => countMore(count, language));
    const result = { problems, warnings, notes, mended, mendsFrontMatter: frontMatter };
    process.stdout.write(formatReport(result, format as ReportFormat, language));
    if (format === 'text') {
      console.log(summary);
      const heldBack = formatHeldBack(listHeldBack(content.articles, options.now), language);
      if (heldBack !== '') console.log(heldBack);
    }
    return problems.length > 0 || (switches['strict'] && warnings.length > 0) ? 1 : 0;
  },
);

/** Find the problems that prevent a build and the warnings across files, and summarize the check in one sentence. */
function findProblems(
  content: Content,
  options: BuildOptions,
  language: MessageLanguage,
): { problems: readonly Problem[]; between: readonly Problem[]; summary: string } {
  try {
    const site = draftModel(content, options);
    const { length } = content.articles;
    const summary = countArticles(length, length - site.articles.length, language);
    return { problems: [], between: site.findWarnings(), summary };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems, between: [], summary: countProblems(error.problems, language) };
  }
}

function countMore(count: number, language: MessageLanguage): string {
  return language === 'fa'
    ? ` (در ${formatNumber(count)} پروندهٔ دیگر هم)`
    : ` (and so in ${count} more file${count === 1 ? '' : 's'})`;
}

function countArticles(count: number, waiting: number, language: MessageLanguage): string {
  return language === 'fa'
    ? `در ${formatNumber(count)} خبر اشکالی نیست (${formatNumber(waiting)} خبر پیش‌نویس است یا زمانش نرسیده).`
    : `No problems in ${count} article${count === 1 ? '' : 's'} (${waiting} of them drafts or under embargo).`;
}
