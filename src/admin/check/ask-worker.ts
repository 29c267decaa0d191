import type { PastedText } from '../../core/paste/convert-paste.ts';
import { settings } from '../settings.ts';
import type { CheckCall, CheckReply } from './calls.ts';
import type { CheckedFile, CheckResult } from './check.ts';

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, (reply: CheckReply) => void>();
const listeners = new Set<() => void>();

/** Check a file in another thread, so that typing is never delayed. */
export async function checkFile(file: CheckedFile): Promise<CheckResult> {
  const reply = await ask((id) => ({ kind: 'check', id, file }));
  if (reply.kind !== 'checked') throw new Error('Unexpected reply');
  return reply.result;
}

/** Mend one finding of a file, or all safe ones, and return the new text. */
export async function mendText(file: CheckedFile, key?: string): Promise<string> {
  const reply = await ask((id) => ({ kind: 'mend', id, file, key }));
  if (reply.kind !== 'mended') throw new Error('Unexpected reply');
  return reply.text;
}

/** Convert HTML of the clipboard to markdown; `undefined` if that fails. */
export async function convertPasted(html: string): Promise<PastedText | undefined> {
  const reply = await ask((id) => ({ kind: 'paste', id, html }));
  return reply.kind === 'pasted' ? reply.pasted : undefined;
}

/** Call a function once half-spaces are checked too. @returns The function that stops that. */
export function onDictionary(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function ask(call: (id: number) => CheckCall): Promise<CheckReply> {
  worker ??= start();
  const id = (count += 1);
  worker.postMessage(call(id));
  return new Promise((resolve) => void waiting.set(id, resolve));
}

function start(): Worker {
  const made = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  const { checking, dictionary } = settings;
  made.postMessage({
    kind: 'start',
    settings: { checking, dictionary: new URL(dictionary, location.href).href },
  } satisfies CheckCall);
  made.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
    if (data.kind === 'dictionary') return void listeners.forEach((listener) => listener());
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  return made;
}
