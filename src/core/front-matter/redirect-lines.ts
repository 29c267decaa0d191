import type { Alias } from '../article.ts';
import { proposeAddress, readAlias, readPath } from './alias-paths.ts';
import type { Problem, ProblemId } from '../problems/problem.ts';
import { quoteValue } from '../problems/problem.ts';
import { isAbsoluteUrl, ownAddress, type Urls } from '../urls.ts';

/** File in the content folder that lists old addresses of lists, feeds and anything else without front matter. */
export const redirectLinesFile = 'redirects.txt';

/** A line of `redirects.txt`: an old address and its target. */
export interface RedirectLine {
  /** Path of the file, for messages. */
  file: string;
  from: Alias;
  /** A path of this site, decoded and without the base. */
  to: string;
  /** 1-based column of `to`. */
  column: number;
}

/**
 * Parse `redirects.txt`: one redirect per line, the old address followed by the new one; `#` begins a comment. The new
 * address is a path of this site, percent-encoded or not.
 *
 * @param text Untrusted.
 */
export function parseRedirectLines(
  text: string,
  file: string,
  urls: Urls,
): { lines: RedirectLine[]; problems: Problem[] } {
  const lines: RedirectLine[] = [];
  const problems: Problem[] = [];
  text.split(/\r\n|[\n\r]/).forEach((written, index) => {
    const words = [...written.replace(/^\uFEFF/, '').matchAll(/[^ \t]+/g)];
    const comment = words.findIndex(([word]) => word.startsWith('#'));
    const [from, to, ...rest] = comment < 0 ? words : words.slice(0, comment);
    if (from === undefined) return;
    const report = (id: ProblemId, column: number, values: Record<string, string>): void => {
      problems.push({ id, file, line: index + 1, column, values });
    };
    // Lines copied from `_redirects` end with the status.
    if (to === undefined || (rest.length > 0 && rest.map(([word]) => word).join() !== '301'))
      return report('redirect-form', from.index + 1, { found: quoteValue(written), example: '/old/path/ /about/' });
    const alias = readAlias(from[0]);
    const target = readTarget(to[0], urls);
    const proposed = alias ? from[0] : (proposeAddress(from[0]) ?? '/old/path/');
    if (!alias)
      report('alias-invalid', from.index + 1, {
        found: quoteValue(from[0]),
        example: quoteValue(`${proposed} ${to[0]}`),
      });
    if (target === undefined) {
      const isElsewhere = isAbsoluteUrl(to[0]);
      report(isElsewhere ? 'redirect-outside' : 'redirect-to', to.index + 1, {
        found: quoteValue(to[0]),
        example: quoteValue(isElsewhere ? `${proposed} ${to[0]} 301` : `${proposed} ${proposeTarget(to[0])}`),
      });
    }
    if (alias && target !== undefined)
      lines.push({
        file,
        from: { ...alias, line: index + 1, column: from.index + 1 },
        to: target,
        column: to.index + 1,
      });
  });
  return { lines, problems };
}

function readTarget(written: string, urls: Urls): string | undefined {
  return readPath(ownAddress(written, urls) ?? written, true);
}

function proposeTarget(written: string): string {
  const path = `/${written.replace(/[?#].*$/s, '').replace(/^[/\\]+/, '')}`;
  return readPath(path, true) === undefined ? '/about/' : path;
}
