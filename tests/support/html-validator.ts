import { HtmlValidate } from 'html-validate';
import type { Finding } from './finding.ts';
import type { Page } from './html.ts';

/** Check pages with html-validate. */
export async function validateHtml(pages: readonly Page[]): Promise<Finding[]> {
  const reports = await Promise.all(pages.map(({ path, html }) => validator.validateString(html, path)));
  return reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message, selector }) => ({
        rule: ruleId,
        file: filePath ?? '',
        found: `${message} at ${selector}`,
      })),
    ),
  );
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How the source is written is the formatter's affair; browsers do not care.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Files of our own host come with the page, and change with it.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A list may have a name (WAI-ARIA 1.2).
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // What scrolls is a region to be reached by keyboard; a `section` would have to have a heading.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // A headline of a newspaper, with its name, may be longer than 70 characters.
    'long-title': 'off',
  },
});
