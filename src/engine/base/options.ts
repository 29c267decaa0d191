import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findFontFaults } from './own-fonts.ts';
import { findConfigFaults, type SiteConfig } from '../../core/config/site-config.ts';
import { faultInPersian } from '../../core/config/fault-words.ts';
import type { MessageLanguage } from '../../core/problems/problem.ts';
import { parseDate } from '../../core/dates/news-date.ts';
import { findBrand } from './brand-files.ts';
import { findPodcastFaults } from './podcast-file.ts';
import { ConfigError, UsageError } from './errors.ts';
import { isWithin } from './paths.ts';

/** Where a build reads and writes, and its moment in time. Paths are absolute. */
export interface BuildOptions {
  content: string;
  /** Folder of files that are published unchanged. */
  publicFolder: string;
  out: string;
  config: SiteConfig;
  /** Path of the configuration's file. */
  configFile: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Omit the newsroom's own code: `src/custom/` and `src/styles/own.css`. */
  plain: boolean;
}

/** Options of a single build. */
export interface BuildSettings extends BuildOptions {
  /** Language of the build's messages; that of the configuration if absent. */
  language?: MessageLanguage | undefined;
  /** Treat warnings as problems. */
  strict?: boolean;
  /** Ignore everything that earlier builds cached. */
  clean?: boolean;
  /** Replace the output folder even if it was not made by a build, or if no article is left. */
  force?: boolean;
  /** Make only one shard of the files. */
  shard?: Shard | undefined;
}

/** One of several machines that build a site together. */
export interface Shard {
  /** Position among the shards, from 1. */
  number: number;
  of: number;
}

/** Values of a command's flags, as text. */
export interface BuildFlags {
  content?: string | undefined;
  public?: string | undefined;
  out?: string | undefined;
  now?: string | undefined;
  config?: string | undefined;
  plain?: boolean | undefined;
  /** Write compressed files too, regardless of the configuration. */
  precompress?: boolean | undefined;
}

/** The root folder of the project. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Convert flags to options.
 *
 * @throws UsageError naming the flag with an invalid value.
 */
export async function readOptions(flags: BuildFlags): Promise<BuildOptions> {
  const content = resolve(flags.content ?? join(projectFolder, 'content'));
  if (!existsSync(content) || !statSync(content).isDirectory()) {
    throw new UsageError(`--content: there is no folder ${content}.`, `‎--content: پوشهٔ ${content} نیست.`);
  }
  const publicFolder = resolve(flags.public ?? join(projectFolder, 'public'));
  if (flags.public !== undefined && !existsSync(publicFolder)) {
    throw new UsageError(`--public: there is no folder ${publicFolder}.`, `‎--public: پوشهٔ ${publicFolder} نیست.`);
  }
  const configFile = resolve(flags.config ?? join(projectFolder, 'src/config.ts'));
  const named = resolve(flags.out ?? join(projectFolder, 'dist'));
  // A symbolic link is kept: its target is replaced.
  const out = existsSync(named) ? realpathSync(named) : named;
  checkOutput(out, content, publicFolder);
  const config = await loadConfig(configFile);
  return {
    content,
    publicFolder,
    out,
    configFile,
    config: flags.precompress ? withPrecompressed(config) : config,
    now: readMoment(flags.now),
    plain: flags.plain ?? false,
  };
}

/**
 * Look at the files of the newspaper's fonts and of its brand, which pages and icons are made of.
 *
 * @throws ConfigError naming those that are missing or can't be shown.
 */
export function withOwnFiles<Options extends BuildOptions>(options: Options): Options {
  const { config, configFile, publicFolder } = options;
  checkFonts(config, configFile, publicFolder);
  const { brand, faults } = findBrand(config, publicFolder);
  refuseFaults([...faults, ...findPodcastFaults(config, publicFolder)], configFile, config.messages);
  return { ...options, config: { ...config, foundBrand: brand } };
}

