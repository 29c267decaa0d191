import type { Problem } from '../problems/problem.ts';
import { meaningOf } from './names.ts';
import { quoteText } from './yaml-repairs.ts';
import type { WrittenFields } from './written.ts';

/** A text that YAML reads otherwise than people do: at an offset in the front matter. */
export type YamlTrap = Pick<Problem, 'id' | 'values' | 'field'> & { offset: number };

/**
 * Find hashtags that YAML takes for comments, and so cuts off: a `#` after a space, with a letter or digit right after
 * it. A comment that is meant has a space after its `#`.
 *
 * @example findCutHashtags('title: خبر #فوری', read)[0].values.line // 'title: "خبر #فوری"'
 */
export function findCutHashtags(yaml: string, { data, find }: WrittenFields): YamlTrap[] {
  if (!/[^\S\n]#[\p{L}\p{N}_]/u.test(yaml)) return [];
  const texts = spansOf(data, find);
  const traps: YamlTrap[] = [];
  let start = 0;
  for (const line of yaml.split('\n')) {
    const match = /^(?!\s*#)(?:.*?[^\S\n])(?=#[\p{L}\p{N}_])(?!#check-disable)/u.exec(line);
    const offset = start + (match?.[0].length ?? 0);
    if (match && !texts.some((span) => span.start <= offset && offset < span.end)) {
      const [, head = '', name = ''] = /^(\s*(?:- +)?(?:([^\s:][^:]*?)\s*:\s*)?)/.exec(line) ?? [];
      const values = { hash: line.slice(match[0].length).split(/\s/)[0]!, line: head + whole(name, line.slice(head.length), line.slice(match[0].length)) };
      traps.push({ id: 'hash-cut', values, field: name || undefined, offset });
    }
    start += line.length + 1;
  }
  return traps;
}

/** Write a value together with the hashtags that YAML cuts off. */
function whole(name: string, value: string, cut: string): string {
  const field = meaningOf(name, 'file')?.field;
  const before = value.slice(0, value.length - cut.length).trim();
  if (field === 'tags' || (before === '' && /^#\S+(?:\s+#\S+)+\s*$/.test(cut))) {
    const tags = [...(before.replace(/^\[|\]$/g, '').match(/[^,،]+/g) ?? []), ...cut.split(/\s+(?=#)/)];
    return `[${tags.map((tag) => tag.trim().replace(/[,،]$/, '')).filter((tag) => tag !== '').map((tag) => (tag.startsWith('#') ? `"${tag.replace(/["\\]/g, '')}"` : tag)).join(', ')}]`;
  }
  // What is no text can only have a comment.
  if (/^(?:draft|picked|date|updated|image|video|related|aliases)$/.test(field ?? '') || /^[[{]/.test(before)) {
    return `${before} # ${cut.slice(1)}`;
  }
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(before) ?? [];
  return quoteText(`${quote === undefined ? before : inner} ${cut}`.trim());
}

interface Range {
  start: number;
  end: number;
}

function spansOf(value: unknown, find: WrittenFields['find'], path: readonly PropertyKey[] = []): Range[] {
  if (typeof value !== 'object' || value === null) {
    const span = path.length > 0 ? find(path)?.value : undefined;
    return span ? [span] : [];
  }
  const items: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return items.flatMap(([key, item]) => spansOf(item, find, [...path, key]));
}
