const embedded = /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|(?:font\/|application\/(?:x-)?font-)[\w.+-]+)[;,]/i;

/** Tell whether an address in an SVG is a part of it or a picture within it; a link may lead to the web. */
export function isSafeAddress(value: string, isLink: boolean): boolean {
  const address = value.trim();
  return (
    address === '' || address.startsWith('#') || embedded.test(address) || (isLink && /^https?:\/\//i.test(address))
  );
}

/** Tell whether the value of any other attribute in an SVG names nothing outside of it, `fill="url(#a)"`, and runs nothing. */
export function isSafeValue(value: string): boolean {
  if (/script:/i.test(value.replace(/\s+/g, ''))) return false;
  return [...value.matchAll(/url\s*\(\s*["']?\s*/gi)].every((match) =>
    isSafeAddress(value.slice(match.index + match[0].length, match.index + match[0].length + 100) || 'none', false),
  );
}

/** Tell whether CSS loads nothing. With escapes (CSS Syntax 3, section 4.3.7) it could say so in other letters. */
export function isSafeCss(css: string): boolean {
  return isSafeValue(css) && !/\\|@import|image-set|src\s*\(|expression|-moz-binding|behavior/i.test(css);
}

/** Read the references of XML to characters; `undefined` if there is one to an entity that XML does not know by itself. */
export function readReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const read = text.replace(
    /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(lt|gt|amp|quot|apos);)?/gi,
    (_, hex, decimal, name) => {
      const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
      if (code !== undefined && code <= 0x10_ff_ff) return String.fromCodePoint(code);
      isKnown &&= name !== undefined;
      return entities.get(name) ?? '';
    },
  );
  return isKnown ? read : undefined;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
