/**
 * Remove characters that no readable text should contain, including code and text in other languages: control
 * characters except tab and line breaks; embeddings, overrides and isolates (U+202A–202E, U+2066–2069), which can make
 * a text display in a different order from its characters («Trojan Source», CVE-2021-42574); lone surrogates, which no
 * encoding can represent.
 *
 * @example dropControls('ab\u202Ecd') // 'abcd'
 */
export function dropControls(text: string): string {
  const clean = text.replace(controls, '');
  return clean.isWellFormed() ? clean : clean.replace(/\p{Surrogate}/gu, '');
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
