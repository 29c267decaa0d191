import { fromFrontValues, toFrontValues } from '../core/admin/front-values.ts';
import { fromValues, listedValues, toValues, type EditorValues, type UnreadFault } from '../core/admin/values.ts';
import { wordProblem } from '../core/problems/problem.ts';
import { bodyReading, type Draft, openDraft, takeReading } from './draft.ts';
import { settings } from './settings.ts';

const context = { sections: settings.sections };

/** Files whose front matter is known before their texts. */
export interface ListedTexts {
  fieldsOf(path: string): Readonly<Record<string, unknown>>;
  /** Read the text now. */
  textOf(path: string): string;
}

/** Prefix of a placeholder for a file's text, followed by its path. The text is read when the file is opened. */
export const listedMark = 'rooznegar-listed:';

let listed: ListedTexts | undefined;

/** Use texts that are read on demand, with placeholders of {@link listedMark} until then. */
export function useListedTexts(texts: ListedTexts): void {
  listed = texts;
}

/** Set the text in values that only have its path. */
export function completeValues(values: EditorValues): void {
  const { written } = values;
  if (!listed || typeof written !== 'string' || !written.startsWith(listedMark)) return;
  const { body, written: text } = readFile(listed.textOf(written.slice(listedMark.length)));
  Object.assign(values, { body, written: text });
}

/** Read a file for the editor. @throws Error in Persian with the place if the front matter can’t be read. */
export function readFile(text: string): EditorValues {
  if (listed && text.startsWith(listedMark))
    return { ...listedValues(listed.fieldsOf(text.slice(listedMark.length)), context), written: text };
  return toValues(text, context, describe);
}

/** Write the values of the open entry as a file. Pictures that are not uploaded yet keep their temporary addresses. */
export function writeFile(values: EditorValues): string {
  return write(values, isOpen(values) ? bodyReading() : undefined);
}

/** Write values of the open entry as a file on the basis of the text that they carry. */
export function writeWith(values: EditorValues): string {
  return write(values, bodyReading());
}

/** Read the file of the front page for the editor. @throws Error as {@link readFile} does. */
export function readFront(text: string): EditorValues {
  return toFrontValues(text, describe);
}

let saved: { text: string; body: string } | undefined;

/** Write the values of an entry as the file that is saved. */
export function saveFile(values: EditorValues): string {
  // An entry that was not opened is saved where it names one that is deleted.
  completeValues(values);
  const text = writeFile(values);
  if (isOpen(values)) saved = { text, body: String(values['body'] ?? '') };
  return text;
}

/**
 * Let an entry that was saved go on from the body that the rich-text program has. It is not read again, and blocks that the
 * program writes otherwise than the file would not be known any more.
 */
export function continueFromSaved(draft: Draft): void {
  const written = draft.originalValues[draft.defaultLocale]?.['written'];
  if (saved && written === JSON.stringify(saved.text)) takeReading(saved.body);
}

function write(values: EditorValues, reading: string | undefined): string {
  return openDraft()?.collectionName === 'front' ? fromFrontValues(values) : fromValues(values, context, reading);
}

function isOpen(values: EditorValues): boolean {
  const draft = openDraft();
  return draft?.currentValues[draft.defaultLocale]?.['written'] === values['written'];
}

function describe(fault: UnreadFault): string {
  const { message, fix } = wordProblem({ ...fault, file: '' }, 'fa');
  return `خط ${fault.line}: ${message} ${fix}`;
}
