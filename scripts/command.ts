import { parseArgs } from 'node:util';
import { readOptions } from '../src/engine/base/options.ts';
import { ConfigError, UsageError } from '../src/engine/base/errors.ts';
import { explainError } from '../src/engine/report.ts';
import type { MessageLanguage } from '../src/core/problems/problem.ts';

/** The interface of a command; shown by `--help`. */
export interface CommandHelp {
  /** As in `npm run <name>`. */
  name: string;
  /** Arguments after the name. */
  usage: string;
  summary: string;
  /** Flags with a value, and their meaning. `--lang` and `--help` are added. */
  flags: Readonly<Record<string, string>>;
  /** Flags with a fixed set of values. */
  choices?: Readonly<Record<string, Choice>>;
  /** Flags without a value. */
  switches?: Readonly<Record<string, string>>;
  /** Flags that may be repeated. */
  lists?: Readonly<Record<string, string>>;
  /** Whether positional arguments are allowed. */
  takesWords?: boolean;
}

/** A flag with a fixed set of values. */
export interface Choice {
  values: readonly string[];
  /** The value of the flag if it is given without one. */
  bare?: string;
  meaning: string;
}

/** The parsed arguments of a command. */
export interface CommandInput {
  /** Including choices. */
  flags: Readonly<Record<string, string | undefined>>;
  switches: Readonly<Record<string, boolean | undefined>>;
  lists: Readonly<Record<string, readonly string[] | undefined>>;
  words: readonly string[];
}

/**
 * Run a command, and set the exit code: 0 success, 1 problems in the content, 2 invalid usage. `run` may return another
 * one.
 */
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

const language: Choice = { values: ['fa', 'en'], meaning: 'the language of messages (as in src/config.ts)' };

function readInput({ flags, switches = {}, lists = {}, takesWords = false, ...help }: CommandHelp): CommandInput {
  const choices: Readonly<Record<string, Choice>> = { ...help.choices, lang: language };
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).map((word) => completeChoice(word, choices)),
      options: {
        ...Object.fromEntries(
          [...Object.keys(flags), ...Object.keys(choices)].map((name) => [name, { type: 'string' as const }]),
        ),
        ...Object.fromEntries(Object.keys(switches).map((name) => [name, { type: 'boolean' as const }])),
        ...Object.fromEntries(Object.keys(lists).map((name) => [name, { type: 'string' as const, multiple: true }])),
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: takesWords,
    });
    const entries: [string, unknown][] = Object.entries(values);
    for (const [name, value] of entries) checkChoice(name, value, choices[name]);
    return {
      flags: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      switches: Object.fromEntries(
        entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
      ),
      lists: Object.fromEntries(entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))),
      words: positionals,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError((error as Error).message, persianUsage((error as Error).message));
  }
}

/** Add the default value to a flag that may be given without one. */
function completeChoice(word: string, choices: Readonly<Record<string, Choice>>): string {
  const bare = word.startsWith('--') ? choices[word.slice(2)]?.bare : undefined;
  return bare === undefined ? word : `${word}=${bare}`;
}

function checkChoice(name: string, value: unknown, choice: Choice | undefined): void {
  if (choice === undefined || choice.values.includes(String(value))) return;
  throw new UsageError(
    `--${name}: expected ${choice.values.join(' or ')}, found «${String(value)}».`,
    `‎--${name}: یکی از ${choice.values.join('، ')} لازم است، نه «${String(value)}».`,
  );
}

async function explain(error: unknown, help: CommandHelp, input: CommandInput | undefined): Promise<number> {
  const language = await messageLanguage(input);
  console.error(explainError(error, language) ?? error);
  if (!(error instanceof UsageError)) return 1;
  const see = language === 'fa' ? 'راهنما' : 'See';
  if (!(error instanceof ConfigError)) console.error(`  ${see}: npm run ${help.name} -- --help`);
  return 2;
}

/** Translate an error message of Node's argument parser into Persian; `undefined` if it is unknown. */
function persianUsage(message: string): string | undefined {
  const [, unknown] = /^Unknown option '([^']+)'/.exec(message) ?? [];
  if (unknown !== undefined) return `گزینه‌ای به نام «${unknown}» نیست.`;
  const [, bare] = /^Option '([^' ]+)[^']*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (bare !== undefined) return `گزینهٔ «${bare}» مقدار لازم دارد.`;
  const [, word] = /^Unexpected argument '([^']*)'/.exec(message) ?? [];
  return word === undefined ? undefined : `این دستور جز گزینه‌ها چیزی نمی‌گیرد، اما «${word}» نوشته شده است.`;
}

function pickConfig(flags: CommandInput['flags'] = {}): { config?: string | undefined } {
  return { config: flags['config'] };
}

async function messageLanguage(input: CommandInput | undefined): Promise<MessageLanguage> {
  // Even invalid arguments may contain the language.
  const asked = input?.flags['lang'] ?? /(?:^| )--lang[ =](fa|en)(?: |$)/.exec(process.argv.slice(2).join(' '))?.[1];
  if (asked === 'fa' || asked === 'en') return asked;
  try {
    const { config } = await readOptions(pickConfig(input?.flags));
    return config.messages;
  } catch (error) {
    return error instanceof ConfigError && error.language === 'fa' ? 'fa' : 'en';
  }
}

function formatHelp({ name, usage, summary, flags, choices = {}, switches = {}, lists = {} }: CommandHelp): string {
  const choose = ({ values, bare }: Choice): string =>
    bare === undefined ? ` ${values.join('|')}` : `[=${values.join('|')}]`;
  const rows = [
    ...Object.entries(flags).map(([name, meaning]) => [`--${name} …`, meaning]),
    ...Object.entries(lists).map(([name, meaning]) => [`--${name} …`, `${meaning}; may be given several times`]),
    ...Object.entries({ ...choices, lang: language }).map(([name, choice]) => [
      `--${name}${choose(choice)}`,
      choice.meaning,
    ]),
    ...Object.entries(switches).map(([name, meaning]) => [`--${name}`, meaning]),
    ['--help', 'this text'],
  ] as const;
  return [
    `Usage: npm run ${name} ${usage}`,
    '',
    summary,
    '',
    ...rows.map(([flag, meaning]) => `  ${flag.padEnd(26)} ${meaning}`),
    '',
    'Exit codes: 0 done, 1 problems in the content, 2 wrong use.',
  ].join('\n');
}
