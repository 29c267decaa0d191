import { z } from 'zod';
import type { ArticleLink } from '../article.ts';
import { findSection } from '../config/sections.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { proseOf } from '../markdown/prose.ts';
import { type Problem, type ProblemId, quoteValue } from '../problems/problem.ts';
import { blockContents, blockDefaults, blockLayouts, type FrontBlock, type FrontFile } from '../site/front-file.ts';
import { dropControls } from '../text/control-characters.ts';
import { nearestOf } from '../text/nearest.ts';
import { normalizeText, toLatinDigits } from '../text/persian.ts';
import { checkFields } from './check-fields.ts';
import type { ContentFile } from './context.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { slugOfPin } from './parsed-file.ts';
import { createDateReader } from './read-dates.ts';

const text = z.string().trim().min(1);
const slugs = z.array(text).max(20);
const yes = z.string().optional();
const blockShape = z.strictObject({
  section: text.optional(),
  tag: text.optional(),
  slugs: slugs.optional(),
  latest: yes,
  picks: yes,
  popular: yes,
  opinion: yes,
  photos: yes,
  layout: text.optional(),
  count: text.optional(),
  title: text.optional(),
  until: text.optional(),
});

/** Shape of `front.yml`, in which every scalar is text. */
const shape = z.strictObject({
  lead: z.preprocess(
    (value) => (typeof value === 'string' ? { slug: value } : value),
    z.strictObject({ slug: text, with: slugs.default([]), until: text.optional() }).optional(),
  ),
  top: slugs.default([]),
  until: text.optional(),
  // «latest» is short for «latest: true».
  blocks: z
    .array(z.preprocess((value) => (typeof value === 'string' ? { [value.trim()]: 'true' } : value), blockShape))
    .max(50)
    .optional(),
  breaking: z.preprocess(
    (value) => (typeof value === 'string' ? { text: value } : value),
    z.strictObject({ text, slug: text.optional(), until: text.optional() }).optional(),
  ),
});

type BlockFields = z.infer<typeof blockShape>;

/** The front page without the parts that have problems, and these. `front` is absent if the file can’t be read. */
export interface ParsedFront {
  front?: FrontFile | undefined;
  problems: readonly Problem[];
}

/** Parse `front.yml`. All its problems are collected; whether its articles exist is checked with the whole site. */
export function parseFront({ path: file, text: yaml }: ContentFile, config: Pick<SiteConfig, 'sections'>): ParsedFront {
  // As the front matter of an article, whose messages it shares; one line is added above.
  const parsed = parseFrontMatter(`---\n${yaml.replace(/^\uFEFF?(?:---[ \t]*(?=\r?\n))?/, '')}\n---\n`);
  const problems: Problem[] = [];
  const add = (found: readonly Problem[]): void =>
    void problems.push(...found.map((problem) => ({ ...problem, line: Math.max(1, problem.line - 1) })));
  if ('problem' in parsed) {
    add([{ ...parsed.problem, file }]);
    return { problems };
  }
  const { frontMatter } = parsed;
  const checked = checkFields(shape, frontMatter, file);
  const reader = createReader(file, frontMatter, config);
  const { lead, top = [], until, blocks, breaking } = checked.fields;
  const front: FrontFile = {
    file,
    lead: lead && {
      article: reader.article(['lead', 'slug'], lead.slug),
      with: reader.articles(['lead', 'with'], lead.with),
      until: reader.moment(['lead', 'until'], lead.until),
    },
    top: reader.articles(['top'], top),
    until: reader.moment(['until'], until),
    blocks: blocks?.flatMap((block, index) => reader.block(['blocks', index], block) ?? []),
    breaking: breaking && {
      text: proseOf(dropControls(breaking.text)).replace(/\s+/g, ' ').trim(),
      article: breaking.slug === undefined ? undefined : reader.article(['breaking', 'slug'], breaking.slug),
      until: reader.moment(['breaking', 'until'], breaking.until),
    },
  };
  add([...frontMatter.faults.map((fault) => ({ ...fault, file })), ...checked.problems, ...reader.problems]);
  return { front, problems };
}

