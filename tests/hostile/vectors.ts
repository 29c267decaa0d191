import { readFileSync } from 'node:fs';

/** A list of vectors, by the name of its file in `vectors/`. */
export type VectorList =
  | 'html'
  | 'markdown'
  | 'addresses'
  | 'texts'
  | 'terms'
  | 'front-matter'
  | 'whole-files'
  | 'file-names'
  | 'svg'
  | 'json-lines';

/** Read a list of vectors: one a line, with the escapes of JSON. Lines of `%%` are comments. */
export function readVectors(list: Exclude<VectorList, 'json-lines'>): string[] {
  return readLines(list).map(unescape);
}

/** Read a list of vectors as they stand. */
export function readLines(list: VectorList): string[] {
  const text = readFileSync(new URL(`vectors/${list}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('%% '));
}

function unescape(line: string): string {
  return line.replace(/\\(?:u([0-9A-Fa-f]{4})|([nrt\\"'/]))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (signs[sign] ?? sign) : String.fromCharCode(parseInt(code, 16)),
  );
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
