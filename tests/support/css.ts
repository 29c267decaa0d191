/** A declaration of a stylesheet. */
export interface Declaration {
  /** The selectors and at-rules around it, outermost first. */
  context: string;
  property: string;
  value: string;
}

/**
 * List the declarations of a stylesheet, including nested ones. Comments are dropped, quoted texts are kept.
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

/** List the URLs in the `url()`s of a stylesheet. */
export function urlsOfCss(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']+))\s*\)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

const tokens = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|[{};]|[^{};"'/]+|\/(?!\*)|./gs;