/**
 * Folder of the articles: `articles` in the content folder, or the content folder itself if it has neither `articles`
 * nor `pages`.
 */
export function articlesFolder(content: string): string {
  const own = join(content, 'articles');
  return existsSync(own) || existsSync(join(content, 'pages')) ? own : content;
}

function withPrecompressed(config: SiteConfig): SiteConfig {
  return { ...config, hosting: { ...config.hosting, precompress: true } };
}

async function importConfig(file: string): Promise<{ config?: SiteConfig }> {
  try {
    return (await import(pathToFileURL(file).href)) as { config?: SiteConfig };
  } catch (error) {
    throw new ConfigError(`${file} can’t be read: ${(error as Error).message}${excerptOf(error as Error)}`);
  }
}

// The output folder is replaced as a whole, so it must not contain or overlap anything else.
function checkOutput(out: string, content: string, publicFolder: string): void {
  for (const folder of [content, publicFolder, projectFolder]) {
    if (isWithin(folder, out)) {
      throw new UsageError(
        `--out: ${out} would be replaced, and ${resolve(folder)} with it. Choose a separate folder.`,
        `‎--out: ${out} جایگزین می‌شود و ${resolve(folder)} هم با آن از میان می‌رود. پوشهٔ جداگانه‌ای برگزینید.`,
      );
    }
  }
  const kept = [
    content,
    publicFolder,
    ...['src', 'scripts', 'tests', 'public', 'node_modules', '.git'].map((name) => join(projectFolder, name)),
  ];
  const inside = kept.find((folder) => isWithin(out, folder));
  if (inside !== undefined) {
    throw new UsageError(
      `--out: ${out} is inside ${inside}. Choose a separate folder.`,
      `‎--out: ${out} درون ${inside} است. پوشهٔ جداگانه‌ای برگزینید.`,
    );
  }
  if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UsageError(
      `--out: ${out} is a file. Name a folder.`,
      `‎--out: ${out} پرونده است. نام یک پوشه را بنویسید.`,
    );
  }
}

async function loadConfig(file: string): Promise<SiteConfig> {
  if (!existsSync(file)) {
    throw new UsageError(`--config: there is no file ${file}.`, `‎--config: پروندهٔ ${file} نیست.`);
  }
  const { config } = await importConfig(file);
  if (!config) {
    throw new UsageError(
      `--config: ${file} does not export a value named «config».`,
      `‎--config: در ${file} مقداری به نام «config» صادر (export) نشده است.`,
    );
  }
  refuseFaults(findConfigFaults(config), file, config.messages);
  return config;
}

function checkFonts(config: SiteConfig, file: string, publicFolder: string): void {
  const faults = findFontFaults(config, publicFolder);
  if (faults.length === 0) return;
  const say = (language: 'en' | 'fa'): string => faults.map((fault) => `${file}: ${fault[language]}.`).join('\n');
  throw new ConfigError(say('en'), say('fa'), config.messages);
}

function refuseFaults(faults: readonly string[], file: string, language: MessageLanguage): void {
  if (faults.length === 0) return;
  const say = (fault: string): string => `${file}: ${fault}.`;
  throw new ConfigError(
    faults.map(say).join('\n'),
    faults.map((fault) => say(faultInPersian(fault))).join('\n'),
    language,
  );
}

// Node prints the location of a syntax error before the error's name.
function excerptOf({ name, stack = '' }: Error): string {
  const excerpt = stack.slice(0, Math.max(0, stack.indexOf(`\n${name}`))).trimEnd();
  return excerpt === '' || excerpt.startsWith(name) ? '' : `\n${excerpt}`;
}

function readMoment(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const date = parseDate(text);
  if (typeof date === 'string') {
    throw new UsageError(
      `--now: expected a date such as 2026-11-22T12:00:00+03:30, found «${text}».`,
      `‎--now: تاریخی مانند 2026-11-22T12:00:00+03:30 لازم است، نه «${text}».`,
    );
  }
  return date.epoch;
}
