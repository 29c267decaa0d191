import type { EditorValues } from '../../core/admin/values.ts';
import { openDraft } from '../draft.ts';
import { readFile, writeFile } from '../format.ts';
import { nested } from '../nested.ts';
import type { CheckedFile } from './check.ts';
import { knownArticles } from './known-articles.ts';

/** The values of the open entry, with all that was typed; those that a control is handed may be older. */
export function openValues(): EditorValues {
  const draft = openDraft();
  return nested(draft?.currentValues[draft.defaultLocale] ?? {});
}

/** The open entry as the file that saving would write, with readable names in place of pictures that are not uploaded yet. */
export function openFile(): CheckedFile | undefined {
  const draft = openDraft();
  if (!draft) return undefined;
  const values = openValues();
  const { collectionName, files, originalEntry, defaultLocale } = draft;
  const named = Object.entries(files).map(([blob, { file }]) => [blob, file.name] as const);
  const text = named.reduce((all, [blob, name]) => all.replaceAll(blob, name), writeFile(values));
  const path = originalEntry?.locales[defaultLocale]?.path ?? `${String(values['address'] ?? '') || 'new'}.md`;
  if (collectionName === 'front') return { kind: 'front', path, text, known: knownArticles() };
  return { kind: collectionName as 'articles', path, text };
}

/** Put the texts of a mended file into the fields of the open entry. Only texts that differ are set. */
export function applyText(before: string, after: string): void {
  const draft = openDraft();
  const current = draft?.currentValues[draft.defaultLocale];
  if (!draft || !current) return;
  const named = Object.entries(draft.files);
  const restore = (text: string): string =>
    named.reduce((all, [blob, { file }]) => all.replaceAll(file.name, blob), text);
  const [old, now] = [flatten(readFile(before)), flatten(readFile(after))];
  for (const [path, value] of now) {
    if (path === 'written' || old.get(path) === value || typeof value !== 'string') continue;
    current[path] = restore(value);
  }
  draft.interacted = true;
}

function flatten(values: unknown, path = ''): Map<string, unknown> {
  if (typeof values !== 'object' || values === null) return new Map([[path, values]]);
  const parts = Object.entries(values).flatMap(([name, value]) => [
    ...flatten(value, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(parts);
}
