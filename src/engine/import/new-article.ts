import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MessageLanguage } from '../../core/problems/problem.ts';
import { fieldName, formatArticleFile, monthFolder } from '../../core/import/article-file.ts';
import type { SectionConfig, SiteConfig } from '../../core/config/site-config.ts';
import { dateAt } from '../../core/dates/news-date.ts';
import { cleanLine, cleanTitle } from '../../core/import/text.ts';
import { readSlug } from '../../core/content/file-names.ts';
import { findSection } from '../../core/config/sections.ts';
import { byteLength, maxSlugBytes, slugify } from '../../core/text/slug.ts';
import { displayName, findMarkdownFiles } from '../content/find-files.ts';
import { articlesFolder } from '../base/options.ts';
import { UsageError } from '../base/errors.ts';

/** Input for a new article. */
export interface NewArticleOptions {
  title: string;
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  /** Name or slug of a section. */
  section?: string | undefined;
  /** Defaults to the newspaper itself. */
  source?: string | undefined;
  authors: readonly string[];
  /** Language of the field names; English by default. */
  names?: MessageLanguage | undefined;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
}

/** A file would be overwritten, or would share its address. */
export class SlugTakenError extends Error {
  readonly persian: string;

  constructor(message: string, persian: string) {
    super(message);
    this.persian = persian;
  }
}

/**
 * Write the file of a new article, a draft with all required fields, and return its path.
 *
 * @throws UsageError if the title yields no slug, or the section is unknown.
 * @throws SlugTakenError naming the file that already has the address.
 */
export async function writeNewArticle(options: NewArticleOptions): Promise<string> {
  const { content, config, source, authors, now, names = 'en' } = options;
  const title = cleanTitle(options.title);
  const slug = readableSlug(title);
  const section = options.section === undefined ? undefined : readSection(options.section, config.sections);
  const folder = await newArticlesFolder(content);
  await refuseTaken(slug, folder, content);
  const date = dateAt(now - (now % 60_000));
  const path = join(folder, monthFolder(date.jalali), `${slug}.md`);
  const text = formatArticleFile({
    title,
    date,
    tags: [],
    source: { name: cleanLine(source ?? '') || config.name },
    section: section?.name,
    authors,
    draft: true,
    names,
    hints: hintsFor(config, section === undefined, authors.length === 0, names),
    body: '',
  });
  writeNewFile(path, text);
  return displayName(path);
}

/** Folder for new articles: `articles`, unless the content folder itself contains articles. */
export async function newArticlesFolder(content: string): Promise<string> {
  const folder = articlesFolder(content);
  if (folder !== content) return folder;
  const { files } = await findMarkdownFiles(content, content);
  return files.length > 0 ? content : join(content, 'articles');
}

/** Write a file that must not exist yet. @throws SlugTakenError if it does. */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new SlugTakenError(
      `${displayName(path)} already exists.\n  Open that file, or choose another title.`,
      `${displayName(path)} از پیش هست.\n  همان پرونده را باز کنید یا تیتر دیگری برگزینید.`,
    );
  }
}

function readableSlug(title: string): string {
  const slug = slugify(title);
  const bytes = byteLength(slug);
  const limit = maxSlugBytes - '.md'.length;
  if (slug === '') {
    throw new UsageError(
      `title: expected letters or digits, to make an address of, found «${title}».\n  Write a title in words.`,
      `تیتر باید حرف یا رقمی داشته باشد که نشانی خبر از آن ساخته شود، نه «${title}».\n  تیتری با واژه بنویسید.`,
    );
  }
  if (bytes > limit) {
    throw new UsageError(
      `title: its address has ${bytes} bytes; at most ${limit} are possible.\n` +
        '  Give a shorter title (a Persian letter takes 2 bytes); the field «title» can be changed in the file.',
      `نشانی‌ای که از تیتر ساخته می‌شود ${bytes} بایت دارد و بیش از ${limit} بایت ممکن نیست.\n` +
        '  تیتر کوتاه‌تری بدهید (هر حرف فارسی ۲ بایت است)؛ تیتر را سپس در پرونده می‌توان عوض کرد.',
    );
  }
  return slug;
}

function readSection(name: string, sections: readonly SectionConfig[]): SectionConfig {
  const found = findSection(name, sections);
  if (found) return found;
  const known = sections.map((section) => `${section.name} (${section.slug})`).join('، ');
  throw new UsageError(
    `--section: there is no section «${name}».\n  Write one of: ${known}`,
    `‎--section: سرویسی به نام «${name}» نیست.\n  یکی از این‌ها را بنویسید: ${known}`,
  );
}

async function refuseTaken(slug: string, folder: string, root: string): Promise<void> {
  const { files } = existsSync(folder) ? await findMarkdownFiles(folder, root) : { files: [] };
  const taken = files.find(({ name, bundle }) => readSlug(name, bundle).slug === slug);
  if (taken)
    throw new SlugTakenError(
      `${taken.name} has this address already.\n  Open that file, or choose another title.`,
      `نشانی این تیتر از آنِ ${taken.name} است.\n  همان پرونده را باز کنید یا تیتر دیگری برگزینید.`,
    );
}

function hintsFor(
  { sections }: SiteConfig,
  withSection: boolean,
  withAuthors: boolean,
  names: MessageLanguage,
): string[] {
  const name = (field: string): string => fieldName(field, names);
  const [src, alt] = ['src', 'alt'].map((field) => fieldName(field, names, 'image'));
  return [
    'هر فیلدی را که لازم دارید بنویسید و # را از آغاز آن بردارید:',
    `${name('kicker')}: روتیتر`,
    `${name('lead')}: چکیدهٔ خبر در یک یا دو جمله # بدون آن، بند نخست متن لید است`,
    ...(withSection
      ? [
          `${name('section')}: ${sections[0]?.name ?? ''} # یکی از: ${sections.map((section) => section.name).join('، ')}`,
        ]
      : []),
    ...(withAuthors ? [`${name('authors')}: [نام نویسنده]`] : []),
    `${name('image')}: {${src}: نام-پرونده.jpg, ${alt}: آنچه در تصویر دیده می‌شود}`,
    `${name('related')}: [نشانی-خبر-دیگر]`,
    `متن خبر را زیر خط --- بنویسید و برای انتشار، خط ${name('draft')} را حذف کنید.`,
  ];
}
