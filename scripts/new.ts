import { mkdirSync } from 'node:fs';
import { SlugTakenError, writeNewArticle } from '../src/engine/import/new-article.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'new',
    usage: '-- "عنوان" [--content DIR --section NAME --source NAME --author NAME --now ISO --config FILE]',
    summary: `Creates a new article: writes its file, a draft, and prints the path. (پروندهٔ یک خبر تازه می‌سازد.)

The file is content/articles/<year>/<month>/<slug>.md, with all required fields. No file is overwritten; if the address
is taken, the exit code is 1. With --lang fa, the names of the fields are Persian.`,
    flags: {
      content: 'the content folder (content)',
      section: 'one of the sections of the settings, by name or slug',
      source: 'the source (the newspaper itself)',
      now: 'the date and hour of the article (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    lists: { author: 'an author' },
    takesWords: true,
  },
  async ({ flags, lists, words }) => {
    const [title, ...more] = words;
    if (title === undefined) {
      throw new UsageError(
        'Expected a title, as in: npm run new -- "عنوان خبر"',
        'تیتر لازم است، مانند: npm run new -- "عنوان خبر"',
      );
    }
    if (more.length > 0) {
      throw new UsageError(
        `Expected one title in quotation marks.\n  Write: npm run new -- "${words.join(' ')}"`,
        `تیتر باید میان دو نشان " بیاید.\n  بنویسید: npm run new -- "${words.join(' ')}"`,
      );
    }
    if (flags['content'] !== undefined) mkdirSync(flags['content'], { recursive: true });
    const { content, config, now } = await readOptions(flags);
    const { section, source } = flags;
    try {
      console.log(
        await writeNewArticle({
          title,
          content,
          config,
          section,
          source,
          authors: lists['author'] ?? [],
          names: flags['lang'] === 'fa' ? 'fa' : 'en',
          now,
        }),
      );
      return 0;
    } catch (error) {
      if (!(error instanceof SlugTakenError)) throw error;
      console.error((flags['lang'] ?? config.messages) === 'fa' ? error.persian : error.message);
      return 1;
    }
  },
);
