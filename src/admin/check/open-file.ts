import type { EditorValues } from '../../core/admin/values.ts';
import { openDraft } from '../draft.ts';
import { readFile, writeFile } from '../format.ts';
import type { CheckedFile } from './check.ts';

/** The open entry as the file that saving would write, with readable names in place of pictures that are not uploaded yet. */
export function openFile(values: EditorValues): CheckedFile | undefined {
  const draft = openDraft();
  if (!draft) return undefined;
  const { collectionName, files, originalEntry, defaultLocale } = draft;
  const named = Object.entries(files).map(([blob, { file }]) => [blob, file.name] as const);
  const text = named.reduce((all, [blob, name]) => all.replaceAll(blob, name), writeFile(values));
  const path = originalEntry?.locales[defaultLocale]?.path ?? `${String(values['address'] ?? '') || 'new'}.md`;
  return { kind: collectionName as CheckedFile['kind'], path, text };
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