type Path = readonly PropertyKey[];

interface FrontReader {
  readonly problems: Problem[];
  article(path: Path, written: string): ArticleLink;
  articles(path: Path, written: readonly string[]): ArticleLink[];
  moment(path: Path, written: string | undefined): number | undefined;
  block(path: Path, fields: BlockFields): FrontBlock | undefined;
}

function createReader(file: string, frontMatter: FrontMatter, { sections }: Pick<SiteConfig, 'sections'>): FrontReader {
  const problems: Problem[] = [];
  const report = (id: ProblemId, path: Path, values: Record<string, string>): undefined => {
    const field = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
    problems.push({ id, file, field, ...frontMatter.placeOf(path), values });
  };
  const readDate = createDateReader(frontMatter, report, report);
  const article = (path: Path, written: string): ArticleLink => {
    const { line, column } = frontMatter.placeOf(path);
    return { slug: slugOfPin(written), line: line - 1, column, field: String(path[0]) };
  };
  const articles = (path: Path, written: readonly string[]): ArticleLink[] =>
    written.map((each, index) => article([...path, index], each));
  const moment = (path: Path, written: string | undefined): number | undefined =>
    written === undefined ? undefined : readDate(path, written)?.epoch;
  const choose = <Choice extends string>(
    path: Path,
    written: string,
    choices: readonly Choice[],
  ): Choice | undefined => {
    const found = choices.find((choice) => choice === written.toLowerCase());
    if (found !== undefined) return found;
    const example = `${String(path.at(-1))}: ${nearestOf(written.toLowerCase(), choices) ?? choices[0]!}`;
    return report('choice', path, { found: quoteValue(written), choices: choices.join(', '), example });
  };
  const readCount = (path: Path, written: string): number | undefined => {
    const digits = toLatinDigits(normalizeText(written)).trim();
    const count = /^\d{1,2}$/.test(digits) ? Number(digits) : 0;
    return count >= 1 && count <= mostArticles ? count : report('front-count', path, { found: quoteValue(written) });
  };
  const readName = (path: Path, { section, tag }: BlockFields): string | undefined => {
    if (section === undefined) return tag;
    const names = sections.map(({ name }) => name).join('، ');
    const found = findSection(section, sections);
    return (
      found?.slug ?? report('section-unknown', [...path, 'section'], { found: quoteValue(section), sections: names })
    );
  };
  const block = (path: Path, fields: BlockFields): FrontBlock | undefined => {
    const contents = blockContents.filter((content) => isGiven(fields[content]));
    const [content] = contents;
    if (content === undefined || contents.length > 1) {
      const found = contents.length > 1 ? ` (${contents.join(', ')})` : '';
      return report('front-block', path, { found, contents: blockContents.join(', ') });
    }
    const { layout: defaultLayout, count: defaultCount } = blockDefaults[content];
    const layout =
      fields.layout === undefined ? defaultLayout : choose([...path, 'layout'], fields.layout, blockLayouts);
    const count = fields.count === undefined ? defaultCount : readCount([...path, 'count'], fields.count);
    const { line, column } = frontMatter.placeOf(path);
    return layout && count
      ? {
          content,
          name: readName(path, fields),
          articles: articles([...path, 'slugs'], fields.slugs ?? []),
          layout,
          count: fields.slugs ? Math.max(count, fields.slugs.length) : count,
          title: fields.title && proseOf(dropControls(fields.title)),
          until: moment([...path, 'until'], fields.until),
          line: line - 1,
          column,
        }
      : undefined;
  };
  return { problems, article, articles, moment, block };
}

function isGiven(value: string | readonly string[] | undefined): boolean {
  if (value === undefined) return false;
  return typeof value !== 'string' || !/^(?:false|no|off|0|نه|خیر)$/i.test(value.trim());
}

// More belong on the page of a section or tag. The message names the number.
const mostArticles = 20;
