import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDocumentFaults, listDocuments, type Nameable, readNameable } from '../support/documents.ts';
import { repository } from '../support/folders.ts';
import rooms from '../../rooms.json' with { type: 'json' };

const documents = listDocuments();
const nameable = readNameable();
/** The most lines that the first documents anyone opens may have. */
const mostLines: Readonly<Record<string, number>> = { 'ARCHITECTURE.md': 150, 'README.md': 120, 'CONTRIBUTING.md': 90 };

/** Draw the rooms in the order of `rooms.json`; «.» is what lies at a folder's own door. */
function drawRooms(): string {
  const draw = (layers: readonly (readonly string[])[], door: string): string[] =>
    layers.map((layer) => `     ${layer.map((room) => (room === '.' ? door : room)).join('   ')}`);
  return [
    'scripts      the command line',
    '  │',
    '  ▼',
    'comments     takes readers’ comments in; a service beside the engine, which it does not import',
    ...draw(rooms.comments, 'service.ts'),
    '  │',
    '  ▼',
    'engine       everything that touches disk, threads or Astro',
    ...draw(rooms.engine, 'build.ts'),
    '  │',
    '  │     pages ──► layouts ──► components ──► client       what readers get; site.ts hands pages the model',
    '  │       │          │            │            │',
    '  ▼       ▼          ▼            ▼            ▼',
    'core         pure functions',
    ...draw(rooms.core, 'article.ts   urls.ts'),
  ].join('\n');
}

function read(document: string): string {
  return readFileSync(join(repository, document), 'utf8');
}

describe('documents', () => {
  it('are those of the root, of docs, and one in each room', () => {
    expect(documents).toEqual(expect.arrayContaining([...Object.keys(mostLines), 'docs/fa/writers.md']));
    const rooms = new Set(
      nameable.files.map((file) => /^src\/(?:core|engine|comments)\/(?:\w[\w-]*\/)+/.exec(file)?.[0]),
    );
    expect([...rooms].filter((room) => room && !documents.includes(`${room}README.md`))).toEqual([]);
  });

  // A history names what is no longer there.
  it.each(documents.filter((document) => document !== 'CHANGELOG.md'))('%s names only what exists', (document) => {
    expect(findDocumentFaults(document, read(document), nameable)).toEqual([]);
  });

  it('draw the rooms as the linter holds them', () => {
    const block = /(?<=<!-- rooms -->\n```\n).*?(?=\n```\n<!-- \/rooms -->)/s;
    const [text, drawn] = [read('ARCHITECTURE.md'), drawRooms()];
    if (process.env['UPDATE'] === '1')
      writeFileSync(
        join(repository, 'ARCHITECTURE.md'),
        text.replace(block, () => drawn),
      );
    expect(block.exec(text)?.[0]).toBe(drawn);
  });

  it('describe every npm script', () => {
    const commands = read('docs/commands.md');
    const names = Object.keys(nameable.scripts).filter((name) => !/^(?:lint:|(?:pre|post)install$)/.test(name));
    expect(names.filter((name) => !new RegExp(`npm (?:run )?${name}\\b(?!:)|\`${name}\``).test(commands))).toEqual([]);
  });

  it.each(Object.entries(mostLines))('%s has at most %i lines', (document, most) => {
    expect(read(document).trimEnd().split('\n').length).toBeLessThanOrEqual(most);
  });
});

describe('faults of documents', () => {
  const house: Nameable = {
    read: (path) =>
      ({
        'docs/deploy.md': '# A\n\n## Old «addresses», kept\n\n## A\n',
        'src/core/a.ts': '',
        'src/core': '',
        'tests/core': '',
      })[path],
    scripts: { check: 'node scripts/check.ts', lint: 'oxlint', 'bench:search': 'node scripts/bench/search.ts' },
    code: "export function buildSite() { process.env['SEED'] }",
    files: ['src/core/a.ts', 'tests/core/a.test.ts'],
  };
  const faultsOf = (text: string): string[] => findDocumentFaults('README.md', text, house);

  it('are none where everything exists', () => {
    const text = [
      'See [a](docs/deploy.md#old-addresses-kept), [b](docs/deploy.md#a-1), [c](https://example.org/gone) and `src/core/a.ts`.',
      '`core/a.ts`, `a.ts`, `src/core/*.ts`, `src/core/…`, `content/articles/gone.md`, `buildSite`, `bench:search`, `-- --strict`.',
      '```sh\nnpm run --silent check -- --fix=all --content DIR && npm run lint\nSEED=1 npx vitest run tests/core\n```',
    ];
    expect(faultsOf(text.join('\n\n'))).toEqual([]);
  });

  it.each([
    ['[a](docs/gone.md)', 'the link docs/gone.md leads nowhere'],
    ['<img src="docs/gone.webp">', 'the link docs/gone.webp leads nowhere'],
    ['[a](docs/deploy.md#gone)', 'docs/deploy.md has no heading #gone'],
    ['[a][b]\n\n[b]: docs/gone.md', 'the link docs/gone.md leads nowhere'],
    ['`src/core/gone.ts`', 'the path src/core/gone.ts does not exist'],
    ['`src/gone/*.ts`', 'the path src/gone/*.ts does not exist'],
    ['`core/gone.ts`', 'the path core/gone.ts does not exist'],
    ['```\nsrc/gone ─► src/core\n```', 'the path src/gone does not exist'],
    ['`npm run gone`', 'there is no npm run gone'],
    ['`npm run check -- --gone`', 'npm run check has no --gone'],
    ['`bench:gone`', 'there is no npm run bench:gone'],
    ['`-- --gone`', 'no command has --gone'],
    ['`npx vitest run src/core`', 'no test is found by src/core'],
    ['`GONE=1 npx vitest run tests/core`', 'no test reads GONE'],
    ['`gone.ts`', 'no file is called gone.ts'],
    ['`goneFunction`', 'the code has no goneFunction'],
  ])('are found in %s', (text, fault) => {
    expect(faultsOf(text)).toEqual([`README.md: ${fault}`]);
  });
});
