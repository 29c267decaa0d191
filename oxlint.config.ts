import { posix } from 'node:path';
import { defineConfig } from 'oxlint';
import rooms from './rooms.json' with { type: 'json' };

/** A set of imports that a file must not have, as a regular expression on the specifier. */
interface Restriction {
  regex: string;
  message: string;
}

type Layers = readonly (readonly string[])[];

interface Override {
  files: string[];
  rules: { 'no-restricted-imports': ['error', { patterns: Restriction[] }] };
}

/** What lies beside `core` and `engine`; the service of comments does not import the engine either. */
const notForEngine = [
  '\\.\\.',
  'admin',
  'client',
  'comments',
  'components',
  'config\\.ts',
  'layouts',
  'custom',
  'own',
  'pages',
  'site\\.ts',
  'styles',
  'theme',
];

/** What a folder of `src` with rooms may not import from outside, besides what is not in `src`. */
const closedTo = {
  core: [''],
  engine: notForEngine,
  comments: notForEngine.map((name) => (name === 'comments' ? 'engine' : name)),
};

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['dist', '.cache', '.astro', 'node_modules', 'tests/golden', 'tests/golden-import'],
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'off',
    'import/no-unassigned-import': 'off',
    'no-await-in-loop': 'off',
    'oxc/no-map-spread': 'off',
    'import/no-named-as-default-member': 'off',
    'no-underscore-dangle': 'off',
    'no-shadow': 'off',
    'no-console': 'off',
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-eval': 'error',
    'no-param-reassign': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/consistent-function-scoping': 'off',
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    {
      files: ['src/core/**/*.ts'],
      rules: {
        'no-restricted-globals': ['error', 'globalThis', 'process', 'window', 'document', 'fetch', 'Buffer'],
      },
    },
    ...orderOf('core', rooms.core, [
      { regex: '^(node:|astro(/|:|$)|vite$)', message: 'core is pure: it imports core and pure npm packages only.' },
    ]),
    ...orderOf('engine', rooms.engine, []),
    ...orderOf('comments', rooms.comments, []),
    restrict(
      ['src/pages/**'],
      ['engine', 'comments', 'scripts'],
      'Pages import site.ts, core, layouts and components.',
    ),
    restrict(
      ['src/theme/**'],
      ['engine', 'comments', 'pages', 'scripts'],
      'The theme page imports site.ts, core, layouts and components.',
    ),
    restrict(
      ['src/layouts/**'],
      ['site.ts', 'config.ts', 'engine', 'comments', 'pages', 'scripts'],
      'Layouts get props; they import core, components and client scripts.',
    ),
    restrict(
      ['src/components/**'],
      ['site.ts', 'config.ts', 'engine', 'comments', 'pages', 'layouts', 'scripts'],
      'Components get props; they import core, components and client scripts.',
    ),
    restrict(
      ['src/client/**/*.ts'],
      ['site.ts', 'config.ts', 'engine', 'comments', 'pages', 'layouts', 'components', 'scripts'],
      'Scripts of the browser import core and each other.',
    ),
    restrict(
      ['src/admin/**/*.ts'],
      ['site.ts', 'config.ts', 'engine', 'comments', 'client', 'pages', 'layouts', 'components', 'scripts'],
      'The editor imports core, its own files, and fonts and styles.',
    ),
    // Workers have no origin to name.
    { files: ['src/admin/check/*.ts'], rules: { 'unicorn/require-post-message-target-origin': 'off' } },
    { files: ['tests/**'], rules: { 'max-lines': 'off' } },
  ],
});

/**
 * Hold the rooms of a folder of `src` to their order in `rooms.json`: a room imports from lower layers only, and from
 * outside the folder nothing but `core`.
 */
function orderOf(folder: 'core' | 'engine' | 'comments', layers: Layers, others: readonly Restriction[]): Override[] {
  return layers.flatMap((layer, level) =>
    layer.map((room) => {
      const lower = layers.slice(level + 1).flat();
      const closed = layers.flat().filter((other) => other !== room && !lower.includes(other));
      const folders = closed.map((other) => posix.join('.', posix.relative(room, other)));
      const names = folders.map((path) => escapeDots(path.startsWith('.') ? path : `./${path}`));
      const order: Restriction = {
        regex: `^(${names.join('|')})/[^/]+$`,
        message: `${posix.join(folder, room)} may import from: ${lower.join(', ') || 'no other room'} (rooms.json).`,
      };
      const outside: Restriction = {
        regex: `^${escapeDots(posix.relative(room, '..'))}/(${closedTo[folder].join('|')})`,
        message: folder === 'core' ? 'core imports core only.' : `${folder} imports core and ${folder} only.`,
      };
      return {
        files: [`src/${posix.join(folder, room)}/*.ts`],
        rules: forbidImports([...others, order, outside]),
      };
    }),
  );
}

/** Close parts of `src` and Node's own modules to files outside `core` and `engine`. */
function restrict(files: string[], parts: readonly string[], message: string): Override {
  const regex = `^node:|^(\\.\\./)+(${parts.map(escapeDots).join('|')})(/|$)`;
  return { files, rules: forbidImports([{ regex, message }]) };
}

function forbidImports(patterns: Restriction[]): Override['rules'] {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

function escapeDots(path: string): string {
  return path.replaceAll('.', '\\.');
}
