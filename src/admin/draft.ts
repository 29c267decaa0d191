import { dateAt } from '../core/dates/news-date.ts';
import { monthFolder } from '../core/import/article-file.ts';

/** An entry that is open in the editor, as far as we use it. Values are flat: `image.alt`, `tags.0`. */
export interface Draft {
  isNew: boolean;
  collectionName: string;
  defaultLocale: string;
  originalEntry?: { subPath?: string; locales: Record<string, { path?: string; slug?: string }> } | undefined;
  currentPath?: string | undefined;
  originalValues: Record<string, Record<string, unknown>>;
  currentValues: Record<string, Record<string, unknown>>;
  files: Record<string, { file: File }>;
  interacted: boolean;
}

/** An entry of the repository, as far as we use it. */
export interface KnownEntry {
  locales: Record<string, { path: string; content: Record<string, unknown> }>;
}

let entries: (() => readonly KnownEntry[]) | undefined;
let draft: Draft | undefined;
let reading: string | undefined;
let isTouched = false;

/** The entry that is open; `undefined` before the first. */
export function openDraft(): Draft | undefined {
  return draft;
}

/** The body of the open entry as the rich-text editor returned it before anybody changed it. */
export function bodyReading(): string | undefined {
  return reading;
}

/** All entries that are known now, those that wait for review among them. */
export function knownEntries(): readonly KnownEntry[] {
  return entries?.() ?? [];
}

/** Take a text as what the rich-text editor makes of the open entry’s body. */
export function takeReading(text: string): void {
  reading = text;
}

/**
 * Follow which entry is open, and what the rich-text editor makes of its body. Patches of the editor call the hooks.
 *
 * @param beforeOpen Called with the values of an entry before the editor makes a draft of it.
 * @param onOpen Called with each entry that is opened, also after it was saved.
 */
export function followDrafts(
  beforeOpen: (values: Record<string, unknown>) => void,
  onOpen: (draft: Draft) => void,
): void {
  Object.assign(globalThis, {
    rooznegarOpen: ({ locales = {} }: Partial<KnownEntry>) => {
      // A file that is not there yet has no values.
      for (const { content } of Object.values(locales)) if (content) beforeOpen(content);
    },
    rooznegarFolder: (collection: string) => (collection === 'articles' ? monthFolder(dateAt(Date.now()).jalali) : ''),
    rooznegarDraft: (opened: Draft, list: () => readonly KnownEntry[]) => {
      draft = opened;
      entries = list;
      reading = undefined;
      isTouched = false;
      onOpen(opened);
    },
  });
  for (const event of ['beforeinput', 'paste', 'drop', 'cut', 'keydown', 'pointerdown'])
    document.addEventListener(event, ({ target }) => void (isTouched ||= isInBody(target)), { capture: true });
  // It does not bubble, but is captured.
  document.addEventListener('Update', (event) => void noteReading(event as CustomEvent<{ value: string }>), {
    capture: true,
  });
}

function noteReading({ target, detail }: CustomEvent<{ value: string }>): void {
  if (!draft || isTouched || !isInBody(target)) return;
  const values = draft.originalValues[draft.defaultLocale];
  const body = values?.['body'];
  // Before it has read the text, the editor reports that it is empty.
  if (!values || typeof body !== 'string' || (detail.value === '') !== (body === '')) return;
  reading = detail.value;
  // Otherwise the entry would count as changed.
  values['body'] = detail.value;
}

function isInBody(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-key-path="body"]') !== null;
}
