import { closest } from 'fastest-levenshtein';
import { z } from 'zod';

/**
 * Schema of a settings object. Unknown names are errors: a misspelt option would otherwise be ignored silently.
 *
 * @example settings({ hstsDays: z.number() }).safeParse({ hstsdays: 1 }) // «hstsdays»: the nearest is «hstsDays»
 */
export function settings<Fields extends z.core.$ZodLooseShape>(fields: Fields): z.ZodObject<Fields, z.core.$strict> {
  const names = Object.keys(fields);
  return z.strictObject(fields, {
    error: ({ code, keys }) => {
      const [name] = code === 'unrecognized_keys' ? (keys as string[]) : [];
      if (name === undefined) return `expected the settings ${names.join(', ')}`;
      return `there is no setting «${name}»; the nearest is «${closest(name, names)}»`;
    },
  });
}
