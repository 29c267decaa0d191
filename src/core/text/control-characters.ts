/**
 * Drop what no text that people read should hold, code and other languages included: control characters but tab and line
 * ends; embeddings, overrides and isolates (U+202A–202E, U+2066–2069), with which a text can be shown in another order than
 * it is read in («Trojan Source», CVE-2021-42574); halves of surrogate pairs, which no encoding can write.
 *
 * @example dropControls('ab\u202Ecd') // 'abcd'
 */
export function dropControls(text: string): string {
  const clean = text.replace(controls, '');
  return clean.isWellFormed() ? clean : clean.replace(/\p{Surrogate}/gu, '');
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
