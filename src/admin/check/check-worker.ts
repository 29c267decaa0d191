import { createChecker } from './check.ts';
import type { CheckCall, CheckReply } from './calls.ts';

type PasteCall = Extract<CheckCall, { kind: 'paste' }>;

let checker: ReturnType<typeof createChecker> | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<CheckCall>) => {
  if (data.kind === 'start') {
    checker = createChecker(data.settings);
    void loadDictionary(data.settings.dictionary);
    return;
  }
  if (!checker) return;
  const { id } = data;
  if (data.kind === 'check') reply({ kind: 'checked', id, result: checker.check(data.file) });
  else if (data.kind === 'paste') void convert(checker, data);
  else reply({ kind: 'mended', id, text: checker.mend(data.file, data.key) });
});

async function convert({ restore }: NonNullable<typeof checker>, { id, html }: PasteCall): Promise<void> {
  try {
    const { convertPaste } = await import('../../core/paste/convert-paste.ts');
    reply({ kind: 'pasted', id, pasted: convertPaste(html, restore) });
  } catch {
    // As where the network is gone: the page pastes plain text.
    reply({ kind: 'failed', id });
  }
}

/** Without the dictionary, all is checked but half-spaces. */
async function loadDictionary(address: string): Promise<void> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  checker?.setDictionary(await response.text());
  reply({ kind: 'dictionary' });
}

function reply(message: CheckReply): void {
  globalThis.postMessage(message);
}
