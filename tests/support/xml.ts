/** An element of an XML file. */
export interface XmlElement {
  /** Including its prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** The direct text, with references decoded and surrounding white space trimmed. */
  text: string;
}

/**
 * Parse an XML file of elements and texts. Strict within its subset: mismatched tags, raw `<` and `&`, and unknown
 * references are errors.
 *
 * @throws Error that says what is wrong.
 */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [piece] of xml.matchAll(/<\?[^]*?\?>|<[^<>]*>|[^<]+|</g)) {
    const parent = open.at(-1)!;
    if (piece.startsWith('<?')) continue;
    if (piece.startsWith('</')) {
      if (piece.slice(2, -1).trim() !== parent.name) throw new Error(`${piece} closes <${parent.name}>.`);
      parent.text = parent.text.trim();
      open.pop();
    } else if (piece.startsWith('<')) {
      const element = parseTag(piece);
      parent.children.push(element);
      if (!piece.endsWith('/>')) open.push(element);
    } else parent.text += unescapeText(piece);
  }
  const [top] = root.children;
  if (open.length > 1 || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('There is no one root.');
  return top!;
}

/** List the children with a name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text of the first child with a name. */
export function textOfChild(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text;
}

function parseTag(tag: string): XmlElement {
  const [, name, rest] = /^<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>$/.exec(tag) ?? [];
  if (name === undefined || rest === undefined) throw new Error(`${tag} is no tag.`);
  const pairs = [...rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const attributes = Object.fromEntries(pairs.map((pair) => [pair[1]!, unescapeText(pair[2] ?? pair[3] ?? '')]));
  return { name, attributes, children: [], text: '' };
}

function unescapeText(text: string): string {
  return text.replace(
    /&(?:#x([\dA-F]+);|#(\d+);|(\w+);)?/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const character = name === undefined ? undefined : named[name];
      if (character === undefined) throw new Error(`${reference} is no reference.`);
      return character;
    },
  );
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
