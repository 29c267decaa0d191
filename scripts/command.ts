import { parseArgs } from 'node:util';
import { readOptions, UsageError } from '../src/build/options.ts';
import { ContentError, formatProblem, type MessageLanguage } from '../src/core/problem.ts';

/** What a command can be given; shown by `--help`. */
export interface CommandHelp {
  /** As in `npm run <name>`. */
  name: string;
  /** What may follow the name. */
  usage: string;
  summary: string;
  /** Flags that take a value, with their meaning. `--lang` and `--help` are added. */
  flags: Readonly<Record<string, string>>;
  /** Flags without a value. */
  switches?: Readonly<Record<string, string>>;
  /** Flags that may be given several times. */
  lists?: Readonly<Record<string, string>>;
  /** Whether words that are no flags may follow. */
  takesWords?: boolean;
}

/** What a command was given. */
export interface CommandInput {
  flags: Readonly<Record<string, string | undefined>>;
  switches: Readonly<Record<string, boolean | undefined>>;
  lists: Readonly<Record<string, readonly string[] | undefined>>;
  words: readonly string[];
}

/** Run a command and set the exit code: 0 done, 1 problems in the content, 2 wrong use. `run` may give another one. */
export async function runCommand(
  help: CommandHelp,
  run: (input: CommandInput) => Promise<number | void>,
): Promise<void> {
  let input: CommandInput | undefined;
  try {
    input = readInput(help);
    if (input.switches['help']) console.log(formatHelp(help));
    else process.exitCode = (await run(input)) ?? 0;
  } catch (error) {
    process.exitCode = await explain(error, help, input);
  }
}

/**
 * Print the problems of a content, then their number.
 *
 * @returns The exit code.
 */
export function printProblems({ problems }: ContentError, language: MessageLanguage): number {
  for (const problem of problems) console.error(formatProblem(problem, language));
  const files = new Set(problems.map(({ file }) => file)).size;
  console.error(
    language === 'fa'
      ? `\n${problems.length.toLocaleString('fa-IR')} اشکال در ${files.toLocaleString('fa-IR')} پرونده.`
      : `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
  );
  return 1;
}

function readInput({ flags, switches = {}, lists = {}, takesWords = false }: CommandHelp): CommandInput {
  try {
    const { values, positionals } = parseArgs({
      options: {
        ...Object.fromEntries(Object.keys(flags).map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(Object.keys(switches).map((name) => [name, { type: 'boolean' as const }])),
        ...Object.fromEntries(Object.keys(lists).map((name) => [name, { type: 'string' as const, multiple: true }])),
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: takesWords,
    });
    if (!/^(?:fa|en)$/.test(values.lang ?? 'en'))
      throw new UsageError(`--lang: expected fa or en, found «${values.lang}».`);
    const entries: [string, unknown][] = Object.entries(values);
    return {
      flags: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      switches: Object.fromEntries(
        entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
      ),
      lists: Object.fromEntries(entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))),
      words: positionals,
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function explain(error: unknown, help: CommandHelp, input: CommandInput | undefined): Promise<number> {
  if (error instanceof ContentError) return printProblems(error, await messageLanguage(input));
  if (error instanceof UsageError) {
    console.error(`${error.message}
  See: npm run ${help.name} -- --help`);
    return 2;
  }
  console.error(error);
  return 1;
}

async function messageLanguage(input: CommandInput | undefined): Promise<MessageLanguage> {
  const asked = input?.flags['lang'];
  if (asked === 'fa' || asked === 'en') return asked;
  const { config } = await readOptions(input?.flags ?? {});
  return config.messages;
}

function formatHelp({ name, usage, summary, flags, switches = {}, lists = {} }: CommandHelp): string {
  const rows = [
    ...Object.entries(flags).map(([name, meaning]) => [`--${name} …`, meaning]),
    ...Object.entries(lists).map(([name, meaning]) => [`--${name} …`, `${meaning}; may be given several times`]),
    ...Object.entries(switches).map(([name, meaning]) => [`--${name}`, meaning]),
    ['--lang fa|en', 'the language of messages (as in src/config.ts)'],
    ['--help', 'this text'],
  ] as const;
  const exitCodes = 'Exit codes: 0 done, 1 problems in the content, 2 wrong use.';
  return [
    `Usage: npm run ${name} ${usage}`,
    '',
    summary,
    '',
    ...rows.map(([flag, meaning]) => `  ${flag.padEnd(16)} ${meaning}`),
    '',
    exitCodes,
  ].join('\n');
}
