import { isSafeAddress, isSafeCss, isSafeValue, readReferences } from './svg-values.ts';

/**
 * Return whether an SVG is nothing but a picture, and harmless even when opened directly: only drawing elements of SVG
 * 2, no scripts or event handlers, no URLs except references to its own parts and embedded pictures, no entities,
 * external style sheets or foreign active namespaces. Links to the web are allowed. Reads XML 1.0 in UTF-8, strictly:
 * malformed or doubtful input is unsafe. One pass, in linear time.
 *
 * @param bytes A whole file.
 */
export function isSafeSvg(bytes: Uint8Array): boolean {
  const source = decode(bytes);
  return source !== undefined && new SvgReader(source).read();
}

// Other encodings, such as ISO-2022-JP, can encode ASCII letters in ways that these checks would miss.
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg';
/** Namespaces whose elements are active in browsers. All others, such as a drawing program's own, are inert. */
const activeNamespaces = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/XSL/Transform',
  'http://www.w3.org/2001/XInclude',
  'http://www.w3.org/2001/xml-events',
  'http://www.mozilla.org/xbl',
]);
const drawing = new Set(
  (
    'a animate animateMotion animateTransform circle clipPath defs desc ellipse filter g image line linearGradient marker ' +
    'mask metadata mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol text textPath ' +
    'title tspan use view feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge ' +
    'feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

const declaration =
  /<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["'](?:utf-8|us-ascii)["'])?(?:\s+standalone\s*=\s*["']\w+["'])?\s*\?>/iy;
const skipped = /<!--[^]*?-->|<!DOCTYPE\s[^[\]<>]*>|<\/[^<>]*>/y;
const section = /<!\[CDATA\[([^]*?)\]\]>/y;
const opening = /<([^\s<>/"'=!?&]+)/y;
const attribute = /\s+([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const closing = /\s*(\/?)>/y;

/** Attributes that are not CSS; browsers parse all other SVG attributes as CSS, including `mask="…"` and `to="…"`. */
const textual = /:|^(?:aria-|data-|(?:id|class|d|points|lang|role|title)$)/;

interface Attribute {
  name: string;
  value: string;
}

class SvgReader {
  readonly #source: string;
  #at = 0;
  #style = '';
  #isInStyle = false;
  /** Prefixes bound to the SVG namespace, wherever they are declared. */
  readonly #prefixes = new Set<string>();
  readonly #names = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  read(): boolean {
    this.#take(declaration);
    for (let next = this.#textEnd(); next !== -1; next = this.#textEnd()) {
      this.#addText(this.#source.slice(this.#at, next));
      this.#at = next;
      if (!this.#readMarkup()) return false;
    }
    return isSafeCss(this.#style) && this.#names.has('svg') && [...this.#names].every((name) => this.#isInert(name));
  }

  #textEnd(): number {
    return this.#source.indexOf('<', this.#at);
  }

  #addText(text: string): void {
    if (this.#isInStyle) this.#style += readReferences(text) ?? '\\';
  }

  #readMarkup(): boolean {
    if (this.#source.startsWith('</', this.#at)) this.#isInStyle = false;
    if (this.#take(skipped)) return true;
    const text = this.#take(section);
    if (text) {
      if (this.#isInStyle) this.#style += text[1];
      return true;
    }
    const name = this.#take(opening)?.[1];
    if (name === undefined || this.#isInStyle) return false;
    const attributes = this.#readAttributes();
    const end = this.#take(closing);
    if (!end || !attributes) return false;
    this.#names.add(name);
    this.#isInStyle = end[1] === '' && localName(name) === 'style';
    this.#style += '\n';
    return attributes.every((each) => this.#isSafeAttribute(localName(name), each));
  }

  #readAttributes(): Attribute[] | undefined {
    const attributes: Attribute[] = [];
    for (let match = this.#take(attribute); match; match = this.#take(attribute)) {
      const value = readReferences(match[2] ?? match[3]!);
      if (value === undefined) return undefined;
      attributes.push({ name: match[1]!, value });
    }
    return attributes;
  }

  #isSafeAttribute(element: string, { name, value }: Attribute): boolean {
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      if (value === svgNamespace) this.#prefixes.add(name.slice('xmlns:'.length));
      return !activeNamespaces.has(value);
    }
    const local = localName(name);
    if (/^on/i.test(local) || name === 'xml:base') return false;
    if (local === 'attributeName') return !/^(?:.*:)?(?:href|on.*)$/i.test(value.trim());
    if (local === 'href' || local === 'src') return isSafeAddress(value, element === 'a');
    return textual.test(name) ? isSafeValue(value) : isSafeCss(value);
  }

  /** Whether an element is a drawing element, or of a namespace other than SVG. */
  #isInert(name: string): boolean {
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
    return drawing.has(localName(name)) || (prefix !== '' && !this.#prefixes.has(prefix));
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source) ?? undefined;
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
