import { parseCss, type Declaration } from './css.ts';
import type { Finding } from './finding.ts';

/** A rule about single declarations of a stylesheet. */
export interface CssRule {
  name: string;
  isBroken: (declaration: Declaration) => boolean;
}

/** Rules for each declaration of a stylesheet. */
export const cssRules: readonly CssRule[] = [
  { name: 'logical-properties', isBroken: isPhysical },
  {
    name: 'letter-spacing',
    isBroken: ({ property, value }) =>
      property === 'letter-spacing' && !/^(?:0|0[a-z]+|normal|inherit|initial)$/.test(value),
  },
  { name: 'text-transform', isBroken: ({ property, value }) => property === 'text-transform' && value !== 'none' },
  {
    name: 'hyphens',
    isBroken: ({ property, value }) => /^(?:-\w+-)?hyphens$/.test(property) && !/^(?:none|manual)$/.test(value),
  },
  { name: 'italics', isBroken: isItalic },
  {
    name: 'justification',
    isBroken: ({ property, value }) => property.startsWith('text-align') && /justify/.test(value),
  },
  {
    name: 'drop-caps',
    isBroken: ({ property, context }) => property.startsWith('initial-letter') || /::?first-letter/.test(context),
  },
  { name: 'overflow-wrap', isBroken: isLooseWrap },
];

/** Check each declaration of a stylesheet. */
export function checkCss(file: string, css: string): Finding[] {
  return parseCss(css).flatMap((declaration) => {
    const { context, property, value } = declaration;
    const broken = cssRules.filter(({ isBroken }) => isBroken(declaration));
    return broken.map(({ name }) => ({ rule: name, file, found: `${context} { ${property}: ${value} }` }));
  });
}

/** List the declarations that the stylesheets of a site must contain but lack. */
export function missingFromCss(css: string): string[] {
  const declarations = parseCss(css);
  const says = (property: RegExp, value: RegExp, context = /./): boolean =>
    declarations.some((one) => property.test(one.property) && value.test(one.value) && context.test(one.context));
  const required: [name: string, isSaid: boolean][] = [
    ['font-synthesis: none', says(/^font-synthesis$/, /^none$/)],
    [
      'upright em, cite and i',
      says(/^font-style$/, /^normal$/, /\bem\b/) &&
        says(/^font-style$/, /^normal$/, /\bcite\b/) &&
        says(/^font-style$/, /^normal$/, /(?:^|[\s,(])i\b/),
    ],
    ['list-style-type: persian', says(/^list-style(?:-type)?$/, /\bpersian\b/)],
    ['text-underline-offset: .3em', says(/^text-underline-offset$/, /^0?\.3em$/)],
    [
      'a line-height between 1.8 and 2.1',
      declarations.some(
        ({ property, value }) => property === 'line-height' && Number(value) >= 1.8 && Number(value) <= 2.1,
      ),
    ],
    ['font-display: swap', says(/^font-display$/, /^swap$/)],
    ['size-adjust for the fallback font', says(/^size-adjust$/, /%$/)],
  ];
  return required.filter(([, isSaid]) => !isSaid).map(([name]) => name);
}

const physicalProperty =
  /^(?:left|right|top|bottom|(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|border-(?:left|right|top|bottom)(?:-\w+)*)$/;
const fourSides = /^(?:margin|padding|inset|border-(?:width|style|color|radius)|scroll-margin|scroll-padding)$/;
// In a print rule `@page` there are only physical margins.
function isPhysical({ property, value, context }: Declaration): boolean {
  if (/^@page\b/.test(context) || property.startsWith('--')) return false;
  const plain = value.replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  if (physicalProperty.test(property)) return true;
  if (/(?:^|[\s,(])(?:left|right)(?:$|[\s,)])/.test(plain) && property !== 'transition') return true;
  const sides = plain
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()')
    .trim()
    .split(/\s+/);
  return fourSides.test(property) && sides.length === 4 && isLopsided(property, plain);
}

function isLopsided(property: string, value: string): boolean {
  const sides = value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  const [first, second, third, fourth] = sides;
  return property === 'border-radius' ? first !== second || third !== fourth : second !== fourth;
}

function isItalic({ property, value }: Declaration): boolean {
  return (
    (property === 'font-style' && /italic|oblique/.test(value)) ||
    (property === 'font' && /\b(?:italic|oblique)\b/.test(value))
  );
}

// `anywhere` breaks Persian words: only left-to-right runs may have it, and whole pages, in which words break where nothing
// else makes them fit (tests/e2e/long-words.test.ts).
function isLooseWrap({ property, value, context }: Declaration): boolean {
  const isLoose =
    (property === 'overflow-wrap' && value === 'anywhere') ||
    (property === 'word-break' && /break-(?:all|word)/.test(value));
  const selectors = context.replace(/@[^{]*?\)\s*/g, '').split(/,(?![^(]*\))/);
  const isLastResort =
    property === 'overflow-wrap' && selectors.every((selector) => /^\s*(?:body|rss)\s*$/.test(selector));
  const isLatin = selectors.every((selector) => /\b(?:code|pre|kbd|samp)\b|dir="?ltr|\bltr\b/.test(selector));
  return isLoose && !isLastResort && !isLatin;
}
