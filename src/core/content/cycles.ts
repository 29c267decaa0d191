import { type Document, visit } from 'yaml';

/** Tell whether an alias stands within what it stands for, so that it would unfold without end: `a: &a [*a]`. */
export function hasCycle(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: (_, alias, path) => {
      const target = alias.resolve(document);
      found ||= target !== undefined && path.includes(target);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
