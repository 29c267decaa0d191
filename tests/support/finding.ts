import type { Page } from './html.ts';

/** A place where a page or stylesheet breaks a rule. */
export interface Finding {
  rule: string;
  file: string;
  /** The offending element, selector or text, short enough to print. */
  found: string;
}

/** A rule about single pages. */
export interface PageRule {
  name: string;
  check: (page: Page) => string[];
}

/** Check a page against rules. */
export function checkPage(page: Page, rules: readonly PageRule[]): Finding[] {
  return rules.flatMap(({ name, check }) => check(page).map((found) => ({ rule: name, file: page.path, found })));
}

/** Format findings for a failed test: one line per message, with the files. */
export function formatFindings(findings: readonly Finding[]): string[] {
  const groups = Map.groupBy(findings, ({ rule, found }) => `${rule}: ${found}`);
  return [...groups].map(([message, group]) => {
    const files = [...new Set(group.map(({ file }) => file))];
    return `${message} (${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''})`;
  });
}

/** Cut a text around `index`, with invisible characters as code points. */
export function excerpt(text: string, index: number, length = 1): string {
  const around = text.slice(Math.max(0, index - 25), index + length + 25);
  return `«${showInvisible(around.replace(/\s+/g, ' '))}»`;
}

/** List the matches of a pattern in a text, each with the text around it. */
export function excerptsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`))].map(
    (match) => excerpt(text, match.index, match[0].length),
  );
}

function showInvisible(text: string): string {
  return text.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00A0\u00AD]/g, (character) => {
    return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
