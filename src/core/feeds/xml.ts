/** Attributes of an XML element; `undefined` ones are omitted. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** The declaration at the start of an XML file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Write an XML element. Its children are XML already: other elements, or text from {@link escapeXml}.
 *
 * @example xmlElement('loc', {}, escapeXml('a & b')) // '<loc>a &amp; b</loc>'
 */
export function xmlElement(name: string, attributes: XmlAttributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Escape text as XML character data, for elements and attributes. @example escapeXml(']]>') // ']]&gt;' */
export function escapeXml(text: string): string {
  return stripForbidden(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/**
 * Remove the characters that XML 1.0 (section 2.2) cannot represent or discourages: control characters, lone
 * surrogates, noncharacters; also U+FFFD, which marks a lost character.
 */
export function stripForbidden(text: string): string {
  const clean = text.replace(forbidden, '');
  return clean.isWellFormed() ? clean : clean.replace(/\p{Surrogate}/gu, '');
}

// Without the `u` flag, and with surrogates handled apart: this scans every text of every feed, and is five times
// faster so.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFD-\uFFFF]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
