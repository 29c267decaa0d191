const embedded = /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|(?:font\/|application\/(?:x-)?font-)[\w.+-]+)[;,]/i;

/** Return whether a URL in an SVG refers to a part of it or to an embedded picture; links may also lead to the web. */
export function isSafeAddress(value: string, isLink: boolean): boolean {
  const address = value.trim();
  return (
    address === '' || address.startsWith('#') || embedded.test(address) || (isLink && /^https?:\/\//i.test(address))
  );
}

/**
 * Return whether the value of any other SVG attribute refers to nothing outside, as in `fill="url(#a)"`, and runs
 * nothing.
 */
export function isSafeValue(value: string): boolean {
  if (/script:/i.test(value.replace(/\s+/g, ''))) return false;
  return [...value.matchAll(/url\s*\(\s*["']?\s*/gi)].every((match) =>
    isSafeAddress(value.slice(match.index + match[0].length, match.index + match[0].length + 100) || 'none', false),
  );
}

/**
 * Return whether CSS loads nothing. Escapes are rejected because they could hide names (CSS Syntax 3, section 4.3.7).
 */
export function isSafeCss(css: string): boolean {
  return isSafeValue(css) && !/\\|@import|image-set|src\s*\(|expression|-moz-binding|behavior/i.test(css);
}

/** Decode character references and predefined XML entities; `undefined` if there is any other entity. */
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
