import { formatNumber } from '../../core/text/persian.ts';
import { openDraft } from '../draft.ts';
import { settings } from '../settings.ts';
import type { Place } from './place.ts';

/** Return the label of a field of the open entry; `undefined` if the editor does not show it. */
export function labelOf(field: string): string | undefined {
  const collection = settings.editor.collections.find(({ name }) => name === openDraft()?.collectionName);
  const fields = collection?.fields ?? collection?.files?.[0]?.fields;
  const [own, number] = field.split('.');
  const label = fields?.find(({ name, widget }) => name === own && widget !== 'hidden')?.label;
  return label !== undefined && /^\d+$/.test(number ?? '') ? `${label}، ${formatNumber(Number(number) + 1)}` : label;
}

/** Bring a place into view, and select its words. */
export function showPlace({ field, words }: Place): void {
  // A block that is folded shows no fields.
  const paths = field.split('.').map((_, index, names) => names.slice(0, names.length - index).join('.'));
  const box = paths.map((path) => document.querySelector(`.field[data-key-path="${CSS.escape(path)}"]`)).find(Boolean);
  if (!box) return;
  box.scrollIntoView({ block: 'center' });
  const control = box.querySelector<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea');
  const editable = box.querySelector<HTMLElement>('[contenteditable=true]');
  if (editable) return selectWords(editable, words);
  control?.focus();
  const start = control?.value.indexOf(words) ?? -1;
  if (start >= 0 && words !== '') control!.setSelectionRange(start, start + words.length);
}

function selectWords(editable: HTMLElement, words: string): void {
  const walker = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  editable.focus();
  const start = words === '' ? -1 : text.indexOf(words);
  if (start < 0) return;
  const range = document.createRange();
  const at = (offset: number): [Text, number] => {
    const { node, start: first } = nodes.findLast((each) => each.start <= offset)!;
    return [node, offset - first];
  };
  range.setStart(...at(start));
  const [lastNode, lastOffset] = at(start + words.length - 1);
  range.setEnd(lastNode, lastOffset + 1);
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  range.startContainer.parentElement!.scrollIntoView({ block: 'center' });
}
