import type { BodyContext } from './body.ts';
import type { LiquidForm } from './forms.ts';
import { readMatter } from '../folder/matter.ts';
import { folderOf, joinPath } from '../folder/site.ts';

const maxLength = 4000;

/**
 * Fill in an included file if it only repeats its arguments, `{{ include.src }}`, and tests for them.
 *
 * @param tag `include` or `include_relative`.
 */
export function includeFile(
  tag: string,
  file: string,
  named: ReadonlyMap<string, string>,
  { site, path }: BodyContext,
): LiquidForm | undefined {
  const folders =
    tag === 'include_relative'
      ? [folderOf(path)]
      : [`${site.content[0] ?? ''}_includes/`, `${site.root}_includes/`, `${site.root}src/_includes/`];
  const found = folders.map((folder) => joinPath(folder, file)).find((each) => each !== undefined && site.has(each));
  const written = found === undefined ? undefined : site.read(found);
  if (written === undefined) return undefined;
  if (tag === 'include_relative') {
    const text = readMatter(found!, written);
    return 'body' in text && !/\{[{%]/.test(text.body) ? { open: text.body.trim(), close: '' } : undefined;
  }
  const text = fill(written, named);
  if (text === undefined) return undefined;
  return { open: text, close: '', isKept: true, note: 'A part of the template was filled in.' };
}

function fill(template: string, named: ReadonlyMap<string, string>): string | undefined {
  if (template.length > maxLength) return undefined;
  const plain = template
    .replace(
      /\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}|<!--[^]*?-->|<(script|style)\b[^>]*>[^]*?<\/\1>/gi,
      '',
    )
    .trim();
  const isShown = [true];
  let result = '';
  for (const part of plain.split(/(\{%-?[^%]*%\}|\{\{[^}]*\}\})/)) {
    const isOn = isShown.every(Boolean);
    const [, expression] = /^\{\{-?\s*([^]*?)\s*-?\}\}$/.exec(part) ?? [];
    const [, tag] = /^\{%-?\s*([^]*?)\s*-?%\}$/.exec(part) ?? [];
    if (expression === undefined && tag === undefined) {
      if (isOn) result += part;
    } else if (expression !== undefined) {
      const [, name, filters = ''] =
        /^include\.([\w-]+)\s*((?:\|\s*(?:escape|relative_url|absolute_url|markdownify|remove: '[^']*'|default: "[^"]*")\s*)*)$/.exec(
          expression,
        ) ?? [];
      if (name === undefined) return undefined;
      if (isOn) result += named.get(name.toLowerCase()) ?? /default: "([^"]*)"/.exec(filters)?.[1] ?? '';
    } else if (/^if include\.[\w-]+$/.test(tag!))
      isShown.push((named.get(tag!.slice('if include.'.length).toLowerCase()) ?? '') !== '');
    else if (/^unless include\.[\w-]+$/.test(tag!))
      isShown.push((named.get(tag!.slice('unless include.'.length).toLowerCase()) ?? '') === '');
    else if (tag === 'else') isShown.push(!isShown.pop());
    else if (tag === 'endif' || tag === 'endunless') isShown.pop();
    else return undefined;
    if (isShown.length === 0) return undefined;
  }
  return isShown.length === 1 ? result.replace(/\n\s*\n/g, '\n').trim() : undefined;
}
