import { diffLines } from '../check/diff-lines.ts';
import { openDialog } from '../dialog.ts';

/** Show the text that is in the file now and the writer's own, side by side, so that no word of either is lost. */
export function showConflict(path: string, theirs: string, mine: string): void {
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
      { label: 'برگشت به ویرایش', run: () => {}, isMain: true },
    ],
  });
}
