/** A field of a query: what is asked, under which name, and of what. */
interface Field {
  alias: string;
  name: string;
  args: Readonly<Record<string, unknown>>;
  selection: readonly Selected[] | undefined;
}

/** A fragment without a name: fields of objects of one type. */
interface Fragment {
  type: string;
  selection: readonly Selected[];
}

type Selected = Field | Fragment;

/** An object that a query can be asked of: values, objects and functions of arguments, by the names of fields. */
export interface GraphObject {
  [field: string]: unknown;
}

/**
 * Answer a query as GraphQL defines it (October 2021), as far as clients of repositories use it: one operation with
 * variables, aliases and inline fragments. A field that an object does not have is an error.
 */
export function answerQuery(query: string, variables: Readonly<Record<string, unknown>>, root: GraphObject): unknown {
  const tokens = query.match(/"(?:[^"\\]|\\.)*"|\.\.\.|\$?\w+|[^\s,]/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const skip = (token: string): boolean => tokens[at] === token && Boolean(++at);
  const expect = (token: string): void => {
    if (!skip(token)) throw new Error(`Expected ${token}, found ${tokens[at]} (${tokens.slice(at - 5, at).join(' ')})`);
  };

  function readValue(): unknown {
    const token = next();
    if (token.startsWith('$')) return variables[token.slice(1)];
    if (token.startsWith('"')) return JSON.parse(token);
    if (token === '[') {
      const items: unknown[] = [];
      while (!skip(']')) items.push(readValue());
      return items;
    }
    if (token === '{') return readPairs('}');
    return /^(?:\d+|true|false|null)$/.test(token) ? JSON.parse(token) : token;
  }

  function readPairs(end: string): Record<string, unknown> {
    const pairs: Record<string, unknown> = {};
    while (!skip(end)) {
      const name = next();
      expect(':');
      pairs[name] = readValue();
    }
    return pairs;
  }

  function readSelection(): Selected[] {
    const selection: Selected[] = [];
    expect('{');
    while (!skip('}')) selection.push(skip('...') ? readFragment() : readField());
    return selection;
  }

  function readFragment(): Fragment {
    expect('on');
    return { type: next(), selection: readSelection() };
  }

  function readField(): Field {
    const first = next();
    const name = skip(':') ? next() : first;
    const args = skip('(') ? readPairs(')') : {};
    return { alias: first, name, args, selection: tokens[at] === '{' ? readSelection() : undefined };
  }

  while (tokens[at] !== undefined && tokens[at] !== '{') {
    // Declarations of variables.
    if (next() === '(') while (next() !== ')');
  }
  return select(root, readSelection());
}

function select(value: unknown, selection: readonly Selected[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => select(item, selection));
  const object = value as GraphObject;
  const answer: Record<string, unknown> = {};
  for (const selected of selection) {
    if ('type' in selected) {
      if (object['__typename'] === selected.type) Object.assign(answer, select(object, selected.selection));
      continue;
    }
    const { alias, name, args, selection: below } = selected;
    if (!(name in object)) throw new Error(`Field '${name}' doesn't exist on type '${String(object['__typename'])}'`);
    const member = object[name];
    const found: unknown = typeof member === 'function' ? (member as (given: object) => unknown)(args) : member;
    answer[alias] = below ? select(found, below) : (found ?? null);
  }
  return answer;
}
