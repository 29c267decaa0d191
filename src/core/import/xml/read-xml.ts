import { Parser } from 'htmlparser2';

/** An element with everything in it. */
export interface XmlElement {
  /** As written, or with the prefix that `prefixOf` gives to its namespace. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Elements and texts in order. Texts are decoded; CDATA is text. */
  nodes: readonly XmlNode[];
  /** Line of the input where its tag begins, 1-based. */
  line: number;
  /** Whether its end was found: the last element of a truncated input is not whole. */
  isWhole: boolean;
}

export type XmlNode = XmlElement | string;

/** Result of reading a whole input. */
export interface XmlEnd {
  /** The root element without its content; `undefined` if there was none. */
  root: Pick<XmlElement, 'name' | 'attributes'> | undefined;
  /** Whether the root was closed; otherwise the input is truncated or `isTooDeep`. */
  isClosed: boolean;
  /** Whether reading stopped at elements that are nested too deeply. */
  isTooDeep: boolean;
  /** Line where reading ended, 1-based. */
  line: number;
}

/** Reads a document in chunks. */
export interface XmlReader {
  write(chunk: string): void;
  end(): XmlEnd;
}

/** Which elements a reader passes on, and under which names. */
export interface XmlWish {
  /** Elements to pass on, at any depth. One within another is part of it, and not passed on itself. */
  names: ReadonlySet<string>;
  /** Called at the end of each such element, in the order of their ends. */
  onElement: (element: XmlElement) => void;
  /**
   * Prefix to use for a namespace, whatever the document calls it; `''` for none. Prefixes stay as written if this is
   * absent, returns `undefined`, or if the document does not declare them.
   */
  prefixOf?: ((namespace: string) => string | undefined) | undefined;
}

/**
 * Read XML as a stream, and pass on the wanted elements. Lenient: undeclared entities stay as written, tags that lack
 * an end are closed with their parent, and no input is an error. Document types are ignored, so entities cannot expand.
 * Characters that XML forbids are removed. Takes linear time, and memory for one wanted element.
 *
 * @example readXml('<a><b x="1">&lt;</b></a>', { names: new Set(['b']), onElement: (b) => textOf(b) }) // '<'
 */
