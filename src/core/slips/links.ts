import type { Nodes, Parents } from 'mdast';
import { decodePath } from '../urls.ts';
import { otherSpace } from './headings.ts';
import type { Slip } from './slip.ts';
import { isEscaped, rangeOf } from './source.ts';

const gap = `(?:[ \\t]|${otherSpace})`;
const label = '[^[\\]()\\n]+';
const inParentheses = '((?:[^()\\s]|\\([^()\\s]*\\))+)';
const forms: readonly { pattern: RegExp; read(found: RegExpExecArray): Reading | undefined }[] = [
  {
    // [منبع] (https://…)
    pattern: new RegExp(`(!?)\\[([^[\\]\\n]+)\\](${gap}+)\\(${inParentheses}\\)`, 'gu'),
    read: ([, mark = '', text = '', , address = '']) =>
      isTarget(address) && !/^(?:[xX]|\^.*)$/.test(text) ? { mark, text, address, isSafe: true } : undefined,
  },
  {
    // (منبع)[https://…]
    pattern: new RegExp(`(!?)\\((${label})\\)(${gap}*)\\[([^[\\]\\s]+)\\](?!\\()`, 'gu'),
    read: ([, mark = '', text = '', space = '', address = '']) =>
      isTarget(address) ? { mark, text, address, isSafe: space === '' } : undefined,
  },
  {
    // [منبع][https://…]
    pattern: new RegExp(`(!?)\\[(${label})\\](${gap}*)\\[([^[\\]\\s]+)\\](?!\\()`, 'gu'),
    read: ([, mark = '', text = '', space = '', address = '']) =>
      isTarget(address) && !isTarget(text) ? { mark, text, address, isSafe: space === '' } : undefined,
  },
  {
    // [https://…](منبع)
    pattern: new RegExp(`(!?)\\[(https?://[^[\\]\\s]+)\\]()\\((${label})\\)`, 'gu'),
    read: ([, mark = '', address = '', , text = '']) =>
      /[\p{L}]/u.test(text) && !isTarget(text.trim()) && !/[#/\\"'<>]/.test(text)
        ? { mark, text: text.trim(), address, isSafe: true }
        : undefined,
  },
];
// [متن][], [متن][نام]
const reference = /(?<![\w\\\]])(!?)\[([^[\]()\n]*\p{L}{2}[^[\]()\n]*)\]\[([^[\]()\n]*)\](?![[(:])/gu;
// [متن](https://…
const unclosed =
  /(!?)\[[^[\]\n]+\]\(((?:https?:\/\/|\.{0,2}\/)[^\s()]+|[^\s()]+\.(?:jpe?g|png|gif|webp|avif|svg|md|pdf))(?=[ \t]|$)(?![^\n]*\))/gimu;
const spacedPicture = /(?<=^|[\s>])!([ \t]+)\[([^[\]\n]*)\]\(([^()\s]+)(?:[ \t]+"[^"\n]*")?\)/gu;

interface Reading {
  mark: string;
  text: string;
  address: string;
  isSafe: boolean;
}

/** Find text that was meant as a link or picture: `[منبع] (https://…)`, `(منبع)[https://…]`, `! [عکس](a.jpg)`. */
export function findLinkSlips(block: Parents, source: string, isText: (at: number) => boolean): Slip[] {
  const { start, end } = rangeOf(block);
  const written = source.slice(start, end);
  if (!/\][^\S\n]*[[(\u200B-\u200F]|\)[^\S\n]*\[/.test(written)) return [];
  const swapped = new Set(block.children.filter(isSwapped).map((node) => rangeOf(node).start));
  const isLoose = (at: number): boolean => (isText(at) || swapped.has(at)) && !isEscaped(source, at);
  const slips = forms.flatMap(({ pattern, read }) =>
    [...written.matchAll(pattern)].flatMap((found): Slip[] => {
      const reading = read(found);
      const at = start + found.index;
      if (!reading || !isLoose(at) || /\n/.test(found[0])) return [];
      const { mark, text, address, isSafe } = reading;
      const to = at + found[0].length;
      const proposed = `${mark}[${text}](${address})`;
      const edits = [{ start: at, end: to, text: proposed }];
      const shown = swapped.has(at) ? text : '';
      return [{ rule: 'link-form', start: at, end: to, edits, isSafe, hidden: address, shown }];
    }),
  );
  const pictures = [...written.matchAll(spacedPicture)].flatMap(
    ({ 0: { length }, 1: space = '', 3: address = '', index }): Slip[] => {
      const at = start + index;
      if (!isText(at) || !/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(address)) return [];
      const edits = [{ start: at + 1, end: at + 1 + space.length, text: '' }];
      return [{ rule: 'link-form', start: at, end: at + length, edits, isSafe: true, hidden: '' }];
    },
  );
  return withoutOverlaps(
    [...slips, ...pictures, ...findBroken(written, start, isLoose)].toSorted((a, b) => a.start - b.start),
  );
}

/** Find references to definitions that don't exist, and links whose closing bracket is missing. */
function findBroken(written: string, start: number, isLoose: (at: number) => boolean): Slip[] {
  const references = [...written.matchAll(reference)].flatMap(
    ({ 0: found, 1: mark = '', 2: text = '', 3: name = '', index }): Slip[] => {
      const at = start + index;
      const isName = name === '' || /\p{L}{2}/u.test(name);
      if (!isName || isTarget(name) || /^[\^!]/.test(text) || !isLoose(at)) return [];
      const proposed = `${mark}[${text}](https://…)`;
      return [{ rule: 'link-form', start: at, end: at + found.length, proposed, edits: [], isSafe: false, hidden: '' }];
    },
  );
  const open = [...written.matchAll(unclosed)].flatMap(({ 0: found, 2: address = '', index }): Slip[] => {
    const [at, end] = [start + index, start + index + found.length];
    if (!isLoose(at)) return [];
    const edits = [{ start: end, end, text: ')' }];
    return [{ rule: 'link-form', start: at, end, edits, isSafe: false, hidden: address }];
  });
  return [...references, ...open];
}

/** Return whether a text is an address rather than words in brackets. */
function isTarget(text: string): boolean {
  return (
    /^(?:https?:\/\/|www\.|mailto:|tel:)\S|^\.{0,2}\/[^\s/]/i.test(text) ||
    /^[^\s:،؛«»]+\.(?:md|html?|pdf|jpe?g|png|gif|webp|avif|svg|mp[34]|zip|docx?|xlsx?)(?:#.*)?$/i.test(text)
  );
}

/** Return whether a link has its text and address swapped. */
function isSwapped(node: Nodes): boolean {
  if (node.type !== 'link' && node.type !== 'image') return false;
  return /\p{L}/u.test(decodePath(node.url) ?? node.url) && !isTarget(node.url);
}

function withoutOverlaps(slips: readonly Slip[]): Slip[] {
  let end = -1;
  return slips.filter((slip) => {
    if (slip.start < end) return false;
    ({ end } = slip);
    return true;
  });
}
