import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildSettings } from '../../src/engine/base/options.ts';
import type { BuildAnswer } from './build-server.ts';
import { node, plainEnvironment } from './command.ts';
import { repository } from './folders.ts';
import { sample } from './sample.ts';

/** Copy the project with the sample in place of the newsroom's files, to change its code and caches. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rooznegar-project-'));
  for (const name of [
    'src',
    'scripts',
    'tests/support',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  cpSync(sample.publicFolder, join(folder, 'public'), { recursive: true });
  for (const name of ['src/custom', 'src/own']) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(join(folder, 'src/styles/own.css'), '');
  const settings = readFileSync(sample.configFile, 'utf8').replace('../../../src/', './');
  writeFileSync(join(folder, 'src/config.ts'), settings);
  // What Windows calls a junction needs no rights there; elsewhere it is a link like others.
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** A process that builds sites with the code of a project, as it was when the process was started. */
export interface BuildServer {
  build(settings: BuildSettings): Promise<BuildAnswer>;
  /** Start a build, and kill the process after a delay in milliseconds. */
  kill(settings: BuildSettings, delay: number): Promise<void>;
  stop(): void;
}

/** Start a process that builds with the code of a project. */
export function startBuildServer(project: string): BuildServer {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess =>
    (child ??= fork(join(project, 'tests/support/build-server.ts'), {
      cwd: project,
      execPath: node,
      execArgv: [],
      env: plainEnvironment(),
    }));
  const stop = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    stop,
    build: (settings) =>
      new Promise((resolve, reject) => {
        const running = start();
        const fail = (code: number | null): void => reject(new Error(`The builder ended with ${code}.`));
        running.once('exit', fail).once('message', (answer: BuildAnswer) => {
          running.off('exit', fail);
          resolve(answer);
        });
        running.send(settings);
      }),
    kill: async (settings, delay) => {
      start().send(settings);
      await new Promise((resolve) => setTimeout(resolve, delay));
      stop();
    },
  };
}
