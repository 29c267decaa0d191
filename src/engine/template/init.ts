import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillConfigFile, type FirstSettings, suspendFooterLinks } from '../../core/config/config-file.ts';
import { findConfigFaults, type SiteConfig } from '../../core/config/site-config.ts';
import { dateAt } from '../../core/dates/news-date.ts';
import { formatArticleFile, monthFolder } from '../../core/import/article-file.ts';
import { cutSlug, slugify } from '../../core/text/slug.ts';
import { findContentFiles } from '../content/load-content.ts';
import { writeNewFile } from '../import/new-article.ts';
import { readUnchangedConfig, type RemovedSample, removeSample } from './sample.ts';

/** The result of `npm run init`. Paths are relative to the project. */
export interface InitResult extends RemovedSample {
  /** Whether `src/config.ts` was written: only if it still had the settings of the sample. */
  wroteConfig: boolean;
  /** The first article; written only where there is no other. */
  article?: string | undefined;
}

/**
 * Check the answers by the rules of the configuration.
 *
 * @returns One sentence for each fault, without the name of the setting.
 */
export function faultsOf(config: SiteConfig, answers: Partial<FirstSettings>): string[] {
  const names = Object.keys(answers);
  return findConfigFaults({ ...config, ...answers })
    .filter((fault) => names.some((name) => fault.startsWith(`${name}:`) || fault.startsWith(`${name}.`)))
    .map((fault) => fault.slice(fault.indexOf(': ') + 2));
}

/**
 * Turn the template into a newsroom's own project: its settings, no sample, a first article. Files of the newsroom are
 * never changed or removed, so that a second run does nothing.
 *
 * @param settings Written only where `src/config.ts` still has those of the sample.
 * @param now Milliseconds since 1970-01-01T00:00Z.
 */
export async function initNewspaper(project: string, settings: FirstSettings, now: number): Promise<InitResult> {
  const sample = readUnchangedConfig(project);
  const wroteConfig = sample !== undefined;
  const { removed, kept } = removeSample(project);
  const pages = removed.flatMap((file) => /^content\/pages\/([^/]+)\.md$/.exec(file)?.[1] ?? []);
  if (wroteConfig) {
    const text = suspendFooterLinks(fillConfigFile(sample, settings), pages);
    writeFileSync(join(project, 'src/config.ts'), text);
  }
  const article = await writeFirstArticle(project, settings.name, now);
  return { removed, kept, wroteConfig, article };
}

async function writeFirstArticle(project: string, name: string, now: number): Promise<string | undefined> {
  const { tasks } = await findContentFiles(join(project, 'content'));
  if (tasks.some(({ kind }) => kind === 'article')) return undefined;
  const title = `${name} آغاز به کار کرد`;
  const date = dateAt(now - (now % 60_000));
  const file = `content/articles/${monthFolder(date.jalali)}/${cutSlug(slugify(title), 120)}.md`;
  const text = formatArticleFile({
    title,
    date,
    tags: [],
    source: { name },
    hints: [
      'این خبر را به سلیقهٔ خود بنویسید یا پاک کنید.',
      'خبر تازه: npm run new -- "عنوان" ؛ دیدن سایت: npm run dev',
    ],
    body: `از امروز خبرهای ${name} را در این نشانی بخوانید.\n\nبرای باخبر شدن از خبرهای تازه، خوراک این سایت را دنبال کنید.`,
  });
  if (!existsSync(join(project, file))) writeNewFile(join(project, file), text);
  return file;
}
