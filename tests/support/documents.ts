import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';
import { newsroomPlaces } from '../../src/engine/template/places.ts';
import { repository } from './folders.ts';

/** Reads a file of the repository by its path with `/`; `undefined` if nothing is there. A folder is an empty text. */
export type ReadPath = (path: string) => string | undefined;

/** What documents may name. */
export interface Nameable {
  read: ReadPath;
  /** npm scripts by name. */
  scripts: Readonly<Record<string, string>>;
  /** Text of all source files, for names of the code. */
  code: string;
  /** Paths of all source and test files. */
  files: readonly string[];
}

/** Folders whose paths in documents must exist. Those of a newsroom (`content`, `public`) are only examples there. */
const checkedFolders = 'src|tests|docs|scripts|docker|\\.github|\\.ci|core|engine';
const pathPattern = new RegExp(`(?<![\\w./<-])(?:${checkedFolders})/[\\w./[\\]*-]*`, 'g');
/** Flags of other programs that documents explain. */
const foreignFlags = new Set([
  '--base',
  '--checksum',
  '--ignore-scripts',
  '--mode',
  '--open',
  '--outDir',
  '--root-selector',
  '--site',
]);
const sourceName = /^[\w-]+\.(?:ts|mjs|astro|css)$/;

/** List the documents of the repository: every markdown file that is neither content, test input nor a newsroom's own. */
export function listDocuments(): string[] {
  const below = (folder: string): string[] =>
    existsSync(join(repository, folder))
      ? readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          posix.join(folder, name.replaceAll('\\', '/')),
        )
      : [];
  return [...readdirSync(repository), ...['docs', 'src', 'scripts', '.github'].flatMap(below), 'tests/README.md']
    .filter((path) => path.endsWith('.md') && !/node_modules|^src\/(?:pages|custom|own)\//.test(path))
    .toSorted();
}

/** Read what documents may name from the repository. */
export function readNameable(): Nameable {
  const files = ['src', 'scripts', 'tests'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.(?:ts|js|mjs|astro|css)$/.test(path)),
  );
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as Pick<Nameable, 'scripts'>;
  const code = [...files, 'astro.config.mjs'].map((path) => readFileSync(join(repository, path), 'utf8')).join('\n');
  return { read: readPath, scripts, code, files: [...files, ...readdirSync(repository)] };
}

function readPath(path: string): string | undefined {
  // A newsroom may have emptied its own places, and documents give examples of what may be in them.
  const isExample = /^src\/(?:custom|own)\//.test(path);
  if (isExample || newsroomPlaces.includes(path.replace(/\/$/, ''))) return '';
  if (!existsSync(join(repository, path))) return undefined;
  return path.endsWith('.md') ? readFileSync(join(repository, path), 'utf8') : '';
}

/**
 * Find what a document names that does not exist: link targets and anchors, paths, npm scripts and their flags, test
 * filters and their variables, names of files and of the code.
 *
 * @returns One sentence per fault, in the order of the document.
 */
export function findDocumentFaults(document: string, text: string, nameable: Nameable): string[] {
  const faults: string[] = [];
  const check = (found: readonly (string | undefined)[]): void => {
    for (const fault of found) if (fault !== undefined) faults.push(`${document}: ${fault}`);
  };
  visit(parse(text), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      check([linkFault(document, node.url, nameable.read)]);
    else if (node.type === 'html')
      check(
        Array.from(node.value.matchAll(/(?:src|href)="([^"]*)"/g), ([, url]) =>
          linkFault(document, url!, nameable.read),
        ),
      );
    else if (node.type === 'inlineCode' || node.type === 'code') {
      check(pathFaults(node.value, nameable));
      check(commandFaults(node.value, nameable));
      if (node.type === 'inlineCode') check(nameFaults(node.value, nameable));
    }
  });
  return faults;
}

function parse(text: string): ReturnType<ReturnType<typeof remark>['parse']> {
  return remark().use(remarkGfm).parse(text);
}

function linkFault(document: string, url: string, read: ReadPath): string | undefined {
  if (/^[a-z]+:/.test(url)) return undefined;
  const [path, anchor] = decodeURIComponent(url).split('#') as [string, string?];
  const target = path === '' ? document : posix.join(dirname(document).replaceAll('\\', '/'), path);
  const text = read(target);
  if (text === undefined) return `the link ${url} leads nowhere`;
  return anchor === undefined || anchorsOf(text).has(anchor) ? undefined : `${target} has no heading #${anchor}`;
}

