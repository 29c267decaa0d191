/** How other systems write names in addresses. */

/**
 * Make a path as Hugo does: words joined by hyphens, in lower case unless `keepsCase`, without invisible characters.
 */
export function hugoPath(text: string, keepsCase = false): string {
  let [result, isPending] = ['', false];
  for (const sign of text.normalize('NFC').trim()) {
    if (/[\p{L}\p{Nd}\p{M}./\\_#+~@%-]/u.test(sign)) {
      if (isPending && sign !== '-') result += '-';
      isPending = false;
      result += sign;
    } else if (/\s/.test(sign)) isPending = result !== '' && !result.endsWith('-');
  }
  return keepsCase ? result : result.toLowerCase();
}

/**
 * Make a slug as Jekyll does.
 *
 * @param mode `pretty` keeps most punctuation and the case, as in `:title`; `default` keeps letters and digits.
 */
export function jekyllSlug(text: string, mode: 'pretty' | 'default'): string {
  const dropped = mode === 'pretty' ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu;
  const slug = text.replace(dropped, '-').replace(/^-|-$/g, '');
  return mode === 'pretty' ? slug : slug.toLowerCase();
}

/** Make a slug as Hexo does: punctuation and spaces become hyphens. */
export function hexoSlug(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001F]/g, '') // oxlint-disable-line no-control-regex
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Make a slug as Astro and GitHub's headings do: without punctuation, spaces as hyphens, in lower case. */
export function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}
