import { type BodyContext, report } from './body.ts';
import type { Call, Form } from './forms.ts';

/**
 * Fill in a shortcode's template from `layouts/shortcodes/` if it only repeats the arguments and the inner text:
 * `{{ .Get "src" }}`, `{{ .Inner }}`, and `{{ with … }}` and `{{ if … }}` around them.
 *
 * @returns `undefined` if there is no template, or it does more.
 */
export function fillTemplate(call: Call, context: BodyContext): Form | undefined {
  const { site } = context;
  const path = `${site.root}layouts/shortcodes/${call.name}.html`;
  const template = site.has(path) ? site.read(path) : undefined;
  if (template === undefined || template.length > maxLength) return undefined;
  const plain = template
    .replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}|<!--[^]*?-->/g, '')
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/gi, '')
    .trim();
  const parts = plain.split(/\{\{-?\s*|\s*-?\}\}/);
  let text = '';
  let isShown = [true];
  let given = '';
  for (const [index, part] of parts.entries()) {
    const isOn = isShown.every(Boolean);
    if (index % 2 === 0) {
      if (isOn) text += part;
      continue;
    }
    const [, keyword = '', rest = ''] = /^(with|if|else|end)?\b\s*([^]*)$/.exec(part) ?? [];
    if (keyword === 'end') isShown = isShown.slice(0, -1);
    else if (keyword === 'else') isShown = [...isShown.slice(0, -1), !isShown.at(-1)];
    else {
      const value = valueOf(keyword === '' ? part : rest, call, given);
      if (value === undefined || isShown.length === 0) return undefined;
      if (keyword !== '') isShown = [...isShown, value !== ''];
      if (keyword === 'with') given = value;
      if (keyword === '' && isOn) text += value;
    }
  }
  if (isShown.length !== 1) return undefined;
  if (text.trim() !== '' && text !== innerMark)
    report(context, 'changed', 'A shortcode of the site was filled in from its template.', call.name);
  const [before = '', after = ''] = text.split(innerMark);
  return { open: before.trim(), close: after.trim() };
}

const maxLength = 4000;
const innerMark = '\uE000';

/** Evaluate an expression of a template; `undefined` if it uses more than the call. */
function valueOf(expression: string, { list, named, hasInner }: Call, given: string): string | undefined {
  const plain = expression
    .replace(
      /\s*\|\s*(?:safe(?:HTML|HTMLAttr|URL|JS|CSS)|markdownify|\$?\.Page\.RenderString|relURL|absURL|htmlUnescape|plainify|emojify)/gi,
      '',
    )
    .replace(/^(?:safe(?:HTML|HTMLAttr|URL)|markdownify|relURL|absURL)\s+/i, '')
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  if (/^\$?\.Inner$/.test(plain)) return hasInner ? innerMark : '';
  if (plain === '.') return given;
  const [, name, position] = /^\$?\.(?:Get|Params\.Get)\s+(?:["'`]([^"'`]+)["'`]|(\d+))$/.exec(plain) ?? [];
  if (name !== undefined) return named.get(name.toLowerCase()) ?? '';
  if (position !== undefined) return list[Number(position)] ?? '';
  return undefined;
}
