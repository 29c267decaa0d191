import matter from 'gray-matter';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError, visit } from 'yaml';
import type { Problem } from '../problems/problem.ts';
import { type YamlReason, yamlReason } from '../problems/yaml.ts';

/** A file's front matter as texts, lists of texts and maps of texts, with the position of each. */
export interface FrontMatter {
  data: Readonly<Record<string, unknown>>;
  /** Position of a value in the file, or of its nearest parent that has one. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Whether the value is written without quotation marks. */
  isPlain(path: readonly PropertyKey[]): boolean;
  /** A scalar as written in the file, without its quotation marks. */
  writtenAt(path: readonly PropertyKey[]): WrittenScalar | undefined;
  /** The text after the front matter. */
  body: string;
  /** Offset of the body in UTF-16 code units; see {@link unifyLines}. */
  bodyStart: number;
  /** The line on which the body begins, from 1. */
  bodyLine: number;
}

/** A position in a file; both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The source text of a scalar. */
export interface WrittenScalar {
  text: string;
  /** Offset in UTF-16 code units; see {@link unifyLines}. */
  start: number;
}

/** The parsed front matter, or why parsing failed. */
export type FrontMatterResult =
  | { frontMatter: FrontMatter }
  | { problem: Pick<Problem, 'id' | 'line' | 'column' | 'values'> };

/**
 * Parse the YAML front matter of a file. Every scalar is read as text (YAML 1.2, failsafe schema), so that no date
 * rolls over and no number loses its form. YAML is the only engine, so that front matter never runs as code.
 */
export function parseFrontMatter(text: string): FrontMatterResult {
  const source = unifyLines(text);
  const opening = /^---([^\n]*)/.exec(source);
  if (!opening || opening[1]!.startsWith('-')) return failure('front-matter-missing');
  const language = opening[1]!.trim();
  if (language && !/^(yaml|yml)$/i.test(language)) return failure('front-matter-language', { language });
  const closing = /\n---[^\S\n]*(?:\n|$)/.exec(source);
  if (!closing) return failure('front-matter-unclosed');
  if (closing.index > maxLength) {
    return failure('front-matter-too-long', { size: `${closing.index}`, limit: `${maxLength}` });
  }
  const file = matter(source, { language: 'yaml', engines });
  const lines = new LineCounter();
  const document = parseYaml(file.matter, lines);
  if (!('contents' in document)) return document;
  return readDocument(document, lines, file, source);
}

/** Normalize a file's text to what offsets refer to: no byte order mark, and U+000A as the only line ending. */
export function unifyLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

// In UTF-16 code units: ten times what articles have. The parsers take quadratic time.
const maxLength = 20_000;

// gray-matter only splits; engines that would run code throw.
const engines = {
  yaml: () => ({}),
  json: refuse,
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

function parseYaml(yaml: string, lines: LineCounter): Document | FrontMatterResult {
  try {
    const document = parseDocument(yaml, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error) return yamlFailure(error, document, yaml, lines);
    return hasCycle(document) ? failure('yaml-aliases') : document;
  } catch {
    // Nesting of thousands of levels overflows the parser's stack.
    return failure('yaml-invalid', invalid('yamlDeep'));
  }
}

function readDocument(
  document: Document,
  lines: LineCounter,
  { matter: yaml, content: body }: { matter: string; content: string },
  source: string,
): FrontMatterResult {
  if (document.contents !== null && !isMap(document.contents)) {
    return failure('yaml-not-fields', { foundKind: isScalar(document.contents) ? 'aText' : 'list' });
  }
  let data: Record<string, unknown>;
  try {
    data = (document.toJS({ maxAliasCount: 50 }) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    const isUnresolved = (error as Error).message.startsWith('Unresolved alias');
    if (isUnresolved) return failure('yaml-invalid', invalid('yamlAlias'));
    return failure('yaml-aliases');
  }
  const nodeAt = (path: readonly PropertyKey[]): unknown => document.getIn(path, true);
  const yamlStart = source.indexOf(yaml, '---'.length);
  const bodyStart = source.length - body.length;
  return {
    frontMatter: {
      data,
      placeOf: (path) => placeOf(document, path, lines),
      isPlain: (path) => {
        const node = nodeAt(path);
        return isScalar(node) && node.type === 'PLAIN';
      },
      writtenAt: (path) => writtenAt(nodeAt(path), yaml, yamlStart),
      body,
      bodyStart,
      bodyLine: source.slice(0, bodyStart).split('\n').length,
    },
  };
}

function placeOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): Place {
  const [field] = path;
  if (field === undefined || !isMap(document.contents)) return { line: 1, column: 1 };
  const nested = path.length > 1 ? document.getIn(path, true) : undefined;
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === field);
  const node = nested ?? pair?.key;
  const offset = isNode(node) ? node.range?.[0] : undefined;
  if (offset === undefined)
    return path.length > 1 ? placeOf(document, path.slice(0, -1), lines) : { line: 1, column: 1 };
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function writtenAt(node: unknown, yaml: string, yamlStart: number): WrittenScalar | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const quotes = node.type?.startsWith('QUOTE') ? 1 : 0;
  return { text: yaml.slice(start + quotes, end - quotes), start: yamlStart + start + quotes };
}

function yamlFailure(error: YAMLError, document: Document, yaml: string, lines: LineCounter): FrontMatterResult {
  const at = (offset: number): Place => ({ line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  const place = at(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') return { problem: { id: 'field-repeated', ...place, values: {} } };
  if (error.code === 'MISSING_CHAR' && error.message.endsWith('quote')) {
    const start = openQuote(document, error.pos[0]) ?? error.pos[0];
    return { problem: { id: 'quote-unclosed', ...at(start), values: { quote: yaml[start] ?? '"' } } };
  }
  const [, name, text] = /^(\s*[\w-]+:\s+)([^"\s].*)$/.exec(yaml.split('\n')[place.line - 1] ?? '') ?? [];
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && name !== undefined && text !== undefined) {
    const line = `${name}"${text.trim().replace(/["\\]/g, '\\$&')}"`;
    return { problem: { id: 'colon-unquoted', ...place, values: { line } } };
  }
  return { problem: { id: 'yaml-invalid', ...place, values: invalid(yamlReason(error.code, error.message)) } };
}

function invalid(reasonKind: YamlReason): Record<string, string> {
  return { reasonKind, open: '{', close: '}' };
}

/** Offset of the quotation that is still open at `end`. */
function openQuote(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

function failure(id: Problem['id'], values: Record<string, string> = {}): FrontMatterResult {
  return { problem: { id, line: 1, column: 1, values } };
}

/** Return whether an alias occurs within its own anchor, and so would expand without end: `a: &a [*a]`. */
function hasCycle(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: (_, alias, path) => {
      const target = alias.resolve(document);
      found ||= target !== undefined && path.includes(target);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
