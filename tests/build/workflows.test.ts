import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/command.ts';

interface Job {
  permissions?: Record<string, string>;
  uses?: string;
  steps?: readonly { uses?: string; run?: string; with?: Record<string, unknown> }[];
  'timeout-minutes'?: number;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** What jobs of a workflow may change. */
const mayWrite: Readonly<Record<string, string[]>> = {
  'deploy-github-pages.yml': ['pages', 'id-token'],
  'release.yml': ['contents'],
};

const folder = join(repository, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe.each(workflows)('the workflow $name', ({ name, text }) => {
  const { on, permissions, jobs } = parse(text) as Workflow;

  it('pins every action to a commit and every tool to a version', () => {
    const steps = Object.values(jobs).flatMap(({ steps: own }) => own ?? []);
    const used = [...text.matchAll(/uses: (.*)/g)]
      .map(([, action]) => action!)
      .filter((action) => !action.startsWith('./'));
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const { run = '' } of steps)
      for (const [tool] of run.matchAll(/npx .*/g)) expect(tool).toMatch(/^npx --yes [\w-]+@\d+\.\d+\.\d+ /);
  });

  it('asks for no more than it needs, and for nothing by default', () => {
    expect(permissions).toBeDefined();
    expect(Object.values(permissions!).filter((value) => value !== 'read')).toEqual([]);
    const writing = Object.values(jobs).flatMap((job) =>
      Object.entries(job.permissions ?? {}).filter(([, value]) => value !== 'read'),
    );
    expect(writing.map(([what]) => what)).toEqual(mayWrite[name] ?? []);
    expect(on).not.toHaveProperty('pull_request_target');
    for (const { steps = [], uses, 'timeout-minutes': timeout } of Object.values(jobs)) {
      if (uses === undefined) expect(timeout).toBeGreaterThan(0);
      for (const step of steps)
        if (step.uses?.startsWith('actions/checkout'))
          expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('puts nothing that others write into a command', () => {
    for (const { run = '' } of Object.values(jobs).flatMap(({ steps = [] }) => steps)) expect(run).not.toContain('${{');
  });

  it.runIf(name.startsWith('deploy-'))('also builds by the clock, for articles under embargo', () => {
    expect(on).toHaveProperty('schedule');
    expect(text).toContain("vars.DEPLOY_TO == '");
  });
});

describe.each(['deploy-netlify.yml', 'check.yml'])('what %s does for Netlify', (name) => {
  const { text } = workflows.find((each) => each.name === name)!;
  const { jobs } = parse(text) as Workflow;
  const script = Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .flatMap(({ run = '' }) => run.split('\n'))
    .find((line) => line.includes('_redirects'));

  it('is to let redirects of exact addresses go before pages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rooznegar-netlify-'));
    const file = join(folder, 'dist/_redirects');
    const run = (): unknown => execFileSync('bash', ['-e', '-c', script!], { cwd: folder });
    try {
      run();
      mkdirSync(join(folder, 'dist'));
      run();
      expect(readdirSync(join(folder, 'dist'))).toEqual([]);
      const rest = '/b/* /c/:splat 301\n/d /e/ 302\n/f /g/ 301!\n';
      writeFileSync(file, `${rest}/old/%D9%BE.html /news/pol/ 301\n/x%3A1 /news/301/ 301\n`);
      run();
      expect(readFileSync(file, 'utf8')).toBe(`${rest}/old/%D9%BE.html /news/pol/ 301!\n/x%3A1 /news/301/ 301!\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
