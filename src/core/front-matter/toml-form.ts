import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { WrittenFault, WrittenFields, WrittenNode } from './written.ts';
import type { Range } from '../text/edits.ts';

/** Parse TOML 1.0 front matter. Numbers, dates and booleans are kept as text, as written. */
export function readToml(toml: string): WrittenFields | WrittenFault {
  try {
    const { body } = parseTOML(toml, { tomlVersion: '1.0' });
    const reader = new TomlReader(toml);
    for (const node of body[0].body) reader.read(node);
    return { data: reader.data, find: (path) => reader.nodes.get(keyOf(path)) };
  } catch (error) {
    if (error instanceof ParseError) {
      const isRepeated = /multiple times|duplicate/i.test(error.message);
      return { id: isRepeated ? 'field-repeated' : 'toml-invalid', values: {}, offset: error.index };
    }
    // Thousands of levels of nesting overflow the parser's stack.
    return { id: 'toml-invalid', values: {} };
  }
}

class TomlReader {
  readonly data: Record<string, unknown> = {};
  readonly nodes = new Map<string, WrittenNode>();
  readonly #toml: string;

  constructor(toml: string) {
    this.#toml = toml;
  }

  read(node: AST.TOMLKeyValue | AST.TOMLTable): void {
    if (node.type === 'TOMLKeyValue') return this.#readPair(node, [], this.data);
    let [target, path]: [object, PropertyKey[]] = [this.data, []];
    node.resolvedKey.forEach((name, index) => {
      path = [...path, name];
      const next = node.resolvedKey[index + 1];
      target = childOf(target, name, typeof next === 'number');
      this.#note(path, { key: spanOf(node.key), value: spanOf(node) });
    });
    for (const pair of node.body) this.#readPair(pair, path, target);
  }

  #readPair({ key, value }: AST.TOMLKeyValue, parent: readonly PropertyKey[], into: object): void {
    let [target, path] = [into, [...parent]];
    const last = key.keys.length - 1;
    key.keys.forEach((part, index) => {
      const name = part.type === 'TOMLBare' ? part.name : part.value;
      path = [...path, name];
      if (index < last) {
        target = childOf(target, name, false);
        this.#note(path, { key: spanOf(part), value: spanOf(value) });
      } else {
        setField(target, name, this.#valueOf(value, path));
        const node = this.nodes.get(keyOf(path));
        this.nodes.set(keyOf(path), { ...node, key: spanOf(part) });
      }
    });
  }

  #valueOf(node: AST.TOMLContentNode, path: readonly PropertyKey[]): unknown {
    if (node.type === 'TOMLArray') {
      this.#note(path, { value: spanOf(node) });
      return node.elements.map((element, index) => this.#valueOf(element, [...path, index]));
    }
    if (node.type === 'TOMLInlineTable') {
      const group: Record<string, unknown> = {};
      this.#note(path, { value: spanOf(node) });
      for (const pair of node.body) this.#readPair(pair, path, group);
      return group;
    }
    const text = this.#toml.slice(...node.range);
    const quotes = /^(?:"""|''')/.test(text) ? 3 : /^["']/.test(text) ? 1 : 0;
    this.#note(path, { value: spanOf(node), quotes, isBlock: quotes === 3 });
    return node.kind === 'string' ? node.value : text;
  }

  #note(path: readonly PropertyKey[], node: WrittenNode): void {
    if (!this.nodes.has(keyOf(path))) this.nodes.set(keyOf(path), node);
  }
}

function spanOf({ range: [start, end] }: { range: [number, number] }): Range {
  return { start, end };
}

function childOf(parent: object, name: string | number, isList: boolean): object {
  const fields = parent as Record<string | number, unknown>;
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof known === 'object' && known !== null) return known;
  const child = isList ? [] : {};
  setField(parent, name, child);
  return child;
}

function setField(fields: object, name: string | number, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000');
}
