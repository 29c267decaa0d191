import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLError, visit } from 'yaml';
import { type YamlReason, yamlReason } from '../problems/yaml.ts';
import { repairYaml, type YamlError, type YamlRepair } from './yaml-repairs.ts';
import type { Fields, WrittenFault, WrittenFields, WrittenNode } from './written.ts';
import type { Range } from '../text/edits.ts';

/**
 * Parse YAML front matter. Every scalar is read as text (YAML 1.2, failsafe schema), so that no date rolls over and
 * numbers keep their notation. Quoted strings may continue in lines that are not indented, as other generators allow.
 */
export function readYaml(yaml: string): WrittenFields | WrittenFault {
  let parsed = parse(yaml);
  for (let joins = 0; joins < maxJoins && 'error' in parsed && parsed.error && isOpenQuote(parsed.error); joins += 1) {
    const joined = joinQuotedLines(parsed.document, parsed.yaml, parsed.error.pos[0]);
    if (joined === undefined) break;
    parsed = parse(joined);
  }
  if ('fault' in parsed) return parsed.fault;
  const { document, error } = parsed;
  if (error) return explain(error, document, yaml);
  if (yaml.includes('&') && hasCycle(document)) return { id: 'yaml-aliases', values: {} };
  return readDocument(document, yaml);
}

/** Parse a JSON object as front matter: valid JSON means the same in YAML. */
export function readJson(json: string): WrittenFields | WrittenFault {
  // Strings in JSON contain no tabs, and YAML allows none in indentation.
  const parsed = parse(json.replaceAll('\t', ' '));
  if ('fault' in parsed) return { id: 'json-invalid', values: {} };
  const [offset] = parsed.error?.pos ?? [];
  if (parsed.error?.code === 'DUPLICATE_KEY') return { id: 'field-repeated', values: {}, offset };
  const fault = jsonFault(json);
  if (fault !== undefined || parsed.error) return { id: 'json-invalid', values: {}, offset: offset ?? fault };
  return readDocument(parsed.document, json);
}

/** Find the offset at which a text is not JSON, 0 if the engine does not report it; `undefined` for valid JSON. */
function jsonFault(json: string): number | undefined {
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    return Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? wrongToken(json));
  }
}

/** Find the first token that JSON does not have, or a comma before a closing bracket; 0 if there is none. */
function wrongToken(json: string): number {
  const token =
    /\s+|"(?:[^"\\\n]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}])|(?:true|false|null)(?![\p{L}\p{N}])|[{}[\]:]|,(?!\s*[\]},])/guy;
  let end = 0;
  while (token.test(json)) end = token.lastIndex;
  return end < json.length ? end : 0;
}

// Maximum number of quoted strings to join; more remain errors.
const maxJoins = 20;

type Parsed = { document: Document; error: YAMLError | undefined; yaml: string } | { fault: WrittenFault };

function parse(yaml: string): Parsed {
  try {
    const document = parseDocumentOf(yaml);
    const error = document.errors[0];
    if (error?.code !== 'RESOURCE_EXHAUSTION') return { document, error, yaml };
  } catch {
    // Falls through: the parser either reports a stack overflow or throws it.
  }
  // The position of the overflow depends on the machine, so none is reported.
  return { fault: invalid('yamlDeep') };
}

function parseDocumentOf(yaml: string): Document {
  return parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
}

