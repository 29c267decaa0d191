import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeNewArticle } from '../src/build/new-article.ts';
import { readOptions, UsageError } from '../src/build/options.ts';

const help = `Usage: npm run new -- "عنوان" [options]
ساختن پروندهٔ یک خبر تازه (پیش‌نویس)

Writes content/articles/<year>/<month>/<slug>.md with all required fields, as a draft, and prints its path.
No file is overwritten.

  --content DIR    the content folder (default: content)
  --section NAME   one of the sections of src/config.ts, by name or slug
  --source NAME    the source (default: the newspaper itself)
  --author NAME    an author; may be given several times
  --now ISO        the article's date and hour (default: now)
  --config FILE    the site's settings (default: src/config.ts)
  --help           show this

Exit codes: 0 done, 1 the address is taken, 2 wrong use.
`;

async function main(): Promise<string> {
  const { values, positionals } = parseFlags();
  if (values.help) return help;
  const [title, ...more] = positionals;
  if (title === undefined) throw new UsageError('expected a title, as in: npm run new -- "عنوان خبر"');
  if (more.length > 0) {
    throw new UsageError(`expected one title in quotation marks.\n  Write: npm run new -- "${positionals.join(' ')}"`);
  }
  if (values.content !== undefined) mkdirSync(values.content, { recursive: true });
  const { content, config, now } = await readOptions(values);
  const { section, source, author: authors = [] } = values;
  return `${await writeNewArticle({ title, content, config, section, source, authors, now })}\n`;
}

function parseFlags() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        content: text,
        section: text,
        source: text,
        author: { type: 'string', multiple: true },
        now: text,
        config: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

try {
  process.stdout.write(await main());
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`new: ${(error as Error).message}\n${isUsage ? '  See: npm run new -- --help\n' : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}
