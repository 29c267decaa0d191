import matter from 'gray-matter';
import { explainMissing, explainOpening, explainUnclosed, type SplitFault } from './fences.ts';

/** Format of front matter. */
export type FrontMatterForm = 'yaml' | 'toml' | 'json';

/** A file, split into front matter and body. Offsets are in UTF-16 code units of the whole text. */
export interface SplitFile {
  form: FrontMatterForm;
  /** The front matter without its delimiters. */
  matter: string;
  matterStart: number;
  body: string;
  bodyStart: number;
}

/**
 * Split a file into front matter and body: YAML between lines of `---`, or ending with `...`; TOML between lines of
 * `+++`; a JSON object; or TOML or JSON between `---toml` or `---json` and `---`.
 *
 * @param source The file's text, with U+000A as the only line ending.
 */
export function splitFrontMatter(source: string): SplitFile | SplitFault {
  if (source.startsWith('{')) return splitJson(source);
  const opening = /^(---|\+\+\+)([^\n]*)/.exec(source);
  if (!opening || opening[2]!.startsWith(opening[1]![0]!)) return explainMissing(source);
  const fence = opening[1]!;
  const language = opening[2]!.trim();
  const form = formOf(fence, language.toLowerCase());
  if (!form)
    return (
      explainOpening(source, fence, opening[2]!) ?? {
        id: 'front-matter-language',
        values: { language: `${fence}${language}` },
      }
    );
  const closing = (fence === '+++' ? tomlEnd : form === 'yaml' ? yamlEnd : plainEnd).exec(source);
  if (!closing) return explainUnclosed(source, fence);
  if (closing.index > maxLength) return tooLong(closing.index);
  // gray-matter supports only one delimiter; all of them have three characters, so offsets stay valid.
  const end = closing.index + 1;
  const isUsual = fence === '---' && source.startsWith('---', end);
  const fenced = isUsual ? source : `---${source.slice(3, end)}---${source.slice(end + 3)}`;
  const file = matter(fenced, { language: 'yaml', engines });
  const matterStart = 3 + (opening[2]!.length - opening[2]!.trimStart().length) + language.length;
  const expected = source.slice(matterStart, closing.index);
  // gray-matter ends front matter at the first line that begins with three dashes, even if more follows.
  const isWhole = file.matter.trim() === expected.trim();
  const body = isWhole ? file.content : source.slice(end + 3).replace(/^[^\S\n]*\n/, '');
  return { form, matter: expected, matterStart, body, bodyStart: source.length - body.length };
}

// In UTF-16 code units: ten times the usual size. The parsers take quadratic time.
const maxLength = 20_000;
const yamlEnd = /\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;
const plainEnd = /\n---[^\S\n]*(?:\n|$)/;
const tomlEnd = /\n\+\+\+[^\S\n]*(?:\n|$)/;

// gray-matter only splits; engines that would run code throw.
const empty = (): object => ({});
const engines = {
  yaml: empty,
  yml: empty,
  toml: empty,
  json: empty,
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

function refuse(): never {
  throw new Error('Only YAML, TOML and JSON front matter is read.');
}

function formOf(fence: string, language: string): FrontMatterForm | undefined {
  if (fence === '+++') return language === '' ? 'toml' : undefined;
  if (language === '' || language === 'yaml' || language === 'yml') return 'yaml';
  return language === 'toml' || language === 'json' ? language : undefined;
}

function tooLong(size: number): SplitFault {
  return { id: 'front-matter-too-long', values: { size: `${size}`, limit: `${maxLength}` } };
}

function splitJson(source: string): SplitFile | SplitFault {
  if (!/^\{(?:\s*["}]|[^\S\n]*\n)/.test(source)) return explainMissing(source);
  const end = objectEnd(source.slice(0, maxLength + 1));
  if (end === undefined) {
    return source.length > maxLength ? tooLong(source.length) : explainUnclosed(source, '}');
  }
  const body = source.slice(end).replace(/^[^\S\n]*\n/, '');
  return { form: 'json', matter: source.slice(0, end), matterStart: 0, body, bodyStart: source.length - body.length };
}

/** Find the end of the JSON object at the start of a text, by counting braces outside strings. */
function objectEnd(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}]/g)) {
    if (token === '{') depth += 1;
    else if (token === '}' && (depth -= 1) === 0) return index + 1;
  }
  return undefined;
}