/** Name the anchors of a document's headings as GitHub does. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  visit(parse(text), 'heading', (heading) => {
    const name = toString(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  });
  return anchors;
}

function pathFaults(text: string, { read }: Nameable): (string | undefined)[] {
  return (text.match(pathPattern) ?? []).map((found) => {
    const literal = found.replace(/[*[].*$/s, (rest) => (rest.startsWith('[') ? rest : '')).replace(/[./]+$/, '');
    const path = /^(?:core|engine)\//.test(literal) ? `src/${literal}` : literal;
    const isPart = found.includes('*') && !found.slice(0, found.indexOf('*')).endsWith('/');
    return read(isPart ? posix.dirname(path) : path) === undefined ? `the path ${found} does not exist` : undefined;
  });
}

function commandFaults(text: string, { scripts, code, files }: Nameable): (string | undefined)[] {
  const runs = Array.from(text.matchAll(/npm run (?:--silent )?([\w:-]+)([^\n&|;>]*)/g), ([, name, rest]) => {
    const script = scripts[name!];
    if (script === undefined) return [`there is no npm run ${name}`];
    const flags = rest!.match(/(?<=\s)--[a-z][\w-]*/g) ?? [];
    const known = flagsOf(script);
    return flags.map((flag) => (known && !known.has(flag) ? `npm run ${name} has no ${flag}` : undefined));
  });
  const filters = Array.from(text.matchAll(/vitest run ((?!-)[\w./-]+)/g), ([, filter]) =>
    files.some((file) => file.endsWith('.test.ts') && file.includes(filter!))
      ? undefined
      : `no test is found by ${filter}`,
  );
  const variables = /vitest|npm run test/.test(text)
    ? Array.from(text.matchAll(/\b([A-Z]{2,})=/g), ([, name]) => name!)
    : [];
  const unread = variables.map((name) => (code.includes(`'${name}'`) ? undefined : `no test reads ${name}`));
  return [...runs.flat(), ...filters, ...unread];
}

const flagsByScript = new Map<string, ReadonlySet<string> | undefined>();

/** List the flags that a command of `scripts/` declares; `undefined` for another program. */
function flagsOf(script: string): ReadonlySet<string> | undefined {
  if (!flagsByScript.has(script)) {
    const file = /scripts\/[\w/-]+\.ts/.exec(script)?.[0];
    const declared = file && /runCommand\(\s*\{(.*?)\n  \},/s.exec(readFileSync(join(repository, file), 'utf8'))?.[1];
    const names = declared && Array.from(declared.matchAll(/^ {6}'?([\w-]+)'?:|[{,] '?([\w-]+)'?: [{'`]/gm));
    const flags = names && names.map(([, name, inline]) => `--${name ?? inline}`);
    flagsByScript.set(script, flags ? new Set([...flags, '--lang', '--help']) : undefined);
  }
  return flagsByScript.get(script);
}

/** Check a code span that is nothing but a name. */
function nameFaults(span: string, { read, scripts, code, files }: Nameable): (string | undefined)[] {
  const flag = /^(?:-- )?(--[a-z][\w-]*)/.exec(span)?.[1];
  if (flag && !foreignFlags.has(flag)) {
    // Custom properties of CSS look alike.
    const isKnown = code.includes(`${flag}:`) || Object.values(scripts).some((script) => flagsOf(script)?.has(flag));
    return [isKnown ? undefined : `no command has ${flag}`];
  }
  if (/^(?:bench|lint|test):[a-z]+$/.test(span))
    return [scripts[span] === undefined ? `there is no npm run ${span}` : undefined];
  if (sourceName.test(span)) {
    const isThere =
      read(span) !== undefined || files.some((file) => posix.basename(file) === span) || code.includes(`/${span}`);
    return [isThere ? undefined : `no file is called ${span}`];
  }
  const isName = /^(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+(?:[A-Z][a-z]+)*)(?:\.[a-z]\w*)*$/.test(span);
  return [
    isName && !new RegExp(`\\b${span.replaceAll('.', '\\W+')}\\b`).test(code) ? `the code has no ${span}` : undefined,
  ];
}
