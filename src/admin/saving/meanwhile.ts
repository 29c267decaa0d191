import { helperFields } from '../../core/admin/fields.ts';
import { areSame } from '../../core/text/equal.ts';
import { type Draft, type KnownEntry, noteTaking } from '../draft.ts';

/** Values as the editor keeps them, by path: `image.alt`, `tags.0`. */
type FlatValues = Record<string, unknown>;

/** The values of one entry at three moments. */
interface Moments {
  /** When its saving took them. */
  taken: FlatValues;
  /** As they were saved: pictures have their final addresses. */
  saved: FlatValues;
  /** When the saving was over. */
  current: FlatValues;
}

/** What was written while an entry was being saved. */
interface Meanwhile {
  written: FlatValues;
  /** Paths of what was removed. */
  removed: readonly string[];
  /** Temporary addresses of the pictures that were saved. */
  uploaded: ReadonlySet<string>;
}

/** Find what was changed in an entry while it was being saved. */
export function writtenMeanwhile({ taken, saved, current }: Moments): Meanwhile {
  const addresses = uploadsIn(taken, saved);
  const written: FlatValues = {};
  for (const [path, value] of Object.entries(current))
    if (!isHelper(path) && !areSame(taken[path], value)) written[path] = withAddresses(value, addresses);
  const removed = Object.keys(taken).filter((path) => !isHelper(path) && !(path in current));
  return { written, removed, uploaded: new Set(addresses.keys()) };
}

// The address of a saved entry stays, and its text is that of the file.
function isHelper(path: string): boolean {
  return (helperFields as readonly string[]).includes(path);
}

const temporary = /(blob:[^\s()<>"']+)/;

/** Find the final addresses of pictures by their temporary ones. */
function uploadsIn(taken: FlatValues, saved: FlatValues): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, value] of Object.entries(taken)) {
    const after = saved[path];
    if (typeof value !== 'string' || typeof after !== 'string') continue;
    // Every second part is an address; the words around it are the same before and after.
    const parts = value.split(temporary);
    let start = parts[0]!.length;
    for (let index = 1; index < parts.length; index += 2) {
      const next = parts[index + 1]!;
      const end = next === '' ? after.length : after.indexOf(next, start);
      if (end < 0) break;
      found.set(parts[index]!, after.slice(start, end));
      start = end + next.length;
    }
  }
  return found;
}

function withAddresses(value: unknown, addresses: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'string') return value;
  return [...addresses].reduce((text, [before, after]) => text.replaceAll(before, after), value);
}

/**
 * Keep what is written while an entry is being saved: afterwards the editor shows the entry that was saved. Patches of the
 * editor call the hooks.
 */
export function followSavings(): void {
  const takings = new WeakMap<Draft, FlatValues>();
  Object.assign(globalThis, {
    rooznegarSaving: (draft: Draft) => {
      takings.set(draft, copyOf(valuesOf(draft)));
      noteTaking();
    },
    // The next saving starts from the file as it is now, also after another entry was saved.
    rooznegarWritten: ({ locales }: KnownEntry, changes: readonly { path: string; data?: unknown }[]) => {
      for (const { path, content } of Object.values(locales)) {
        const data = changes.find((change) => change.path === path)?.data;
        if (typeof data === 'string' && content) content['written'] = JSON.stringify(data);
      }
    },
    rooznegarMeanwhile: (before: Draft, after: Draft): boolean => {
      const taken = takings.get(before);
      if (!taken) return false;
      const target = valuesOf(after);
      const { written, removed, uploaded } = writtenMeanwhile({
        taken,
        saved: target,
        current: copyOf(valuesOf(before)),
      });
      Object.assign(target, written);
      for (const path of removed) delete target[path];
      // The editor lets go of the pictures of the entry as it was.
      for (const [address, picture] of Object.entries(before.files)) {
        if (uploaded.has(address)) continue;
        after.files[address] = picture;
        delete before.files[address];
      }
      return removed.length > 0 || Object.keys(written).length > 0;
    },
  });
}

function valuesOf({ currentValues, defaultLocale }: Draft): FlatValues {
  return (currentValues[defaultLocale] ??= {});
}

/** The editor goes on writing into its own values. */
function copyOf(values: FlatValues): FlatValues {
  return JSON.parse(JSON.stringify(values)) as FlatValues;
}
