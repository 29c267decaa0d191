import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { UsageError } from '../src/engine/base/errors.ts';
import { projectFolder } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';
import { findMutants, guardLoops } from './mutate/find-mutants.ts';

/** The module that is replaced while tests run. */
const mutated = { file: '', code: '' };

await runCommand(
  {
    name: 'mutate',
    usage: 'PATH…',
    summary:
      'Breaks modules of src/ in one place at a time and lists the changes that their unit tests do not notice. (کد را هر بار در یک جا می‌شکند و فهرست می‌کند که آزمون‌ها کدام را ندیدند.)',
    flags: {},
    takesWords: true,
  },
  async ({ words }) => {
    const files = words.flatMap(modulesBelow);
    if (files.length === 0) throw new UsageError('Expected files or folders below src/ that hold TypeScript.');
    const vitest = await startVitest();
    let survivors = 0;
    for (const file of files) survivors += await mutateModule(vitest, file);
    await vitest.close();
    console.log(`${survivors} survived.`);
    return survivors > 0 ? 1 : 0;
  },
);

function modulesBelow(path: string): string[] {
  const place = resolve(path);
  if (!statSync(place, { throwIfNoEntry: false })) throw new UsageError(`There is no ${path}.`);
  if (statSync(place).isFile()) return [place];
  return globSync('**/*.ts', { cwd: place })
    .map((name) => join(place, name))
    .toSorted();
}

function startVitest(): Promise<Vitest> {
  const source = join(projectFolder, 'src/');
  const replace = {
    name: 'mutants',
    enforce: 'pre' as const,
    // A mutant can also cause endless loops in other modules.
    transform: (code: string, id: string) => {
      if (id === mutated.file) return mutated.code;
      return id.startsWith(source) && id.endsWith('.ts') ? guardLoops(id, code) : code;
    },
  };
  return createVitest(
    'test',
    {
      config: false,
      root: projectFolder,
      watch: false,
      bail: 1,
      reporters: [{}],
      include: ['tests/{client,core,engine}/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
    { plugins: [replace] },
  );
}

/** Run the tests of a module with each of its mutants, and print those that pass. */
async function mutateModule(vitest: Vitest, file: string): Promise<number> {
  const code = readFileSync(file, 'utf8');
  const mutants = findMutants(file, code);
  const tests = await testsOf(vitest, file);
  const name = relative(projectFolder, file);
  if (tests.length === 0) {
    console.log(`${name}: no test imports it (${mutants.length} mutants)`);
    return mutants.length;
  }
  let survivors = 0;
  for (const { line, before, after, code: changed } of [{ line: 0, before: '', after: '', code }, ...mutants]) {
    Object.assign(mutated, { file, code: changed });
    vitest.invalidateFile(file);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests);
    // The results include those of earlier modules.
    const own = testModules.filter(({ moduleId }) => tests.some((test) => test.moduleId === moduleId));
    const passes = unhandledErrors.length === 0 && own.every((module) => module.ok());
    if (line === 0 && !passes) throw new UsageError(`The tests of ${name} fail without any change.`);
    if (line === 0 || !passes) continue;
    survivors++;
    console.log(`${name}:${line}  ${oneLine(before)}  →  ${oneLine(after)}`);
  }
  // The next module may import this one.
  Object.assign(mutated, { file: '', code: '' });
  vitest.invalidateFile(file);
  console.log(`${name}: ${mutants.length - survivors} of ${mutants.length} noticed`);
  return survivors;
}

/** The unit tests that import a module themselves. */
async function testsOf(vitest: Vitest, file: string): Promise<TestSpecification[]> {
  const tests = await vitest.globTestSpecifications();
  return tests.filter(({ moduleId }) => {
    const imported = readFileSync(moduleId, 'utf8').matchAll(/from '(\.[^']+)'/g);
    return Array.from(imported, ([, path]) => resolve(dirname(moduleId), path!)).includes(file);
  });
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
