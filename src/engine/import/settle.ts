import { join } from 'node:path';
import { formatDateField } from '../../core/import/article-file.ts';
import type { Origin } from '../../core/import/archive/origins.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ImportRecord } from '../../core/import/record.ts';
import { displayName } from '../content/find-files.ts';
import type { Conversion, ConversionTask } from './convert.ts';
import type { ImportOptions } from './options.ts';
import { invalid, tooLarge } from './faults.ts';
import type { Tally } from './tally.ts';
import { mergeComments, writeRecord, writeWhole } from './write-files.ts';

/** The origin of a planned record, noted before it is written. */
export function originOf({ origin, path, date, order }: PlannedRecord): Origin {
  const hasMoment = date !== undefined && !date.hasTime;
  return { from: origin, file: path, ...(hasMoment && { moment: { date: formatDateField(date), order } }) };
}

/** Write a converted record, and count it. */
export function settle(
  task: ConversionTask,
  result: Conversion,
  { content, isTrial = false, now, config, keepsOriginals = false }: ImportOptions,
  earlier: Origin | undefined,
  origins: Map<string, Origin>,
  tally: Tally,
): void {
  const { record, planned: plan } = task;
  const at = { file: record.file, line: record.line, title: plan.title };
  const bytes = Buffer.byteLength(result.text);
  if (bytes > config.limits.fileBytes) {
    tally.refuse({ ...at, faults: [tooLarge(bytes, config.limits.fileBytes)] });
    return;
  }
  if (result.problems.length > 0) {
    tally.refuse({ ...at, faults: result.problems.slice(0, 3).map(invalid) });
    return;
  }
  const outcome = writeRecord(content, plan.path, result.text, earlier, isTrial);
  if (outcome === 'occupied') {
    const found = displayName(join(content, plan.path));
    tally.refuse({
      ...at,
      faults: [{ field: 'record', expected: 'no file of this name', found, fix: 'Rename or remove that file.' }],
    });
    return;
  }
  // An interrupted import may have written a file without noting it.
  if (plan.origin !== '' && /^(?:written|updated|unchanged)$/.test(outcome)) {
    origins.set(plan.origin, { ...originOf(plan), ...origins.get(plan.origin), text: result.digest });
  }
  if (keepsOriginals && !isTrial && (outcome === 'written' || outcome === 'updated'))
    writeOriginal(content, plan, record);
  const comments = result.comments === undefined ? 0 : mergeComments(content, plan.slug, result.comments, isTrial);
  tally.settle(task, result, outcome === 'kept' ? 'unchanged' : outcome, {
    bytes,
    comments,
    isEmbargoed: (plan.date?.epoch ?? 0) > now,
  });
}

/** Write the original text beside the article, under a name that is not published. */
function writeOriginal(content: string, { path }: PlannedRecord, { body, title }: ImportRecord): void {
  const text = body.form === 'text' ? [title, ...body.paragraphs].join('\n\n') : body.text;
  writeWhole(join(content, path.replace(/\.md$/, `.${body.form === 'html' ? 'html' : 'txt'}.orig`)), text);
}
