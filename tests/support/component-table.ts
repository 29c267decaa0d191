import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './folders.ts';

/** A component as its file describes itself. */
export interface DescribedComponent {
  /** `Footer.astro` */
  name: string;
  /** Path of its file from the root of the repository. */
  file: string;
  /** First sentence of the comment with which the file begins. */
  summary: string;
  /** `name: Type`, with `?` for those that may be absent. */
  props: readonly string[];
}

/** Describe the components of some folders of `src`, by name, from their own files. */
export function describeComponents(...folders: readonly string[]): DescribedComponent[] {
  return folders.flatMap((folder) => {
    const path = join(repository, 'src', folder);
    const names = readdirSync(path).filter((name) => name.endsWith('.astro'));
    return names
      .toSorted()
      .map((name) => ({ name, file: `src/${folder}/${name}`, ...describe(readFileSync(join(path, name), 'utf8')) }));
  });
}

/** Write components as the rows of a table in markdown. */
export function componentRows(components: readonly DescribedComponent[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return components
    .map(
      ({ name, file, summary, props }) =>
        `| [${name.replace('.astro', '')}](../${file}) | ${cell(summary)} | ${props.map((prop) => `\`${cell(prop)}\``).join(', ') || '–'} |`,
    )
    .join('\n');
}

function describe(text: string): Pick<DescribedComponent, 'summary' | 'props'> {
  const [, comment = ''] = /^---[^]*?\/\*\*\s([^]*?)\*\//.exec(text) ?? [];
  const words = comment
    .replace(/(?:^|\n)\s*\* ?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, fields = ''] = /^(?:export )?interface Props [^{]*\{\n([^]*?)^\}/m.exec(text) ?? [];
  const bare = fields.replace(/\/\*\*[^]*?\*\//g, '');
  const props = [...bare.matchAll(/^ {2}(\w+)(\??): ([^]*?);$/gm)].map(
    ([, prop, mark, type]) => `${prop}${mark}: ${type!.replace(/\s+/g, ' ').replace(/ \| undefined$/, '')}`,
  );
  return { summary: /^.*?\.(?= |$)/.exec(words)?.[0] ?? words, props };
}
