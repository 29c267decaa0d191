import type { ReadFields } from './rename.ts';
import type { FrontMatterForm } from './split.ts';
import { readToml } from './toml-form.ts';
import { readJson, readYaml } from './yaml-form.ts';

/** Parsers of front matter, by format. */
export const readersOfForms: Readonly<Record<FrontMatterForm, ReadFields>> = {
  yaml: readYaml,
  json: readJson,
  toml: readToml,
};

/** Normalize a file's text to what offsets refer to: no byte order mark, and U+000A as the only line ending. */
export function unifyLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