function isOpenQuote({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.endsWith('quote');
}

/**
 * Put a quoted string that continues without indentation on one line, for the parser; offsets stay valid.
 *
 * @returns `undefined` if there is none, or a line of it looks like a field, so that the quotation is unclosed.
 */
function joinQuotedLines(document: Document, yaml: string, offset: number): string | undefined {
  const start = openQuote(document, offset);
  if (start === undefined) return undefined;
  const quoted = yaml[start] === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
  quoted.lastIndex = start;
  const [text] = quoted.exec(yaml) ?? [];
  if (text === undefined || !/^[^\S\n]*(?:[,\]}#\n]|$)/.test(yaml.slice(start + text.length))) return undefined;
  if (/\n(?:[^\s:"']+[^\S\n]*:(?:\s|$)|- )/.test(text)) return undefined;
  return yaml.slice(0, start) + text.replaceAll('\n', ' ') + yaml.slice(start + text.length);
}

function readDocument(document: Document, yaml: string): WrittenFields | WrittenFault {
  if (document.contents !== null && !isMap(document.contents)) {
    return { id: 'yaml-not-fields', values: { foundKind: isScalar(document.contents) ? 'aText' : 'list' } };
  }
  let data: Fields;
  try {
    data = (document.toJS({ maxAliasCount: 50 }) as Fields | null) ?? {};
  } catch (error) {
    const isUnresolved = (error as Error).message.startsWith('Unresolved alias');
    if (isUnresolved && yaml !== '') return unresolved(document, yaml);
    return { id: 'yaml-aliases', values: {} };
  }
  return {
    data: mayHoldNull.test(yaml) ? (withoutNulls(data, document.contents) as Fields) : data,
    find: (path) => findNode(document, path),
  };
}

const mayHoldNull = /(?:null|~)\s*(?:[,}\]#\n]|$)/;

/** Replace the nulls of YAML and JSON, which exports write for what is not filled in, with empty texts. */
function withoutNulls(data: unknown, node: unknown): unknown {
  if (isScalar(node)) return node.type === 'PLAIN' && (node.value === 'null' || node.value === '~') ? '' : data;
  if (isSeq(node) && Array.isArray(data)) return data.map((item, index) => withoutNulls(item, node.items[index]));
  if (!isMap(node) || typeof data !== 'object' || data === null) return data;
  const items = new Map(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]));
  return Object.fromEntries(Object.entries(data).map(([name, item]) => [name, withoutNulls(item, items.get(name))]));
}

function findNode(document: Document, path: readonly PropertyKey[]): WrittenNode | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  const value = pair ? pair.value : document.getIn(path, true);
  if (!pair && value === undefined) return undefined;
  const quotes = isScalar(value) ? (value.type?.startsWith('QUOTE') ? 1 : 0) : undefined;
  const isBlock = isScalar(value) && value.type?.startsWith('BLOCK') === true;
  return { key: spanOf(pair?.key), value: spanOf(value), quotes, isBlock };
}

function spanOf(node: unknown): Range | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0], end: node.range[1] };
}

function explain(error: YAMLError, document: Document, yaml: string): WrittenFault {
  const [offset] = error.pos;
  if (error.code === 'DUPLICATE_KEY') return { id: 'field-repeated', values: {}, offset };
  const isOpen = isOpenQuote(error);
  const start = isOpen ? (openQuote(document, offset) ?? offset) : offset;
  const repair = repairYaml(yaml, start, (text) => toError(parse(text)));
  if (isOpen) {
    const line = repair?.line ?? `${lineAt(yaml, start)}${yaml[start] ?? '"'}`;
    return { id: 'quote-unclosed', values: { quote: yaml[start] ?? '"', line }, offset: start };
  }
  if (repair?.id !== undefined) {
    const [hash = ''] = /#\S+/.exec(lineAt(yaml, repair.offset)) ?? [];
    return { id: repair.id, values: { line: repair.line, hash }, offset: repair.offset };
  }
  return invalid(yamlReason(error.code, error.message), repair, offset);
}

/** Explain a value that begins with `*`, which YAML reads as an alias. */
function unresolved(document: Document, yaml: string): WrittenFault {
  let offset = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  const repair = repairYaml(
    yaml,
    offset,
    (text) => toError(parse(text)) ?? (isResolved(text) ? undefined : { offset: 0 }),
  );
  return invalid('yamlAlias', repair, offset);
}

function isResolved(yaml: string): boolean {
  const parsed = parse(yaml);
  return !('fault' in parsed) && !('id' in readDocument(parsed.document, ''));
}

function toError(parsed: Parsed): YamlError | undefined {
  if ('fault' in parsed) return { offset: 0 };
  return parsed.error ? { offset: parsed.error.pos[0] } : undefined;
}

function invalid(reasonKind: YamlReason, repair?: YamlRepair, offset?: number): WrittenFault {
  if (repair) return { id: 'yaml-line', values: { reasonKind, line: repair.line }, offset: repair.offset };
  return { id: 'yaml-invalid', values: { reasonKind, open: '{', close: '}' }, offset };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end);
}

/** Find the offset of the quotation that is still open at `end`. */
function openQuote(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] <= end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

/** Return whether an alias occurs within its own anchor, so that it would expand forever: `a: &a [*a]`. */
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
