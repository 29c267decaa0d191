/**
 * Reduce a value of front matter to what it says: texts without surrounding space, lists and groups without empty items;
 * `undefined` if nothing is left.
 *
 * @example cleaned({ src: ' a.jpg ', alt: '' }) // { src: 'a.jpg' }
 */
export function cleaned(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([name, item]) => [name, cleaned(item)] as const);
    const kept = pairs.filter(([, item]) => item !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
