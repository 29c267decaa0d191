import type { SectionConfig, SiteConfig } from './site-config.ts';
import { slugify } from '../text/slug.ts';

/** The settings that `npm run init` asks for. */
export type FirstSettings = Pick<SiteConfig, 'url' | 'name' | 'description' | 'messages' | 'sections'>;

/** The line width of the project's formatter. */
const width = 120;

/**
 * Put a newspaper's first settings into the text of the sample's `src/config.ts`, formatted as oxfmt does; the other
 * settings keep the values of the sample.
 *
 * @throws Error if the text lacks one of the settings.
 */
export function fillConfigFile(sample: string, { sections, ...texts }: FirstSettings): string {
  const lines = Object.entries(texts).map(([name, value]) => [name, propertyLine(name, quoteText(value))] as const);
  return [...lines, ['sections', sectionLines(sections)] as const].reduce(
    (text, [name, line]) => replaceProperty(text, name, line),
    sample,
  );
}

/**
 * Comment out the footer links to the given pages, which would be broken until those pages are written. Each comment
 * names the file that brings its link back.
 *
 * @param slugs Slugs of pages that do not exist yet.
 */
export function suspendFooterLinks(text: string, slugs: readonly string[]): string {
  return text.replace(/^( {4})(\{ label: .*, href: '\/([^/']+)\/' \},)$/gm, (line, indent, entry, slug) =>
    slugs.includes(slug) ? `${indent}// With content/pages/${slug}.md: ${entry}` : line,
  );
}

function replaceProperty(text: string, name: string, line: string): string {
  const property = new RegExp(`^ {2}${name}: (?:\\[\\n(?: {4}.*\\n)* {2}\\]|.*),$`, 'm');
  if (!property.test(text)) throw new Error(`The sample’s configuration has no setting «${name}».`);
  return text.replace(property, () => line);
}

function propertyLine(name: string, value: string): string {
  const line = `  ${name}: ${value},`;
  return line.length <= width ? line : `  ${name}:\n    ${value},`;
}

function sectionLines(sections: readonly SectionConfig[]): string {
  const items = sections.map(({ slug, name }) => `{ slug: ${quoteText(slug)}, name: ${quoteText(name)} }`);
  if (items.length <= 1) return `  sections: [${items.join('')}],`;
  return ['  sections: [', ...items.map((item) => `    ${item},`), '  ],'].join('\n');
}

/** Quote a text in the quotation marks that need fewer escapes, single ones if in doubt. */
function quoteText(text: string): string {
  const count = (mark: string): number => text.split(mark).length;
  const mark = count("'") > count('"') ? '"' : "'";
  return mark + text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`) + mark;
}

/**
 * Read sections as they are typed: names separated by commas, each with its slug before `=` if the name is not to be the
 * address.
 *
 * @example readSections('society=جامعه، ورزش') // [{slug: 'society', name: 'جامعه'}, {slug: 'ورزش', name: 'ورزش'}]
 */
export function readSections(typed: string): SectionConfig[] {
  const parts = typed.split(/[,،]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [, slug, name = part] = /^([^=]*)=(.*)$/.exec(part) ?? [];
      return { slug: (slug ?? slugify(name)).trim(), name: name.trim() };
    });
}
