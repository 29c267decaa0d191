import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { ImportContext } from '../../../core/import/article.ts';
import { findFormat } from '../../../core/import/exports/formats.ts';
import { isHtml, parsePageText } from '../../../core/import/page.ts';
import type { ImportFault, ImportRecord, ReadRecord } from '../../../core/import/record.ts';
import type { ExportFormat } from '../../../core/import/reading/format.ts';
import { isWordPress } from '../../../core/import/wordpress/archive.ts';
import { UsageError } from '../../base/errors.ts';
import { decodePath } from '../../../core/urls.ts';
import { withSlashes } from '../../base/paths.ts';
import { displayName, isInside, realpathOf } from '../../content/find-files.ts';
import type { Archive } from './archive.ts';
import { EncodingError, fileOfBytes, type InputFile, openFile, readHead, readWhole } from './chunks.ts';
import { openFolder } from './folder-archive.ts';
import { openWordPress } from './wordpress-archive.ts';

/** An opened input, with findings about a scraped page. */
export interface OpenedInput extends Archive {
  /** Set if the input is the text of a single page. */
  page?: { file: string; warnings: readonly string[]; leftOut: number } | undefined;
}

/**
 * Recognise the inputs of an import by their content, and open them. The files of one WordPress export, in any number and
 * order, are one archive.
 *
 * @param inputs Paths; `-` is standard input.
 * @throws UsageError if one can't be read.
 */
export async function openInputs(
  inputs: readonly string[],
  context: Omit<ImportContext, 'file'>,
  now: number,
): Promise<OpenedInput[]> {
  const opened: OpenedInput[] = [];
  const exports = new Map<string, InputFile[]>();
  for (const input of inputs) {
    if (input !== '-' && statSync(resolve(input), { throwIfNoEntry: false })?.isDirectory()) {
      opened.push(openFolder(resolve(input), displayName(resolve(input)), now));
      continue;
    }
    for (const file of await filesOf(input)) {
      const head = await readHead(file);
      if (isWordPress(head)) {
        const site = /<wp:base_blog_url>\s*(?:<!\[CDATA\[)?([^<\]\s]+)/.exec(head)?.[1] ?? '';
        exports.set(site, [...(exports.get(site) ?? []), file]);
      } else opened.push(await openText(file, context, input === '-' ? undefined : dirname(resolve(input))));
    }
  }
  for (const files of exports.values()) opened.push(await openWordPress(files));
  return opened;
}

async function filesOf(input: string): Promise<InputFile[]> {
  if (input === '-') return [fileOfBytes(readFileSync(0), 'standard input')];
  const path = resolve(input);
  try {
    return await openFile(path, displayName(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${input}: the input can’t be read (${code === 'ENOENT' ? 'there is no such file' : message}).`,
    );
  }
}

async function openText(
  file: InputFile,
  context: Omit<ImportContext, 'file'>,
  folder: string | undefined,
): Promise<OpenedInput> {
  let text: string;
  try {
    text = await readWhole(file);
  } catch (error) {
    if (error instanceof EncodingError) return refused(file.name, faults.encoding);
    throw error;
  }
  const format = findFormat(text, file.name);
  if (format) return openExport(format, text, file.name, folder);
  if (isHtml(text)) return refused(file.name, faults.html);
  const { result, warnings, leftOut } = parsePageText(text, { ...context, file: file.name });
  const page = { file: file.name, warnings, leftOut };
  if ('faults' in result) return { ...inMemory('pages', [result]), page };
  const { title, date, tags, section, droppedSection, authors, source, lead, dateline, related, paragraphs } = result;
  const record: ImportRecord = {
    origin: '',
    file: file.name,
    line: result.line,
    kind: 'article',
    title,
    isTitleDerived: !result.given.title,
    date,
    addresses: [],
    tags,
    categories: section === undefined ? [] : [section],
    authors,
    source,
    lead,
    dateline,
    related,
    body: { form: 'text', paragraphs },
    notes:
      droppedSection === undefined
        ? []
        : [{ kind: 'lost', what: 'This newspaper has no such section.', detail: droppedSection }],
  };
  return { ...inMemory('pages', [record]), page };
}

/** Open an export that is one text; the files it refers to are beside it. */
function openExport(format: ExportFormat, text: string, file: string, folder: string | undefined): Archive {
  const { site } = format.read(text, { file });
  return {
    site,
    async *records() {
      yield* format.read(text, { file }).records;
    },
    filesOf: (address, { base }) => {
      if (folder === undefined || /^[a-z][a-z0-9+.-]*:|^\//i.test(address)) return [];
      const name = address.replace(/[?#].*$/, '');
      const path = resolve(folder, base !== undefined && !/^https?:/.test(base) ? base : '', decodePath(name) ?? name);
      return isInside(realpathOf(path), realpathOf(folder))
        ? [{ path, name: withSlashes(relative(folder, path)) }]
        : [];
    },
  };
}

function refused(file: string, fault: ImportFault): OpenedInput {
  return inMemory('files', [{ file, line: 1, title: '', faults: [fault] }]);
}

function inMemory(system: string, records: readonly ReadRecord[]): Archive {
  return {
    site: { system, authors: [], lists: [] },
    async *records() {
      yield* records;
    },
  };
}

const faults = {
  encoding: {
    field: 'record',
    expected: 'text in UTF-8',
    found: 'other bytes',
    fix: 'Convert the file first, as in: iconv -f WINDOWS-1256 -t UTF-8 FILE',
  },
  html: {
    field: 'record',
    expected: 'the text of the page',
    found: 'its HTML',
    fix: 'Save what a browser shows of it as text, as in: lynx -dump -nolist -display_charset=utf-8 FILE',
  },
} as const satisfies Record<string, ImportFault>;
