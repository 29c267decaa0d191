import { createChecker } from './check.ts';
import type { CheckCall, CheckReply } from './calls.ts';

let checker: ReturnType<typeof createChecker> | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<CheckCall>) => {
  if (data.kind === 'start') {
    checker = createChecker(data.settings);
    void loadDictionary(data.settings.dictionary);
    return;
  }
  if (!checker) return;
  const { id, file } = data;
  if (data.kind === 'check') reply({ kind: 'checked', id, result: checker.check(file) });
  else reply({ kind: 'mended', id, text: checker.mend(file, data.key) });
});

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