export function createXmlReader(wish: XmlWish): XmlReader {
  const lines = countLines();
  const open: Frame[] = [];
  let root: XmlEnd['root'];
  let isClosed = false;
  let isTooDeep = false;

  const parser: Parser = new Parser(
    {
      onopentag(tag, found) {
        const parent = open.at(-1);
        const prefixes = prefixesOf(found, parent?.prefixes, wish);
        const name = rename(tag, prefixes);
        root ??= { name, attributes: attributesOf(found) };
        isTooDeep ||= open.length >= maxDepth;
        const isWanted = parent?.element !== undefined || wish.names.has(name);
        const element = isWanted && !isTooDeep ? elementAt(name, found, lines.at(parser.startIndex)) : undefined;
        if (element) parent?.element?.nodes.push(element);
        open.push({ element, prefixes });
      },
      ontext(text) {
        const nodes = open.at(-1)?.element?.nodes;
        if (!nodes) return;
        if (typeof nodes.at(-1) === 'string') nodes[nodes.length - 1] += text;
        else nodes.push(text);
      },
      onclosetag(_, isImplied) {
        const frame = open.pop();
        if (open.length === 0 && !isImplied) isClosed = true;
        if (!frame?.element || isTooDeep) return;
        frame.element.isWhole = !isImplied;
        cleanTexts(frame.element.nodes);
        if (open.at(-1)?.element === undefined) wish.onElement(frame.element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  return {
    write(chunk) {
      // The parser searches its open tags one by one: small slices stop it before many are open.
      for (let start = 0; start < chunk.length; start += sliceLength) {
        if (isTooDeep) return;
        const slice = chunk.slice(start, start + sliceLength);
        lines.add(slice);
        parser.write(slice);
      }
    },
    end() {
      if (!isTooDeep) parser.end();
      return { root, isClosed: isClosed && !isTooDeep, isTooDeep, line: lines.last() };
    },
  };
}

/** Read a whole document. @see createXmlReader */
export function readXml(text: string, wish: XmlWish): XmlEnd {
  const reader = createXmlReader(wish);
  reader.write(text);
  return reader.end();
}

/** Return the text of an element and its descendants; `''` if there is none. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const [only] = element.nodes;
  if (element.nodes.length === 1 && typeof only === 'string') return only;
  return element.nodes.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

/** Return the first child with a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.nodes.find((node): node is XmlElement => typeof node !== 'string' && node.name === name);
}

/** Return all children with a name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.nodes ?? []).filter((node): node is XmlElement => typeof node !== 'string' && node.name === name);
}

/** Return the value of an attribute; `''` if absent. */
export function attributeOf(element: Pick<XmlElement, 'attributes'> | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}

interface Frame {
  /** Absent outside of wanted elements. */
  element: (XmlElement & { nodes: XmlNode[] }) | undefined;
  prefixes: Prefixes;
}

/** Prefixes to use, by those of the document; `''` is the default namespace. */
type Prefixes = ReadonlyMap<string, string>;

// Real exports are far shallower.
const maxDepth = 256;
const sliceLength = 16_384;
const noPrefixes: Prefixes = new Map();
const noAttributes: XmlElement['attributes'] = new Map();
const forbidden = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r\u0085]]/gv;

function elementAt(name: string, found: Record<string, string>, line: number): XmlElement & { nodes: XmlNode[] } {
  return { name, attributes: attributesOf(found), nodes: [], line, isWhole: false };
}

function attributesOf(found: Record<string, string>): XmlElement['attributes'] {
  const entries = Object.entries(found);
  return entries.length === 0 ? noAttributes : new Map(entries.map(([key, value]) => [key, clean(value)]));
}

function prefixesOf(found: Record<string, string>, inherited: Prefixes | undefined, { prefixOf }: XmlWish): Prefixes {
  if (!prefixOf) return noPrefixes;
  let prefixes: Map<string, string> | undefined;
  for (const [name, namespace] of Object.entries(found)) {
    if (!name.startsWith('xmlns')) continue;
    const written = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
    if (written === undefined) continue;
    prefixes ??= new Map(inherited);
    prefixes.set(written, prefixOf(namespace.trim()) ?? written);
  }
  return prefixes ?? inherited ?? noPrefixes;
}

function rename(tag: string, prefixes: Prefixes): string {
  if (prefixes.size === 0) return tag;
  const colon = tag.indexOf(':');
  const written = colon === -1 ? '' : tag.slice(0, colon);
  const prefix = prefixes.get(written);
  if (prefix === undefined || prefix === written) return tag;
  const name = tag.slice(colon + 1);
  return prefix === '' ? name : `${prefix}:${name}`;
}

function cleanTexts(nodes: XmlNode[]): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (typeof node === 'string') nodes[index] = clean(node);
  }
}

function clean(text: string): string {
  return text.replace(forbidden, '');
}

/** Count lines. Positions must not decrease. */
function countLines(): { add: (slice: string) => void; at: (position: number) => number; last: () => number } {
  let breaks: number[] = [];
  let length = 0;
  let passed = 0;
  let line = 1;
  return {
    add(slice) {
      if (passed > 0) breaks = breaks.slice(passed);
      passed = 0;
      for (let at = slice.indexOf('\n'); at !== -1; at = slice.indexOf('\n', at + 1)) breaks.push(length + at);
      length += slice.length;
    },
    at(position) {
      while (passed < breaks.length && breaks[passed]! < position) {
        passed += 1;
        line += 1;
      }
      return line;
    },
    last: () => line + breaks.length - passed,
  };
}
