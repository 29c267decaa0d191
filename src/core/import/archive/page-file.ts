import { stringify } from 'yaml';
import { cleanLine, cleanTitle } from '../text.ts';

/** Fields of the file of a static page. */
export interface PageFileFields {
  title: string;
  lead: string;
  aliases: readonly string[];
  /** Markdown. */
  body: string;
}

/** Format the file of a static page, such as «درباره ما». */
export function formatPageFile({ title, lead, aliases, body }: PageFileFields): string {
  const lines = [
    line({ title: cleanTitle(title) }),
    lead === '' ? '' : line({ lead: cleanLine(lead) }),
    aliases.length === 0
      ? ''
      : `aliases: ${stringify(aliases, { ...options, collectionStyle: 'flow', flowCollectionPadding: false })}`,
  ];
  return `---\n${lines.join('')}---\n\n${body.replace(/\n*$/, '\n')}`;
}

function line(field: Record<string, string>): string {
  return stringify(field, options);
}

const options = { version: '1.1', lineWidth: 0 } as const;
