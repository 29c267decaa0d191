/** One declaration of a stylesheet. */
export interface Declaration {
  /** The selectors around it, outermost first, and its at-rules. */
  context: string;
  property: string;
  value: string;
}

/**
 * List the declarations of a stylesheet, nested ones too. Comments are left out, texts in quotation marks are kept.
 *
 * @example parseCss('a { color: red }') // [{ context: 'a', property: 'color', value: 'red' }]
 */
export function parseCss(css: string): Declaration[] {
  const declarations: Declaration[] = [];
  const context: string[] = [];
  let text = '';
  const declare = (): void => {
    const match = /^\s*([\w-]+)\s*:\s*([\s\S]+?)\s*$/.exec(text);
    if (match) declarations.push({ context: context.join(' '), property: match[1]!.toLowerCase(), value: match[2]! });
    text = '';
  };
  for (const [token] of css.matchAll(tokens)) {
    if (token.startsWith('/*')) continue;
    else if (token === '{') context.push(text.trim().replace(/\s+/g, ' '));
    else if (token === '}') declare();
    else if (token === ';') declare();
    else text += token;
    if (token === '{') text = '';
    if (token === '}') context.pop();
  }
  return declarations;
}

/** List the addresses in the `url()`s of a stylesheet. */
export function urlsOfCss(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']+))\s*\)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

const tokens = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|[{};]|[^{};"'/]+|\/(?!\*)|./gs;
