import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { startThread } from '../../../src/engine/base/thread.ts';

const worker = new URL('./single-task.js', import.meta.url);

describe('startThread', () => {
  it('gives what the thread posts', async () => {
    expect(await startThread<string>(worker, { echo: 'سلام' })()).toBe('سلام');
  });

  it('rejects with what the thread throws, and only where the result is asked for', async () => {
    const result = startThread<string>(worker, { fail: 'failed in the thread' });
    await expect(startThread<string>(worker, { echo: 'x' })()).resolves.toBe('x');
    await expect(result()).rejects.toThrow('failed in the thread');
  });

  it('does not keep a process alive that does not ask for the result', () => {
    const code = `
      import { startThread } from ${JSON.stringify(new URL('../../../src/engine/base/thread.ts', import.meta.url).href)};
      startThread(new URL(${JSON.stringify(worker.href)}), { hang: true });
      console.log('over');`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(output).toBe('over\n');
  });
});
