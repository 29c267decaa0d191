import { textOf } from '../../core/admin/values.ts';
import { diffLines } from '../check/diff-lines.ts';
import { openDialog } from '../dialog.ts';
import type { Draft } from '../draft.ts';
import { writeWith } from '../format.ts';
import { nested } from '../nested.ts';

/** A text that was not saved, as the browser keeps it. */
interface Backup {
  currentValues: Record<string, Record<string, unknown>>;
}

/** What becomes of a kept text: it is put back, thrown away, or (`undefined`) kept for another time. */
type Decide = (isRestored: boolean | undefined) => void;

/**
 * Offer a text that was not saved when its entry is opened again. Where the file has changed since, both texts are shown,
 * or putting one back would undo the other. A patch of the editor calls the hook.
 */
export function followBackups(): void {
  Object.assign(globalThis, {
    rooznegarBackup: ({ currentValues }: Backup, draft: Draft, ask: () => void, decide: Decide) => {
      const kept = currentValues[draft.defaultLocale];
      const current = draft.currentValues[draft.defaultLocale];
      if (!kept || !current) return ask();
      const now = textOf(current);
      const isSameFile = textOf(kept) === now;
      const mine = writeWith({ ...nested(kept), written: current['written'] });
      // Saved in the meantime, after the browser had kept it.
      if (mine === now) return decide(false);
      if (isSameFile) return ask();
      kept['written'] = current['written'];
      offer(now, mine, decide);
    },
  });
}

function offer(now: string, mine: string, decide: Decide): void {
  openDialog({
    title: 'متنی از شما ذخیره نشده است',
    text: 'پرونده پس از آن عوض شده است. هر دو متن اینجاست؛ آنچه لازم دارید بردارید.',
    parts: [
      { label: 'متن کنونی پرونده', lines: diffLines(mine, now) },
      { label: 'متن ذخیره\u200Cنشدهٔ شما', text: mine },
    ],
    actions: [
      { label: 'رونوشت از متن من', run: () => navigator.clipboard.writeText(mine), staysOpen: true },
      { label: 'متن من در ویرایشگر بیاید', run: () => decide(true) },
      { label: 'متن من دور انداخته شود', run: () => decide(false) },
      { label: 'بعداً', run: () => decide(undefined), isMain: true },
    ],
    onDismiss: () => decide(undefined),
  });
}
