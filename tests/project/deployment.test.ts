import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultService } from '../../src/core/hosting/server-comments.ts';
import { repository } from '../support/folders.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: { comments: string } };
const unitPath = 'docker/rooznegar-comments.service';
const analyzer = '/usr/bin/systemd-analyze';
const port = defaultService.split(':').at(-1)!;

interface Compose {
  services: Record<'site' | 'comments', ComposeService>;
  volumes: Record<string, unknown>;
}
interface ComposeService {
  build: { target?: string; args: Record<string, string> };
  command?: string[];
  volumes: string[];
  networks: Record<string, { ipv4_address: string }>;
}

describe('the unit of systemd', () => {
  it('starts the service as npm would, without npm', () => {
    expect(read(unitPath)).toContain(`ExecStart=/usr/bin/env ${scripts.comments} --run "node scripts/build.ts"\n`);
  });

  it.runIf(existsSync(analyzer))('is understood by systemd', () => {
    const { status, stderr } = spawnSync(analyzer, ['verify', join(repository, unitPath)], {
      encoding: 'utf8',
    });
    expect([status, stderr.split('\n').filter((line) => line.includes('rooznegar'))]).toEqual([0, []]);
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
  const { site, comments } = services;

  it('starts the service as npm would, after a build, and lets it believe the site’s server alone', () => {
    const command = comments.command!.at(-1)!;
    const { ipv4_address: address } = site.networks['inner']!;
    expect(command).toBe(
      `node scripts/build.ts --precompress && exec ${scripts.comments} --host 0.0.0.0 --behind ${address} --run "node scripts/build.ts --precompress"`,
    );
  });

  it('has the server of the site pass requests on to the service', () => {
    expect(site.build.args['COMMENTS']).toBe(`comments:${port}`);
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toContain(`ARG COMMENTS=${defaultService}\n`);
    expect(dockerfile).toContain('--comments "$COMMENTS"');
    expect(dockerfile).toContain(` AS ${comments.build.target}\n`);
  });

  it('keeps what must not be lost in volumes, and out of images', () => {
    const mounted = [...site.volumes, ...comments.volumes].map((volume) => volume.split(':'));
    expect([...new Set(mounted.map(([name]) => name))].toSorted()).toEqual(Object.keys(volumes).toSorted());
    expect(mounted).toEqual(
      expect.arrayContaining([
        ['site', '/srv/site', 'ro'],
        ['site', '/site/dist'],
        ['data', '/site/data'],
        ['published', '/site/content/comments'],
      ]),
    );
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['data', '.cache', 'dist']));
  });
});
