/**
 * Build the nested form of values that the editor keeps flat.
 *
 * @example nested({ 'image.alt': 'شهر', 'tags.0': 'شب' }) // { image: { alt: 'شهر' }, tags: ['شب'] }
 */
export function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    if (mark.test(path)) continue;
    const names = path.split('.');
    const last = names.pop()!;
    let parent = root;
    names.forEach((name, index) => {
      const isList = /^\d+$/.test(names[index + 1] ?? last);
      const known = parent[name];
      // The flat form has `null` or an empty group beside the parts of a group, or none.
      if (typeof known !== 'object' || known === null || Array.isArray(known) !== isList)
        parent[name] = isList ? [] : {};
      parent = parent[name] as Record<string, unknown>;
    });
    const isGroup = typeof value === 'object' || value === undefined;
    // Parts that are there already say more than the group itself, which is empty or absent in the flat form.
    if (!(isGroup && last in parent)) parent[last] = copyOf(value);
  }
  return root;
}

/** The editor marks the items of a list that was ordered; it leaves the marks out when it saves. */
const mark = /\.__sc_\w+$/;

/** The flat values stay as they are when parts are added to a group. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])];
  return typeof value === 'object' && value !== null ? { ...value } : value;
}
