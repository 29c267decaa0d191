import { fromValues, toValues, type EditorValues, type UnreadFault } from '../core/admin/values.ts';
import { wordProblem } from '../core/problems/problem.ts';
import { bodyReading, openDraft } from './draft.ts';
import { settings } from './settings.ts';

const context = { sections: settings.sections };

/** Read a file for the editor. @throws Error in Persian with the place if the front matter can’t be read. */
export function readFile(text: string): EditorValues {
  return toValues(text, context, describe);
}

/** Write the values of the open entry as a file. Pictures that are not uploaded yet keep their temporary addresses. */
export function writeFile(values: EditorValues): string {
  const isOpen = openDraft()?.currentValues[openDraft()!.defaultLocale]?.['written'] === values['written'];
  return fromValues(values, context, isOpen ? bodyReading() : undefined);
}

function describe(fault: UnreadFault): string {
  const { message, fix } = wordProblem({ ...fault, file: '' }, 'fa');
  return `خط ${fault.line}: ${message} ${fix}`;
}
