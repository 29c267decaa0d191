import { beforeAll, describe, expect, it } from 'vitest';
import { buildHostileSite, type HostileSite, summarize } from './hostile-site.ts';

let hostile: HostileSite;
beforeAll(async () => {
  hostile = await buildHostileSite();
}, 600_000);

describe('a corpus of hostile content', () => {
  it('is large', () => expect(hostile.outcomes.length).toBeGreaterThan(300));

  it('renders as text or is a named problem', async () => {
    if (process.env['TABLE'])
      for (const { kind, vector, outcome } of hostile.outcomes)
        console.log(`${kind} | ${JSON.stringify(vector).slice(0, 100)} | ${outcome}`);
    expect(hostile.built.code, hostile.built.output).toBe(0);
    await expect(summarize(hostile.outcomes)).toMatchFileSnapshot('summary.txt');
  });
});
