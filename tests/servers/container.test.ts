import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/folders.ts';
import { isInstalled, webServers } from './web-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-container-'));
afterAll(() => rmSync(folder, { recursive: true }));

const instructions = readFileSync(join(repository, 'Dockerfile'), 'utf8').replaceAll('\\\n', '').split('\n');

describe('the Dockerfile', () => {
  it('builds anew when it is told of another moment', () => {
    const build = instructions.findIndex((line) => line.startsWith('RUN node scripts/build.ts'));
    expect(instructions.slice(0, build)).toContain('ARG NOW');
    const command = instructions[build]!.replace(/^RUN node|&&.*/g, '');
    const flagsAt = (now: string): string[] =>
      spawnSync('sh', ['-c', `printf '%s\\n' ${command}`], { env: { NOW: now }, encoding: 'utf8' })
        .stdout.trim()
        .split('\n')
        .slice(1);
    expect(flagsAt('')).toEqual(['--precompress']);
    expect(flagsAt('2026-11-26T12:00:00Z')).toEqual(['--precompress', '--now', '2026-11-26T12:00:00Z']);
  });

  it.runIf(isInstalled(webServers.find(({ name }) => name === 'caddy')!)).each([
    [{}, ':80'],
    [{ SITE_ADDRESS: '' }, ':80'],
    [{ SITE_ADDRESS: 'news.example.org' }, ':443'],
  ])('serves, told %o, at %s', (env, address) => {
    cpSync(join(repository, 'docker/Caddyfile'), join(folder, 'Caddyfile'));
    writeFileSync(join(folder, 'site.caddy'), 'file_server\n');
    const [shell, ...words] = JSON.parse(
      instructions.find((line) => line.startsWith('CMD '))!.slice('CMD '.length),
    ) as string[];
    const args = words.map((word) => word.replaceAll('/etc/caddy', folder).replace('caddy run', 'caddy adapt'));
    const { stdout, stderr } = spawnSync(shell!, args, {
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
    });
    const { apps } = JSON.parse(stdout || stderr) as {
      apps: { http: { servers: Record<string, { listen: string[] }> } };
    };
    expect(Object.values(apps.http.servers).flatMap(({ listen }) => listen)).toEqual([address]);
  });
});
