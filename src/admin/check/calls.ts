import type { AdminPageData } from '../../core/admin/page.ts';
import type { PastedText } from '../../core/paste/convert-paste.ts';
import type { CheckedFile, CheckResult } from './check.ts';

/** What the page asks of the worker that checks texts. */
export type CheckCall =
  | { kind: 'start'; settings: Pick<AdminPageData, 'checking' | 'dictionary'> }
  | { kind: 'check'; id: number; file: CheckedFile }
  | { kind: 'paste'; id: number; html: string }
  | { kind: 'mend'; id: number; file: CheckedFile; key?: string | undefined };

/** What the worker answers; `dictionary` once half-spaces are checked too. */
export type CheckReply =
  | { kind: 'dictionary' }
  | { kind: 'checked'; id: number; result: CheckResult }
  | { kind: 'pasted'; id: number; pasted: PastedText }
  | { kind: 'failed'; id: number }
  | { kind: 'mended'; id: number; text: string };
