import { applyEdits, type Edit } from '../text/edits.ts';
import { areSame } from '../text/equal.ts';
import { convertTexts, decodeReferences, type ForeignText } from './foreign-texts.ts';
import type { ReadFields } from './rename.ts';

// Each text that needs another notation costs a few readings of the front matter.
const maxTexts = 50;

/**
 * Write the texts of other systems as they are read: `title: تهران &amp; کرج` as `title: تهران & کرج`. Texts that were
 * encoded twice are left alone, since they would be decoded again.
 *
 * @returns The new front matter; `undefined` if there is nothing to change.
 */
export function rewriteTexts(matter: string, read: ReadFields): string | undefined {
  let result = rewriteAll(matter, read) ?? matter;
  for (let at = 0, count = 0; count < maxTexts; count += 1) {
    const written = read(result);
    if ('id' in written) return undefined;
    const { data, texts } = convertTexts(written.data);
    const text = texts.slice(at).find(({ decoded, value }) => decoded === undefined && value.every(isVisible));
    if (!text) break;
    const span = written.find(text.path)?.value;
    const slice = span && result.slice(span.start, span.end);
    const rewritten =
      slice !== undefined &&
      notationsOf(slice, text)
        .map((notation) => result.slice(0, span!.start) + notation + result.slice(span!.end))
        .find((changed) => {
          const again = read(changed);
          if ('id' in again) return false;
          const converted = convertTexts(again.data);
          return converted.texts.length < texts.length && areSame(converted.data, data);
        });
    if (rewritten) result = rewritten;
    else at = texts.indexOf(text) + 1;
  }
  return result === matter ? undefined : result;
}

/** Rewrite all texts at once in the notation most like the written one; `undefined` if that changes their meaning. */
function rewriteAll(matter: string, read: ReadFields): string | undefined {
  const written = read(matter);
  if ('id' in written) return undefined;
  const { data, texts } = convertTexts(written.data);
  const edits = texts.flatMap((text): Edit[] => {
    const span = written.find(text.path)?.value;
    if (!span || text.decoded !== undefined || !text.value.every(isVisible)) return [];
    return [{ ...span, text: notationsOf(matter.slice(span.start, span.end), text)[0]! }];
  });
  const changed = applyEdits(
    matter,
    edits.toSorted((a, b) => a.start - b.start),
  );
  const again = read(changed);
  if ('id' in again) return undefined;
  const converted = convertTexts(again.data);
  return converted.texts.length === texts.length - edits.length && areSame(converted.data, data) ? changed : undefined;
}

/** Return whether a text has no control characters other than white space, and no bidi overrides, which a reference may mean. */
function isVisible(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(text);
}

/** List notations of a converted text, the one most like the written one first. */
function notationsOf(slice: string, { value }: ForeignText): string[] {
  const quoted = value.map((item) => JSON.stringify(item)).join(', ');
  const kept = decodeReferences(slice);
  return kept === slice ? [quoted] : [kept, quoted];
}
