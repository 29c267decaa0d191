/** A value in a JSON text. */
export interface JsonPlace {
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** Line where it begins, 1-based. */
  line: number;
  /** Whether its end was found: the last value of a truncated text is not whole. */
  isWhole: boolean;
}

/** A member of an object. */
export interface JsonMember extends JsonPlace {
  key: string;
}

/**
 * Find the root value of a text, after an optional byte order mark.
 *
 * @returns `undefined` if there is none.
 */
export function rootOf(text: string): JsonPlace | undefined {
  return placeAt(text, skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0), createLines(text, 0, 1));
}

/** Iterate over the elements of the list at a place; over nothing if it is not a list. Does not validate. */
export function* elementsOf(text: string, list: JsonPlace): Generator<JsonPlace> {
  if (text[list.start] !== '[') return;
  const lines = createLines(text, list.start, list.line);
  let at = skipSpace(text, list.start + 1);
  while (at < list.end && text[at] !== ']') {
    const place = placeAt(text, at, lines);
    if (!place) return;
    yield place;
    at = skipSpace(text, place.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (place.end === place.start) at += 1;
  }
}

/** Iterate over the members of the object at a place; over nothing if it is not an object. Does not validate. */
export function* membersOf(text: string, object: JsonPlace): Generator<JsonMember> {
  if (text[object.start] !== '{') return;
  const lines = createLines(text, object.start, object.line);
  let at = skipSpace(text, object.start + 1);
  while (at < object.end && text[at] === '"') {
    const end = skipString(text, at);
    const key = parseValue(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] !== ':') return;
    const place = placeAt(text, skipSpace(text, at + 1), lines);
    if (!place) return;
    if (typeof key === 'string') yield { ...place, key };
    at = skipSpace(text, place.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

/** Find the last member with a name, as `JSON.parse` does. */
export function memberOf(text: string, object: JsonPlace | undefined, key: string): JsonPlace | undefined {
  if (!object) return undefined;
  let found: JsonPlace | undefined;
  for (const member of membersOf(text, object)) if (member.key === key) found = member;
  return found;
}

/** Return whether anything but white space follows a place. */
export function hasMore(text: string, { end }: JsonPlace): boolean {
  return skipSpace(text, end) < text.length;
}

/**
 * Parse the value at a place.
 *
 * @returns `undefined` if it is not valid JSON. Telegram writes control characters as `\x1F`, which are dropped.
 */
export function parsePlace(text: string, { start, end, isWhole }: JsonPlace): unknown {
  return isWhole ? parseValue(text.slice(start, end)) : undefined;
}

/** Parse JSON; `undefined` if it is not valid. */
export function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!text.includes('\\x')) return undefined;
  }
  try {
    return JSON.parse(
      text.replace(/\\(?:x[0-9A-Fa-f]{2}|([^x]))/gs, (found, kept) => (kept === undefined ? '' : found)),
    );
  } catch {
    return undefined;
  }
}

function placeAt(text: string, start: number, lines: (position: number) => number): JsonPlace | undefined {
  if (start >= text.length) return undefined;
  const line = lines(start);
  const first = text[start];
  if (first === '"') return finish(text, start, skipString(text, start), line, '"');
  if (first !== '{' && first !== '[') {
    scalar.lastIndex = start;
    const end = start + (scalar.exec(text)?.[0].length ?? 0);
    return { start, end, line, isWhole: end > start };
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = skipString(text, at) - 1;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return { start, end: at + 1, line, isWhole: true };
    }
  }
  return { start, end: text.length, line, isWhole: false };
}

function finish(text: string, start: number, end: number, line: number, last: string): JsonPlace {
  return { start, end, line, isWhole: end - start > 1 && text[end - 1] === last };
}

/** Position after the string that begins at `start`. */
function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at;
}

const scalar = /[^\s,:{}[\]"]*/y;

/** Create a function that returns the line of a position. Positions must not decrease. */
function createLines(text: string, start: number, first: number): (position: number) => number {
  let line = first;
  let next = text.indexOf('\n', start);
  return (position) => {
    while (next !== -1 && next < position) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
