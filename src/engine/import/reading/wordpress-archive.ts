import { createArchiveSurvey, prefixOf } from '../../../core/import/wordpress/archive.ts';
import { readItem } from '../../../core/import/wordpress/read-item.ts';
import type { ImportFault, ImportRefusal } from '../../../core/import/record.ts';
import { createXmlReader, type XmlElement, type XmlEnd, type XmlWish } from '../../../core/import/xml/read-xml.ts';
import type { Archive } from './archive.ts';
import { type InputFile, readChunks } from './chunks.ts';

/** Open the files of one WordPress export. Posts may refer to data in any of them. */
export async function openWordPress(files: readonly InputFile[]): Promise<Archive> {
  const survey = createArchiveSurvey();
  for (const file of files) for await (const _ of readElements(file, survey.wish)) void _;
  const archive = survey.archive();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return {
    site: archive.site,
    async *records(report) {
      let done = 0;
      let count = 0;
      for (const file of files) {
        const found: XmlElement[] = [];
        let isCut = false;
        const onElement = (item: XmlElement): void => {
          isCut ||= !item.isWhole;
          found.push(item);
        };
        const wish: XmlWish = { names: new Set(['item']), onElement, prefixOf };
        for await (const { read, end } of readElements(file, wish)) {
          for (const item of found.splice(0)) {
            count += 1;
            yield readItem(item, file.name, archive);
          }
          if (end && !end.isClosed && !isCut) {
            count += 1;
            yield refuseCut(file.name, end);
          }
          report?.(done + read, total);
        }
        done += file.size;
      }
      if (count === 0) yield { file: files[0]!.name, line: 1, title: '', faults: [nothing] };
    },
  };
}

/** Read a file's elements; yields the number of bytes read, and finally how the file ended. */
async function* readElements(file: InputFile, wish: XmlWish): AsyncGenerator<{ read: number; end?: XmlEnd }> {
  const reader = createXmlReader(wish);
  let read = 0;
  for await (const chunk of readChunks(file)) {
    reader.write(chunk);
    yield { read: Math.min((read += Buffer.byteLength(chunk)), file.size) };
  }
  yield { read: file.size, end: reader.end() };
}

const nothing: ImportFault = {
  field: 'record',
  expected: 'posts and pages',
  found: 'an export without any',
  fix: 'Choose «All content» under Tools, Export.',
};

function refuseCut(file: string, { line, root, isTooDeep }: XmlEnd): ImportRefusal {
  const found = isTooDeep
    ? 'elements nested too deeply'
    : root === undefined
      ? 'no XML'
      : `the end of the file within <${root}>`;
  const fault: ImportFault = {
    field: 'record',
    expected: 'a whole export',
    found,
    fix: 'Export again, or fetch the file again. What comes before that line was imported.',
  };
  return { file, line, title: '', faults: [fault] };
}
