import { createInterface } from 'node:readline/promises';
import { type FirstSettings, readSections } from '../src/core/config/config-file.ts';
import type { SectionConfig, SiteConfig } from '../src/core/config/site-config.ts';
import type { MessageLanguage } from '../src/core/problems/problem.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { faultsOf, initNewspaper, type InitResult } from '../src/engine/template/init.ts';
import { readUnchangedConfig } from '../src/engine/template/sample.ts';
import { runCommand } from './command.ts';

type Texts = Readonly<Record<MessageLanguage, string>>;

/** A question: its flag, its wording, how an answer is parsed, and the default. */
interface Question<Name extends keyof FirstSettings> {
  name: Name;
  asks: Texts;
  read(typed: string): FirstSettings[Name];
  /** Default as it would be typed; `undefined` if an answer is required. */
  fallback(answers: Partial<FirstSettings>): string | undefined;
}

await runCommand(
  {
    name: 'init',
    usage: '[-- --name NAME --url URL --description TEXT --sections LIST --now ISO --yes]',
    summary: `Turns a clone into your newspaper: asks for its settings, writes src/config.ts and a first article, and removes the
sample. Files that you have changed stay; a second run changes nothing. (نمونه را برمی‌دارد و روزنامهٔ شما را آغاز می‌کند.)`,
    flags: {
      name: 'the newspaper’s name',
      url: 'where it is published, such as https://example.org',
      description: 'one sentence about it',
      sections: 'names separated by commas, with the address first if you like: society=جامعه,ورزش',
      now: 'the date and hour of the first article (the clock)',
    },
    switches: { yes: 'ask nothing: what no flag says is as in the sample' },
  },
  async ({ flags, switches }) => {
    const { config, now } = await readOptions({ now: flags['now'] });
    const isNew = readUnchangedConfig(projectFolder) !== undefined;
    const answers = isNew ? await askAll(config, flags, switches['yes'] === true) : config;
    console.log(formatResult(await initNewspaper(projectFolder, answers, now), answers.messages));
  },
);

async function askAll(
  config: SiteConfig,
  flags: Readonly<Record<string, string | undefined>>,
  isSilent: boolean,
): Promise<FirstSettings> {
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  const questions = questionsFor(config);
  const answers: Partial<FirstSettings> = {};
  const ask = async <Name extends keyof FirstSettings>(question: Question<Name>): Promise<void> => {
    const { name, asks, read } = question;
    const given = flags[name === 'messages' ? 'lang' : name];
    const fallback = question.fallback(answers);
    let typed = given ?? (isSilent ? fallback : undefined);
    for (;;) {
      if (typed === undefined) {
        if (isSilent) throw new UsageError(`--${name}: expected it, as --yes asks for nothing.`);
        process.stdout.write(`${asks[answers.messages ?? config.messages]}${fallback ? ` [${fallback}]` : ''}: `);
        const { done, value } = await lines.next();
        if (done)
          throw new UsageError(`\nThere is no answer for --${name}. Answer the questions, or give flags and --yes.`);
        typed = value.trim() || (fallback ?? '');
      }
      const answer = { [name]: read(typed) } as Pick<FirstSettings, Name>;
      const [fault] = faultsOf(config, answer);
      if (fault === undefined) return void Object.assign(answers, answer);
      if (given !== undefined || isSilent) throw new UsageError(`--${name}: ${fault}, found «${typed}».`);
      console.error(`  ${fault}.`);
      typed = undefined;
    }
  };
  try {
    for (const question of questions) await ask(question);
  } finally {
    terminal.close();
  }
  return answers as FirstSettings;
}

function questionsFor({ messages, sections }: SiteConfig): Question<keyof FirstSettings>[] {
  const text = (typed: string): string => typed.trim();
  return [
    {
      name: 'messages',
      asks: { en: 'Messages in English (en) or Persian (fa)', fa: 'پیام‌ها به فارسی (fa) یا انگلیسی (en)' },
      read: (typed) => typed as MessageLanguage,
      fallback: () => messages,
    },
    {
      name: 'name',
      asks: { en: 'Name of the newspaper', fa: 'نام روزنامه' },
      read: text,
      fallback: () => undefined,
    },
    {
      name: 'url',
      asks: { en: 'Address of the site, such as https://example.org', fa: 'نشانی سایت، مانند https://example.org' },
      read: text,
      fallback: () => undefined,
    },
    {
      name: 'description',
      asks: { en: 'One sentence about the newspaper', fa: 'یک جمله دربارهٔ روزنامه' },
      read: text,
      fallback: ({ name }) => `تازه‌ترین خبرها از ${name}.`,
    },
    {
      name: 'sections',
      asks: { en: 'Sections, separated by commas', fa: 'سرویس‌ها، با ویرگول میان آن‌ها' },
      read: readSections,
      fallback: () => formatSections(sections),
    },
  ];
}

function formatSections(sections: readonly SectionConfig[]): string {
  return sections.map(({ slug, name }) => `${slug}=${name}`).join('، ');
}

function formatResult({ removed, kept, wroteConfig, article }: InitResult, language: MessageLanguage): string {
  const count = removed.length;
  const lines = {
    en: [
      wroteConfig ? 'Written: src/config.ts' : 'Kept: src/config.ts has settings of yours. Edit it to change them.',
      ...(article ? [`Written: ${article}`] : []),
      `Removed: ${count} ${count === 1 ? 'file' : 'files'} of the sample.`,
      ...kept.map((file) => `Kept, because you have changed it: ${file}`),
      'Next: npm run dev shows the site; npm run new -- "عنوان" begins an article; npm run build makes dist/.',
    ],
    fa: [
      wroteConfig
        ? 'نوشته شد: src/config.ts'
        : 'src/config.ts تنظیم‌های خود شماست و دست نخورد؛ در همان پرونده عوضشان کنید.',
      ...(article ? [`نوشته شد: ${article}`] : []),
      `${count.toLocaleString('fa-IR')} پروندهٔ نمونه برداشته شد.`,
      ...kept.map((file) => `چون آن را تغییر داده‌اید، ماند: ${file}`),
      'گام بعد: npm run dev سایت را نشان می‌دهد، npm run new -- "عنوان" پروندهٔ خبری تازه را می‌سازد و npm run build سایت را در dist/ می‌سازد.',
    ],
  };
  return lines[language].join('\n');
}
