import { createRequire } from 'node:module';
import type Temml from 'temml';
import type { WriteFormula } from '../../core/markdown/syntax/mathml.ts';

const require = createRequire(import.meta.url);

/**
 * Load the library that writes TeX as MathML. Not before a text has a formula: it takes as long to load as fifty articles
 * take to render. It writes neither addresses nor styles that a page trusts; what it writes passes the allow-list.
 */
export function loadFormulaWriter(): WriteFormula {
  const { renderToString } = require('temml') as typeof Temml;
  return (tex, isDisplay) =>
    renderToString(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 20],
    });
}
