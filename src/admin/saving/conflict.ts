import { textOf } from '../../core/admin/values.ts';
import { diffLines } from '../check/diff-lines.ts';
import { openDialog } from '../dialog.ts';
import { openDraft } from '../draft.ts';
import { writeFile } from '../format.ts';
import { nested } from '../nested.ts';

/** What the editor finds when a host has another version of the open entry than the one that was opened. */
interface HostConflict {
  entry?: { locales: Record<string, { content: Record<string, unknown> }> };
}

/**
 * Show the text that is in the file now and the writer's own, side by side, so that no word of either is lost.
 *
 * @param overwrite Writes the writer's text in place of the other; absent where saving again does that.
 */
export function showConflict(path: string, theirs: string, mine: string, overwrite?: () => void): void {
  openDialog({
    title: 'این پرونده عوض شده است',
    text: `پس از آنکه «${path.replace(/^.*\//, '')}» را باز کردید کسی آن را عوض کرد. هیچ‌چیز نوشته نشد. هر دو متن اینجاست؛ آنچه لازم دارید بردارید.`,
    parts: [
      { label: 'متن کنونی پرونده', lines: diffLines(mine, theirs) },
      { label: 'متن شما', text: mine },
    ],
    actions: [
      { label: 'رونوشت از متن من', run: () => navigator.clipboard.writeText(mine), staysOpen: true },
      { label: 'باز کردن متن کنونی', run: () => location.reload() },
      ...(overwrite ? [{ label: 'متن من به جای آن ذخیره شود', run: overwrite }] : []),
      { label: 'برگشت به ویرایش', run: () => {}, isMain: true },
    ],
  });
}

/**
 * Show both texts where a host has another one, in place of the editor’s own question. A patch of the editor calls the
 * hook. Where the host has the writer’s very text, because only its answer was lost, or the one that was opened, there
 * is nothing to choose.
 */
export function followConflicts(): void {
  Object.assign(globalThis, {
    rooznegarConflict: ({ entry }: HostConflict, overwrite: () => void) => {
      const draft = openDraft();
      const values = draft?.currentValues[draft.defaultLocale];
      if (!draft || !values) return;
      const theirs = textOf(entry?.locales[draft.defaultLocale]?.content ?? {});
      const mine = writeFile(nested(values));
      if (theirs === mine || (entry && theirs === textOf(values))) return overwrite();
      showConflict(draft.originalEntry?.locales[draft.defaultLocale]?.path ?? '', theirs, mine, overwrite);
    },
  });
}
