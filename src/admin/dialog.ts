import type { DiffLine } from './check/diff-lines.ts';

/** A dialog over the editor. All its strings become text nodes. */
export interface DialogContent {
  title: string;
  text: string;
  parts: readonly { label: string; lines?: readonly DiffLine[]; text?: string }[];
  actions: readonly { label: string; run(): unknown; isMain?: boolean; staysOpen?: boolean }[];
  /** Called when it is closed without an action. */
  onDismiss?(): void;
}

/** Open a modal dialog; Escape closes it. */
export function openDialog({ title, text, parts, actions, onDismiss }: DialogContent): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'rooznegar-dialog';
  dialog.setAttribute('aria-labelledby', 'rooznegar-dialog-title');
  const heading = element('h2', title);
  heading.id = 'rooznegar-dialog-title';
  const buttons = element('div', '', 'rooznegar-actions');
  for (const { label, run, isMain, staysOpen } of actions) {
    const button = element('button', label, isMain ? 'is-main' : '');
    button.addEventListener('click', () => {
      if (!staysOpen) dialog.close();
      run();
    });
    buttons.append(button);
  }
  dialog.append(heading, element('p', text), ...parts.map(partOf), buttons);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('cancel', () => onDismiss?.());
  // The editor closes an entry on Escape.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
}

function partOf({ label, lines, text }: DialogContent['parts'][number]): HTMLElement {
  const section = element('section');
  const list = element('pre', text ?? '');
  list.tabIndex = 0;
  list.dir = 'auto';
  list.setAttribute('aria-label', label);
  for (const line of lines ?? [])
    list.append(element(line.kind === 'added' ? 'ins' : line.kind === 'removed' ? 'del' : 'span', `${line.text}\n`));
  section.append(element('h3', label), list);
  return section;
}

function element(name: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}
