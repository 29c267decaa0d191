import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An edit that a newsroom makes between two builds. */
export interface Change {
  name: string;
  /** Edit the files of the articles, which are sorted from oldest to newest. */
  apply(files: readonly string[]): void;
}

// Number of articles with the tag that is renamed.
const renamedTagUses = 20;

/** The edits measured after the first build, in this order. */
export const changes: readonly Change[] = [
  { name: 'nothing', apply: () => {} },
  { name: 'a text', apply: (files) => edit(middle(files), (text) => `${text}\n\nبندی که تازه افزوده شد.\n`) },
  {
    name: 'a headline',
    apply: (files) => edit(files.at(-10) ?? files[0]!, (text) => text.replace(/^title: "/m, 'title: "تازه: ')),
  },
  { name: 'a new article', apply: addArticle },
  { name: 'one removed', apply: (files) => rmSync(middle(files)) },
  { name: 'a tag renamed', apply: renameTag },
];

/** List the articles below a folder, oldest first: the names of generated articles are numbered. */
export function listArticles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function middle(files: readonly string[]): string {
  return files[Math.floor(files.length / 2)]!;
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function addArticle(files: readonly string[]): void {
  const newest = files.at(-1)!;
  const text = readFileSync(newest, 'utf8');
  const date = /^date: (.+)$/m.exec(text)![1]!;
  const later = new Date(Date.parse(date) + 3_600_000).toISOString();
  writeFileSync(
    join(dirname(newest), 'zz-khabar-taze.md'),
    text.replace(date, later).replace(/^title: "/m, 'title: "فوری: '),
  );
}

function renameTag(files: readonly string[]): void {
  const texts = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
  const uses = new Map<string, string[]>();
  for (const [path, text] of texts) {
    const [, list = ''] = /^tags: \[(.*)\]$/m.exec(text) ?? [];
    for (const tag of list.match(/"[^"]+"/g) ?? []) uses.set(tag, [...(uses.get(tag) ?? []), path]);
  }
  const [tag, paths] = [...uses].find(([, own]) => own.length <= renamedTagUses) ?? ['', []];
  for (const path of paths) writeFileSync(path, texts.get(path)!.replace(tag, `${tag.slice(0, -1)} نو"`));
}
