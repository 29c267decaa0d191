import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { type CommandResult, fixedNow, runFresh, runScript } from './command.ts';
import { type Dist, openDist } from './dist.ts';
import { decodeUtf8 } from './document-rules.ts';
import { type Page, parsePage } from './html.ts';

/** Files of a content folder: paths such as `articles/1404/07/x.md` to their text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small content folder in a temporary place, with a folder for its output. */
export interface MiniSite {
  /** Contains all the others. */
  folder: string;
  content: string;
  out: string;
  /** Write further files, or replace them. */
  write: (files: Files) => Promise<void>;
  build: (options?: BuildSettings) => Promise<CommandResult>;
  check: (args?: readonly string[]) => Promise<CommandResult>;
  /** Open the latest output. */
  dist: () => Dist;
  /** Parse a page of the latest output. */
  page: (path: string) => Page;
}

/** Options of a single build. */
export interface BuildSettings {
  now?: string;
  out?: string;
  env?: Readonly<Record<string, string>>;
  strict?: boolean;
  /** Build in a process of its own. */
  isFresh?: boolean;
  /** Further flags. */
  args?: readonly string[];
}

/** Write a content folder, removed after all tests. The given settings override those of the sample. */
export async function createMiniSite(files: Files, settings: Partial<SiteConfig> = {}): Promise<MiniSite> {
  const folder = await mkdtemp(join(inject('scratch'), 'site-'));
  const [content, out, configFile] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'config.mjs')];
  const write = async (more: Files): Promise<void> => {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(content, path)), { recursive: true });
      await writeFile(join(content, path), text);
    }
  };
  await mkdir(join(content, 'articles'), { recursive: true });
  await writeFile(configFile, `export const config = ${JSON.stringify({ ...config, footer: [], ...settings })};\n`);
  await write(files);
  const inputs = ['--content', content, '--config', configFile];
  const dist = (): Dist => openDist(out);
  return {
    folder,
    content,
    out,
    write,
    dist,
    build: ({ now = fixedNow, out: other = out, env = {}, strict = false, isFresh = false, args = [] } = {}) =>
      (isFresh ? runFresh : runScript)(
        'build',
        [...inputs, '--out', other, '--now', now, ...(strict ? ['--strict'] : []), ...args],
        env,
      ),
    check: (args = []) => runScript('check', [...inputs, '--now', fixedNow, ...args]),
    page: (path) => {
      const file = join(out, path);
      if (!existsSync(file)) throw new Error(`There is no page ${path}.`);
      return parsePage(path, decodeUtf8(readFileSync(file)));
    },
  };
}

/** Format an article's file from its front matter and body. */
export function articleFile(fields: Readonly<Record<string, string>> = {}, body = defaultBody): string {
  const all = { title: 'پل تازه رودخانه باز شد', date: '1404/07/24', tags: '[شهر]', source: 'روزنگار', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

const defaultBody =
  'پل تازه رودخانه صبح امروز باز شد و نخستین دوچرخه‌سواران از آن گذشتند.\n\nساختن این پل دو سال به درازا کشید.';
