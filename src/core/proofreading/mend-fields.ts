import type { ContentFile } from '../content/context.ts';
import { parseFrontMatter } from '../content/front-matter.ts';
import { readersOfForms, unifyLines } from '../front-matter/forms.ts';
import { fieldNotes } from '../content/field-notes.ts';
import { renameFields } from '../front-matter/rename.ts';
import { rewriteTexts } from '../front-matter/rewrite-texts.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import type { IsSection } from '../front-matter/translate.ts';
import { writeMember } from '../front-matter/write-fields.ts';
import type { Problem } from '../problems/problem.ts';
import type { MendScope } from './mend.ts';
import type { Finding } from './proofread.ts';

/** A file with mended fields. */
export interface MendedFields {
  text: string;
  /** The findings that were fixed. */
  mended: readonly Finding[];
}

/**
 * Mend the fields of a file's front matter, keeping its format (YAML, TOML or JSON). If `scope` includes front matter,
 * the field names of other generators are replaced; if it includes proposals, a picture without `alt` gets its caption
 * or the headline.
 */
export function mendFields({ path, text }: ContentFile, scope: MendScope, isSection?: IsSection): MendedFields {
  const source = unifyLines(text);
  const rewritten = scope.frontMatter ? withOwnTexts(source, path) : undefined;
  const renamed = scope.frontMatter ? withOwnNames(rewritten?.text ?? source, path, isSection) : undefined;
  const described = scope.all ? withAlt(renamed?.text ?? rewritten?.text ?? source, path) : undefined;
  const result = described?.text ?? renamed?.text ?? rewritten?.text;
  if (result === undefined) return { text, mended: [] };
  const mended = [rewritten, renamed, described].flatMap((each) => each?.mended ?? []);
  return { text: withLinesOf(text, result), mended: mended.map((each) => ({ ...each, edits: [], isSafe: true })) };
}

interface Mended {
  text: string;
  mended: readonly Problem[];
}

function withOwnTexts(source: string, path: string): Mended | undefined {
  const read = parseFrontMatter(source);
  if ('problem' in read || read.frontMatter.texts.length === 0) return undefined;
  const split = splitFrontMatter(source);
  if ('id' in split) return undefined;
  const { form, matter, matterStart } = split;
  const rewritten = rewriteTexts(matter, readersOfForms[form]);
  if (rewritten === undefined) return undefined;
  const text = source.slice(0, matterStart) + rewritten + source.slice(matterStart + matter.length);
  const left = parseFrontMatter(text);
  const same = 'problem' in left ? [] : left.frontMatter.texts.map(({ path: at }) => JSON.stringify(at));
  const texts = read.frontMatter.texts.filter(({ path: at }) => !same.includes(JSON.stringify(at)));
  return { text, mended: fieldNotes({ ...read.frontMatter, notes: [], texts }, path) ?? [] };
}

function withOwnNames(source: string, path: string, isSection: IsSection | undefined): Mended | undefined {
  const read = parseFrontMatter(source, isSection);
  if ('problem' in read || read.frontMatter.notes.length === 0) return undefined;
  const split = splitFrontMatter(source);
  if ('id' in split) return undefined;
  const { form, matter, matterStart } = split;
  const renamed = renameFields(matter, form, readersOfForms[form], isSection);
  if (renamed === undefined) return undefined;
  const text = source.slice(0, matterStart) + renamed + source.slice(matterStart + matter.length);
  return { text, mended: fieldNotes({ ...read.frontMatter, texts: [] }, path) ?? [] };
}

/** Set the `alt` of a picture that has none to its caption or the headline. */
function withAlt(source: string, file: string): Mended | undefined {
  const read = parseFrontMatter(source);
  if ('problem' in read) return undefined;
  const { data, find, form, placeOf } = read.frontMatter;
  const { image } = data;
  if (typeof image !== 'object' || image === null) return undefined;
  const { alt, caption } = image as Record<string, unknown>;
  const proposed = [caption, data['title'], data['name']].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  const src = find(['image', 'src']);
  if (proposed === undefined || !src?.value || (typeof alt === 'string' && !/^(?:…|\s)*$/.test(alt))) return undefined;
  // In the short form `image: a.jpg`, the value itself is the `src`.
  const isReshaped = src.key === undefined || src.key.start === find(['image'])?.key?.start;
  const text = String(proposed).replace(/\s+/g, ' ').trim();
  const edited =
    alt === undefined && !isReshaped
      ? insertAlt(source, form, src.value.end, src.key!.start, text)
      : replaceAlt(source, text);
  if (edited === undefined || !isMended(edited, text)) return undefined;
  const example = `image: {src: …, alt: …}`;
  const values = { example, noteKind: 'altNote', proposed: text };
  return { text: edited, mended: [{ id: 'image-alt-missing', file, field: 'image', ...placeOf(['image']), values }] };

  function replaceAlt(whole: string, value: string): string | undefined {
    const span = find(['image', 'alt'])?.value;
    if (span)
      return `${whole.slice(0, span.start)}${form === 'yaml' && whole[span.start - 1] === ':' ? ' ' : ''}${JSON.stringify(value)}${whole.slice(span.end)}`;
    // The short form `image: a.jpg` becomes a mapping.
    const { start, end } = src!.value!;
    const written = whole.slice(start, end);
    if (form === 'yaml')
      return `${whole.slice(0, start)}{src: ${/[,{}[\]]/.test(written) && !/^["']/.test(written) ? JSON.stringify(written) : written}, ${writeMember(form, 'alt', value)}}${whole.slice(end)}`;
    const group =
      form === 'toml'
        ? `{ src = ${written}, ${writeMember(form, 'alt', value)} }`
        : `{"src": ${written}, ${writeMember(form, 'alt', value)}}`;
    return whole.slice(0, start) + group + whole.slice(end);
  }
}

/** Insert `alt` after `src`: within the same braces, or on a new line. */
function insertAlt(source: string, form: 'yaml' | 'toml' | 'json', at: number, key: number, text: string): string {
  const name = /^["']?[A-Za-z]/.test(source.slice(key)) ? 'alt' : 'جایگزین';
  const line = source.slice(source.lastIndexOf('\n', key - 1) + 1, key);
  const isOwnLine = form !== 'json' && /^\s*$/.test(line) && !/^\s*,/.test(source.slice(at));
  const between = isOwnLine ? `\n${line}` : ', ';
  return source.slice(0, at) + between + writeMember(form, name, text) + source.slice(at);
}

function isMended(source: string, text: string): boolean {
  const read = parseFrontMatter(source);
  return !('problem' in read) && (read.frontMatter.data['image'] as Record<string, unknown>)['alt'] === text;
}

/** Apply the byte order mark and line endings of one text to another. */
function withLinesOf(before: string, text: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (/\r\n/.test(before) ? text.replaceAll('\n', '\r\n') : text);
}
