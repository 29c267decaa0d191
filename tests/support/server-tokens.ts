/**
 * Split a configuration of nginx into tokens, like `ngx_conf_read_token` of nginx 1.22.
 *
 * @throws Error where nginx would reject it.
 */
export function nginxTokens(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text[at]!;
    if (/\s/.test(start)) at++;
    else if (start === '#') at = endOfLine(text, at);
    else if (/[;{}]/.test(start)) tokens.push(text[at++]!);
    else {
      const quote = /["']/.test(start) ? start : undefined;
      let token = '';
      if (quote !== undefined) at++;
      for (; at < text.length; at++) {
        const letter = text[at]!;
        if (letter === '\\') {
          const next = text[++at]!;
          token += /["'\\]/.test(next) ? next : ({ t: '\t', r: '\r', n: '\n' }[next] ?? `\\${next}`);
        } else if (letter === '$' && text[at + 1] === '{') token += text[at] + text[++at]!;
        else if (quote === undefined ? /[\s;{]/.test(letter) : letter === quote) break;
        else token += letter;
      }
      if (at >= text.length) throw new Error('unexpected end of file');
      if (quote !== undefined && !/[\s;{)]/.test(text[++at] ?? '')) throw new Error(`unexpected "${text[at]}"`);
      tokens.push(token);
    }
  }
  return tokens;
}

/**
 * Split a Caddyfile into tokens, like the lexer of Caddy 2, after replacing `{$NAME}` with the environment. Ends of
 * lines are tokens of their own.
 */
export function caddyTokens(text: string): string[] {
  const source = text.replace(/\{\$[^}]*\}/g, 'ENVIRONMENT');
  const tokens: string[] = [];
  for (let at = 0; at < source.length; at++) {
    const start = source[at]!;
    if (start === '\n') tokens.push('\n');
    if (/\s/.test(start)) continue;
    if (start === '#') {
      at = endOfLine(source, at) - 1;
      continue;
    }
    let token = '';
    if (/["`]/.test(start)) {
      for (at++; at < source.length && source[at] !== start; at++) {
        if (start === '"' && source[at] === '\\' && at + 1 < source.length) token += source[++at] === '"' ? '' : '\\';
        token += source[at];
      }
    } else {
      for (; at < source.length && !/\s/.test(source[at]!); at++) token += source[at];
      at--;
    }
    tokens.push(token);
  }
  return tokens;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
