import { insertText } from '../core/paste/insert-text.ts';
import { convertPasted } from './check/ask-worker.ts';
import { openDialog } from './dialog.ts';
import { type Draft, openDraft } from './draft.ts';

/** Adds a picture to those that are uploaded with the entry, and returns its temporary address. */
type Upload = (file: File) => Promise<string | undefined>;

/** Let pasted texts become markdown of ours. A patch of the editor calls the hook. @returns Whether it was done. */
export function followPastes(): void {
  Object.assign(globalThis, {
    rooznegarPaste: (event: ClipboardEvent, upload: Upload): boolean => {
      const { target, clipboardData } = event;
      const html = clipboardData?.getData('text/html') ?? '';
      // What is copied within the editor has a form of its own, and pictures alone are the editor's.
      const isOwn = clipboardData?.types.includes('application/x-lexical-editor');
      if (isOwn || !(target instanceof HTMLElement) || !/\S/.test(textOf(html))) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      void paste(target, { html, plain: clipboardData?.getData('text/plain') ?? '' }, upload);
      return true;
    },
  });
}

async function paste(
  target: HTMLElement,
  { html, plain }: { html: string; plain: string },
  upload: Upload,
): Promise<void> {
  const converted = await convertPasted(html);
  if (!converted) return type(plain);
  const { markdown, pictures, lost } = converted;
  let text = markdown.trim();
  for (const { name, data } of pictures) {
    const blob = await (await fetch(data)).blob();
    // A picture that can't be uploaded takes no text with it.
    const address = await upload(new File([blob], name, { type: blob.type })).catch(() => undefined);
    text = text.replaceAll(`](${name}`, `](${address ?? name}`);
  }
  const draft = openDraft();
  if (target instanceof HTMLTextAreaElement || !/[\n*_[\]`~<>#|\\!]/.test(text)) type(text);
  else if (draft) await insertInto(draft, text);
  if (lost > 0) {
    openDialog({
      title: 'تصویرها را جدا بارگذاری کنید',
      text: 'تصویرهای این متن در پروندهٔ دیگری روی رایانهٔ شماست و با متن نمی\u200Cآید. هر یک را با دکمهٔ «تصویر» در جای خود بگذارید.',
      parts: [],
      actions: [{ label: 'فهمیدم', run: () => {}, isMain: true }],
    });
  }
}

/** The rich-text program reads headings, tables and footnotes from markdown only: a mark shows where they belong. */
async function insertInto(draft: Draft, text: string): Promise<void> {
  const values = draft.currentValues[draft.defaultLocale]!;
  const mark = `pasted${crypto.randomUUID().replaceAll('-', '')}`;
  const isMarked = (): boolean => String(values['body']).includes(mark);
  type(mark);
  // It reports what was typed a moment later.
  for (let tries = 0; !isMarked() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  const body = String(values['body'] ?? '');
  values['body'] = insertText(isMarked() ? body : `${body}\n\n${mark}`, mark, text);
}

/** Type a text at the cursor, so that it can be undone. */
function type(text: string): void {
  // No other way to type reaches the history of the field.
  document.execCommand('insertText', false, text);
}

function textOf(html: string): string {
  return html === '' ? '' : new DOMParser().parseFromString(html, 'text/html').body.textContent;
}
