/** A text of front matter that readers see. */
export interface TextField {
  path: readonly PropertyKey[];
  text: string;
}

// Fields whose texts are prose; `*` matches any item of a list.
const proseFields = new Set(
  (
    'title kicker lead dateline tags.* source source.name authors.* image.alt image.caption image.credit ' +
    'video.title corrections.*.text'
  ).split(' '),
);

/**
 * List the texts of front matter that readers see. @example textFields({ tags: ['شهر'] }) // [{ path: ['tags', 0], … }]
 */
export function textFields(value: unknown, path: readonly PropertyKey[] = []): TextField[] {
  if (typeof value === 'string') return isProse(path) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textFields(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textFields(item, [...path, key]));
}

/** Blank those texts, to compare the rest of the front matter. */
export function withoutTexts(value: unknown, path: readonly PropertyKey[] = []): unknown {
  if (typeof value === 'string') return isProse(path) ? '' : value;
  if (Array.isArray(value)) return value.map((item, index) => withoutTexts(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutTexts(item, [...path, key])]));
}

function isProse(path: readonly PropertyKey[]): boolean {
  return proseFields.has(path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.'));
}
