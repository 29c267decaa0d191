import { createRequire } from 'node:module';
import type Temml from 'temml';
import type { WriteFormula } from '../../core/markdown/syntax/mathml.ts';

const require = createRequire(import.meta.url);

/**
 * Load the library that converts TeX to MathML. Call this only for texts with formulas: loading takes as long as
 * rendering fifty articles. Its output is not trusted, and passes the allow-list of elements and attributes.
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
