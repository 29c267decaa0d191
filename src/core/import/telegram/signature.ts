import type { Line } from './lines.ts';
import type { Message } from './message.ts';

/** How a channel signs its messages. */
export interface Signature {
  /** Its name in addresses, such as `khabar_nemune`; `undefined` if it is private or unknown. */
  name: string | undefined;
  /** Keys of lines that recur at the ends of its messages. */
  lines: ReadonlySet<string>;
}

/**
 * Infer the signature of a channel from all its messages: lines that end at least three messages and three in ten, and
 * the name that they mention.
 */
export function learnSignature(messages: readonly Message[]): Signature {
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  let total = 0;
  for (const { lines } of messages) {
    const ends = lastLines(lines);
    if (ends.length === 0) continue;
    total += 1;
    for (const key of new Set(ends.map(keyOf))) count(counts, key);
    for (const name of new Set(ends.flatMap(namesIn))) count(names, name);
  }
  const isOften = (times: number): boolean => times >= leastTimes && times >= total * leastShare;
  const [name, times] = [...names].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return {
    name: isOften(times) ? name : undefined,
    lines: new Set([...counts].filter(([key, often]) => key !== '' && isOften(often)).map(([key]) => key)),
  };
}

/**
 * Remove the signature at the end of a message: recurring lines, bare mentions of the channel, calls to join it, and
 * the ruler above them.
 */
export function dropSignature(lines: readonly Line[], signature: Signature): Line[] {
  let end = lines.length;
  let isSigned = false;
  for (; end > 0; end--) {
    const line = lines[end - 1]!;
    if (line.text === '' || (isSigned && keyOf(line) === '')) continue;
    if (!isSignature(line, signature)) break;
    isSigned = true;
  }
  return lines.slice(0, end);
}

// Fewer may be a coincidence.
const leastTimes = 3;
const leastShare = 0.3;
// Longer endings are part of the text.
const mostLines = 6;
const longest = 120;

function isSignature(line: Line, { name, lines }: Signature): boolean {
  if (line.text.length > longest) return false;
  if (lines.has(keyOf(line))) return true;
  const names = namesIn(line);
  if (names.length === 0) return joins.test(line.text) && line.runs.some(({ type }) => type === 'text_link');
  const words = line.text.replace(/(?:https?:\/\/)?(?:t|telegram)\.me\/\S+|@\w+/gi, '');
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  return joins.test(words) || (name !== undefined && names.includes(name) && words.trim().split(/\s+/).length <= 4);
}

function lastLines(lines: readonly Line[]): Line[] {
  return lines
    .filter(({ text }) => text !== '')
    .slice(-mostLines)
    .filter(({ text }) => text.length <= longest);
}

/** Names of channels that a line mentions or links to, in lower case. Links to a message or an invitation are not. */
function namesIn({ runs }: Line): string[] {
  return runs.flatMap(({ type, text, extra }) => {
    if (type === 'mention') return [text.replace(/^@/, '').toLowerCase()];
    const address = type === 'text_link' ? extra : type === 'link' ? text : '';
    const found = /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/(\w{4,32})\/?$/i.exec(address.slice(0, 100).trim());
    return found ? [found[1]!.toLowerCase()] : [];
  });
}

/** Key under which lines that differ only in emoji or spaces are the same. */
function keyOf({ text }: Line): string {
  return text
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const joins =
  /عضو\s*(?:کانال\s*)?(?:ما\s*)?(?:شوید|شو|بشوید)|به\s*ما\s*بپیوندید|بپیوندید|(?:کانال|آدرس)\s*(?:ما|تلگرام)|join/i;
