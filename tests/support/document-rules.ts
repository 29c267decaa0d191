import { excerpt, excerptsOf, type PageRule } from './finding.ts';
import { attributeOf, describe, findAll, textOf, type Page } from './html.ts';
import { textRuns } from './text-runs.ts';

/** Rules about a page as a document: language, characters, structured data. */
export const documentRules: readonly PageRule[] = [
  { name: 'language', check: wrongLanguage },
  { name: 'characters', check: wrongCharacters },
  { name: 'bidi-marks', check: (page) => excerptsOf(page.html, /[\u202A-\u202E]|&#(?:x202[a-e]|823[4-8]);/gi) },
  { name: 'structured-data', check: wrongStructuredData },
];

/**
 * Decode a file as UTF-8 and keep its byte order mark, so that a rule can find it. @throws TypeError on invalid UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function wrongLanguage(page: Page): string[] {
  const [html] = findAll(page.tree, 'html');
  const findings: string[] = [];
  if (!/<html\b[^>]*\slang="?fa["\s>]/i.test(page.html))
    findings.push(`lang of html is ${html && attributeOf(html, 'lang')}`);
  if (!/<html\b[^>]*\sdir="?rtl["\s>]/i.test(page.html))
    findings.push(`dir of html is ${html && attributeOf(html, 'dir')}`);
  const locales = findAll(page.tree, 'meta').filter((meta) => attributeOf(meta, 'property') === 'og:locale');
  const locale = locales.map((meta) => attributeOf(meta, 'content')).join();
  if (locale !== 'fa_IR') findings.push(`og:locale is «${locale}»`);
  return findings;
}

function wrongCharacters(page: Page): string[] {
  const head = page.html.slice(0, 1024);
  return [
    ...(page.html.startsWith('\uFEFF') ? ['a byte order mark'] : []),
    ...(/<meta charset="?utf-8/i.test(head) ? [] : ['no <meta charset="utf-8"> in the first 1,024 characters']),
    ...excerptsOf(page.html, /\uFFFD|&#xfffd;|&#65533;/gi),
    ...textRuns(page).flatMap(({ text }) => {
      const index = [...text.normalize('NFC')].findIndex((character, place) => character !== [...text][place]);
      return text === text.normalize('NFC') ? [] : [`not NFC: ${excerpt(text, index)}`];
    }),
  ];
}

/** Machine-readable dates are ISO 8601 in Latin digits, as are numbers; JSON-LD is JSON. */
function wrongStructuredData(page: Page): string[] {
  const scripts = findAll(page.tree, 'script').filter(
    (script) => attributeOf(script, 'type') === 'application/ld+json',
  );
  const times = findAll(page.tree, 'meta').filter((meta) => (attributeOf(meta, 'property') ?? '').endsWith('_time'));
  return [
    ...scripts.flatMap((script) => wrongJsonLd(textOf(script))),
    ...times
      .filter((meta) => !isoMoment.test(attributeOf(meta, 'content') ?? ''))
      .map((meta) => `${describe(meta)} ${attributeOf(meta, 'content')}`),
  ];
}

const isoMoment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})$/;
const isoDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function wrongJsonLd(json: string): string[] {
  const findings: string[] = [];
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return [`JSON-LD that is no JSON: ${String(error)}`];
  }
  const walk = (key: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(Array.isArray(value) ? key : name, inner);
    } else if (
      /(?:^date(?!line)|Date$)/.test(key) &&
      !(typeof value === 'string' && (isoMoment.test(value) || isoDay.test(value)))
    ) {
      findings.push(`${key}: ${String(value)}`);
    } else if (
      /url$|^@id$|^item$|^image$|^logo$/i.test(key) &&
      typeof value === 'string' &&
      !/^https?:\/\/[\x21-\x7E]+$/.test(value)
    ) {
      findings.push(`${key}: ${value} is no absolute, percent-encoded URL`);
    }
  };
  walk('', data);
  return findings;
}
