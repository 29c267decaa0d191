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
/** When the body was touched last, in milliseconds since the page was opened. */
let touchedAt = -Infinity;
/** When a saving took the values of the open entry. */
let takenAt = -Infinity;
/** The rich-text program reports what was typed after this time, in milliseconds, and some for a busy machine. */
const reportDelay = 150;

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

/** Note that a saving takes the values of the open entry. */
export function noteTaking(): void {
  takenAt = performance.now();
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
    rooznegarTyped: async () => {
      const rest = touchedAt + reportDelay - performance.now();
      if (rest > 0) await new Promise((resolve) => void setTimeout(resolve, rest));
    },
    rooznegarDraft: (opened: Draft, list: () => readonly KnownEntry[], isSaved: boolean) => {
      draft = opened;
      entries = list;
      reading = undefined;
      // After a saving, the rich-text program goes on with the text that it has: what it reports may have been typed.
      isTouched = isSaved && touchedAt + reportDelay > takenAt;
      onOpen(opened);
    },
  });
  for (const event of ['beforeinput', 'paste', 'drop', 'cut', 'keydown', 'pointerdown'])
    document.addEventListener(event, ({ target }) => noteTouch(target), { capture: true });
  // It does not bubble, but is captured.
  document.addEventListener('Update', (event) => void noteReading(event as CustomEvent<{ value: string }>), {
    capture: true,
  });
}

function noteTouch(target: EventTarget | null): void {
  if (!isInBody(target)) return;
  isTouched = true;
  touchedAt = performance.now();
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
