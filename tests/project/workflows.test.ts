import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/folders.ts';

interface Job {
  permissions?: Record<string, string>;
  uses?: string;
  steps?: readonly Step[];
  strategy?: { matrix: Record<string, readonly string[]> };
  'runs-on'?: string;
  'timeout-minutes'?: number;
}

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: Record<string, unknown>;
  concurrency?: { group: string };
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

  it('fails when what stands before a pipe fails', () => {
    for (const { run = '', shell } of Object.values(jobs).flatMap(({ steps = [] }) => steps))
      if (/[^|]\|[^|]/.test(run)) expect([run, shell]).toEqual([run, 'bash']);
  });

  it.runIf(name.startsWith('deploy-'))('also builds by the clock, for articles under embargo', () => {
    expect(on).toHaveProperty('schedule');
    expect(text).toContain("vars.DEPLOY_TO == '");
  });
});

describe('workflows that deploy', () => {
  const deploys = workflows.filter(({ name }) => name.startsWith('deploy-')).map(({ text }) => parse(text) as Workflow);

  it('do not cancel each other', () => {
    expect(new Set(deploys.map(({ concurrency }) => concurrency!.group)).size).toBe(deploys.length);
  });

  it('save what they have deployed, once it is, where the next build finds it', () => {
    const build = parse(workflows.find(({ name }) => name === 'build-site.yml')!.text) as Workflow;
    const found = build.jobs['build']!.steps!.find((step) => step.with?.['path'] === 'deployed')!.with!;
    for (const { jobs } of deploys) {
      const { uses, with: saved } = jobs['deploy']!.steps!.at(-1)!;
      expect(uses).toMatch(/^actions\/cache\/save@/);
      expect(saved).toEqual({ path: found['path'], key: found['key'] });
      expect(found['key']).toMatch(/^deployed-\$\{\{ vars\.DEPLOY_TO }}-/);
      expect(String(found['key']).startsWith(String(found['restore-keys']))).toBe(true);
    }
  });

  it('to GitHub Pages may be run again: each attempt has an artifact of its own, with .well-known', () => {
    const { steps = [] } = deploys.find(({ jobs }) => 'pages' in (jobs['deploy']!.permissions ?? {}))!.jobs['deploy']!;
    const upload = steps.find(({ uses }) => uses?.includes('upload-pages-artifact'))!.with!;
    expect(upload).toMatchObject({ name: 'github-pages-${{ github.run_attempt }}', 'include-hidden-files': true });
    expect(steps.find(({ uses }) => uses?.includes('deploy-pages'))!.with).toEqual({ artifact_name: upload['name'] });
  });
});

describe('pull requests that change code', () => {
  const { on, jobs } = parse(workflows.find(({ name }) => name === 'code.yml')!.text) as Workflow;

  it('are linted and tested on the systems of writers and engineers', () => {
    const { strategy, steps = [], 'runs-on': machine } = jobs['test']!;
    expect(strategy!.matrix['system']!.map((system) => system.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows']);
    expect(machine).toBe('${{ matrix.system }}');
    expect(steps.flatMap(({ run = [] }) => run)).toEqual([
      'npm ci',
      'npm run lint',
      'npm test',
      'npm run test:template',
      'npm run test:editor',
    ]);
    expect(steps.filter((step) => step.if !== undefined)).toEqual([]);
  });

  it('are not those that change articles and pictures only', () => {
    expect(on['pull_request']).toEqual({ 'paths-ignore': ['content/**', 'public/**'] });
  });

  it('keep the promise for Node 20', () => {
    const { steps = [] } = jobs['node-20']!;
    expect(steps.find(({ uses }) => uses?.includes('setup-node'))!.with).toEqual({ 'node-version': 20 });
    expect(steps.at(-1)!.run).toBe('npm ci && npm run build');
  });
});

// Its script is for GNU tools.
describe.runIf(process.platform === 'linux')('what a build of the site decides', () => {
  const { jobs } = parse(workflows.find(({ name }) => name === 'build-site.yml')!.text) as Workflow;
  const { steps = [] } = jobs['build']!;
  const script = steps.find(({ id }) => id === 'site')!.run!;
  const place = mkdtempSync(join(tmpdir(), 'rooznegar-build-site-'));
  afterAll(() => rmSync(place, { recursive: true }));
  const write = (name: string, text: string): void => writeFileSync(join(place, name), text);
  /** Run the step as GitHub does. */
  const decide = (event: string): { outputs: Record<string, string>; changes: { written: string[] } } => {
    write('output', '');
    const env = { ...process.env, EVENT: event, GITHUB_OUTPUT: 'output' };
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd: place, env });
    const lines = readFileSync(join(place, 'output'), 'utf8').trim().split('\n');
    return {
      outputs: Object.fromEntries(lines.map((line) => line.split('=') as [string, string])),
      changes: JSON.parse(readFileSync(join(place, 'changes.json'), 'utf8')) as { written: string[] },
    };
  };

  it('follows from the site that was deployed last, even if a deploy has failed', () => {
    mkdirSync(join(place, 'dist/شهر'), { recursive: true });
    write('dist/index.html', 'one');
    write('dist/شهر/rss.xml', 'feed');
    write('dist/.changes.json', '{"written":["index.html"],"removed":[]}');
    const first = decide('schedule');
    expect(first.outputs).toMatchObject({ deploy: 'true', changed: 'true' });
    expect(first.changes.written).toEqual(['index.html']);

    // The deploy failed: the same site is still to be deployed, and the next report has to list all changes.
    const again = decide('schedule');
    expect(again.outputs).toEqual({ ...first.outputs, changed: 'false' });
    expect(again.changes.written).toEqual(expect.arrayContaining(['index.html', 'شهر/rss.xml']));

    write('deployed', `${again.outputs['hash']!}\n`);
    write('dist/.changes.json', '{"written":[],"removed":[]}');
    expect(decide('schedule')).toEqual({
      outputs: { ...again.outputs, deploy: 'false' },
      changes: { written: [], removed: [] },
    });
    for (const event of ['push', 'workflow_dispatch', 'pull_request'])
      expect(decide(event).outputs['deploy']).toBe('true');

    write('dist/index.html', 'two');
    const { outputs } = decide('schedule');
    expect(outputs).toMatchObject({ deploy: 'true', changed: 'true' });
    expect(outputs['hash']).not.toBe(first.outputs['hash']);
    // Back to what was deployed before, but is not the last.
    write('deployed', `${outputs['hash']!}\n`);
    write('dist/index.html', 'one');
    expect(decide('schedule').outputs).toEqual(first.outputs);
  });

  it('is whether the site is handed on', () => {
    for (const { run, uses = '', if: condition } of steps)
      if (run?.startsWith('tar ') || uses.includes('upload-artifact'))
        expect(condition).toBe("steps.site.outputs.deploy == 'true'");
  });
});

describe.runIf(process.platform === 'linux').each(['deploy-netlify.yml', 'check.yml'])(
  'what %s does for Netlify',
  (name) => {
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
  },
);
