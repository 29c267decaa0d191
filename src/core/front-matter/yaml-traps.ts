import type { Problem } from '../problems/problem.ts';
import type { Range } from '../text/edits.ts';
import { decodeReferences } from './foreign-texts.ts';
import { meaningOf } from './names.ts';
import { isTextField, quoteText } from './yaml-repairs.ts';
import type { WrittenFields } from './written.ts';

/** A text that YAML reads differently than people do, with its offset in the front matter. */
export type YamlTrap = Pick<Problem, 'id' | 'values' | 'field'> & { offset: number };

/** Find texts that YAML does not read as intended, in lines without errors. */
export function findYamlTraps(yaml: string, { data, find }: WrittenFields): YamlTrap[] {
  const hasSigns = /[^\S\n](?:#[^\s#=*~-]|&\S|!)/u.test(yaml);
  if (!hasSigns) return [];
  const texts = spansOf(data, find).map(({ start, end, isBlock }) =>
    // A block begins below the line of its `>` or `|`.
    isBlock ? { start: (yaml.indexOf('\n', start) + 1 || end + 1) - 1, end } : { start, end },
  );
  const isText = (offset: number): boolean => texts.some(({ start, end }) => start <= offset && offset < end);
  const traps: YamlTrap[] = [];
  let start = 0;
  for (const line of yaml.split('\n')) {
    const trap = cutHashtag(line) ?? swallowedSign(line, yaml);
    if (trap && !isText(start + trap.offset)) traps.push({ ...trap, offset: start + trap.offset });
    start += line.length + 1;
  }
  return traps;
}

/**
 * Find a hashtag that YAML cuts off as a comment: a `#` after a space, directly followed by anything but the
 * signs of a ruler. An intended comment has a space after its `#`.
 *
 * @example cutHashtag('title: خبر #فوری').values.line // 'title: "خبر #فوری"'
 */
function cutHashtag(line: string): YamlTrap | undefined {
  const match = /^(?!\s*#)(?:.*?[^\S\n])(?=#[^\s#=*~-])(?!#check-disable)/u.exec(line);
  if (!match) return undefined;
  const [, head = '', name = ''] = fieldStart.exec(line) ?? [];
  const cut = line.slice(match[0].length);
  const values = { hash: cut.split(/\s/)[0]!, line: head + whole(name, line.slice(head.length), cut) };
  return { id: 'hash-cut', values, field: name || undefined, offset: match[0].length };
}

/** Find a text that begins with `&` or `!`, which YAML reads as an anchor or a tag. */
function swallowedSign(line: string, yaml: string): YamlTrap | undefined {
  const [, head = '', name = ''] = fieldStart.exec(line) ?? [];
  const value = line.slice(head.length);
  const [, anchor] = /^&(\S+)/.exec(value) ?? [];
  const isUsed = anchor !== undefined && yaml.includes(`*${anchor}`);
  if (
    head === '' ||
    isUsed ||
    !/^(?:&\S|!(?!!(?:str|int|float|bool|null|timestamp|binary|map|seq|python\S*)\s))/.test(value)
  )
    return undefined;
  const values = { reasonKind: 'yamlAlias', line: head + quoteText(decodeReferences(value.trim())) };
  return { id: 'yaml-line', values, field: name || undefined, offset: head.length };
}

const fieldStart = /^(\s*(?:- +)?(?:([^\s:][^:]*?)\s*:\s+)?)/;

/** Format a value together with the hashtags that YAML cuts off. */
function whole(name: string, value: string, cut: string): string {
  const field = meaningOf(name, 'file')?.field;
  const before = value.slice(0, value.length - cut.length).trim();
  if (field === 'tags' || (before === '' && !isTextField(name) && /^#\S+(?:\s+#\S+)+\s*$/.test(cut))) {
    const tags = [...(before.replace(/^\[|\]$/g, '').match(/[^,،]+/g) ?? []), ...cut.split(/\s+(?=#)/)];
    return `[${tags
      .map((tag) => tag.trim().replace(/[,،]$/, ''))
      .filter((tag) => tag !== '')
      .map((tag) => (tag.startsWith('#') ? `"${tag.replace(/["\\]/g, '')}"` : tag))
      .join(', ')}]`;
  }
  // Fields that are not text can only be followed by a comment.
  if (/^(?:draft|picked|date|updated|image|video|related|aliases)$/.test(field ?? '') || /^[[{]/.test(before)) {
    return `${before} # ${cut.slice(1)}`;
  }
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(before) ?? [];
  return quoteText(`${quote === undefined ? before : inner} ${cut}`.trim());
}

function spansOf(
  value: unknown,
  find: WrittenFields['find'],
  path: readonly PropertyKey[] = [],
): (Range & { isBlock: boolean })[] {
  if (typeof value !== 'object' || value === null) {
    const node = path.length > 0 ? find(path) : undefined;
    return node?.value ? [{ ...node.value, isBlock: node.isBlock === true }] : [];
  }
  const items: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return items.flatMap(([key, item]) => spansOf(item, find, [...path, key]));
}
