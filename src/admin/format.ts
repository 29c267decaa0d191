import { fromFrontValues, toFrontValues } from '../core/admin/front-values.ts';
import { fromValues, toValues, type EditorValues, type UnreadFault } from '../core/admin/values.ts';
import { wordProblem } from '../core/problems/problem.ts';
import { bodyReading, type Draft, openDraft, takeReading } from './draft.ts';
import { nested } from './nested.ts';
import { settings } from './settings.ts';

const context = { sections: settings.sections };

/** Read a file for the editor. @throws Error in Persian with the place if the front matter can’t be read. */
export function readFile(text: string): EditorValues {
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

let saved: { values: EditorValues; reading: string | undefined; text: string } | undefined;

/** Write the values of an entry as the file that is saved. */
export function saveFile(values: EditorValues): string {
  const text = writeFile(values);
  if (isOpen(values)) saved = { values, reading: bodyReading(), text };
  return text;
}

/**
 * Let an entry that is open again because it was saved continue from the file that was written. The next saving would
 * start from the file that was there before, and blocks that the rich-text program rewrote would not be known any more.
 */
export function continueFromSaved(draft: Draft): void {
  const original = draft.originalValues[draft.defaultLocale];
  const current = draft.currentValues[draft.defaultLocale];
  if (!saved || !original || !current || original['written'] !== saved.values['written']) return;
  // What could not be saved is not in the entry.
  if (write(nested(original), saved.reading) !== saved.text) return;
  original['written'] = current['written'] = JSON.stringify(saved.text);
  takeReading(String(saved.values['body'] ?? ''));
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
