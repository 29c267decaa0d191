import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildSite, type CommandResult } from './command.ts';

/** Files of a content folder: paths such as `articles/1404/07/x.md` to their text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small content folder in a temporary place, and room for what is built from it. */
export interface MiniSite {
  folder: string;
  content: string;
  out: string;
  /** Write more files, or the same ones anew. */
  write: (files: Files) => Promise<void>;
  build: (now?: string) => Promise<CommandResult>;
}

/** Write a content folder; it is removed when the test that asked for it has finished. */
export async function createMiniSite(files: Files): Promise<MiniSite> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const write = async (more: Files): Promise<void> => {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(content, path)), { recursive: true });
      await writeFile(join(content, path), text);
    }
  };
  await mkdir(join(content, 'articles'), { recursive: true });
  await write(files);
  return { folder, content, out, write, build: (now) => buildSite(content, out, now) };
}

/** Write an article's file out of its front matter's lines and its body. */
export function articleFile(fields: Readonly<Record<string, string>> = {}, body = defaultBody): string {
  const all = { title: 'پل تازه رودخانه باز شد', date: '1404/07/24', tags: '[شهر]', source: 'روزنگار', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

const defaultBody = 'پل تازه رودخانه صبح امروز باز شد و نخستین دوچرخه‌سواران از آن گذشتند.\n\nساختن این پل دو سال به درازا کشید.';
