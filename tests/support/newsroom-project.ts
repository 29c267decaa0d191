import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type CommandResult, runNode } from './command.ts';
import { articleFile } from './mini-site.ts';
import { copyProject } from './project-copy.ts';

/** A copy of the project with a small content, to which a newsroom adds files of its own. */
export interface NewsroomProject {
  folder: string;
  /** Write files, by their paths from the project's folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(...files: readonly string[]): void;
  /** Run `npx astro <args>`. */
  astro(...args: readonly string[]): Promise<CommandResult>;
  /** Run `npm run <name> -- <args>`. */
  npm(name: string, ...args: readonly string[]): Promise<CommandResult>;
}

/** Copy the project and give it two articles and a page. The copy is removed after the tests of the file. */
export function openNewsroomProject(): NewsroomProject {
  const folder = copyProject();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: readonly string[]): Promise<CommandResult> => runNode(args, folder);
  const project: NewsroomProject = {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    remove: (...files) => {
      for (const file of files) rmSync(join(folder, file), { recursive: true, force: true });
    },
    astro: (...args) => run(['node_modules/astro/bin/astro.mjs', ...args]),
    npm: (name, ...args) => run([`scripts/${name}.ts`, ...args]),
  };
  project.write({
    'content/articles/پل.md': articleFile(),
    'content/articles/metro.md': articleFile({ title: 'خط تازهٔ مترو باز شد', date: '1404/07/23' }),
    'content/pages/about.md': '---\ntitle: درباره ما\n---\n\nمتن.\n',
  });
  return project;
}
