/**
 * List what is active in a document and not ours: elements, attributes and addresses. Runs in the browser, so that it uses
 * nothing from outside.
 */
export function auditDocument(root: Document, origin: string): string[] {
  const findings: string[] = [];
  const seen = new Set<string>();
  const forbidden =
    'applet base embed foreignObject frame frameset iframe object param portal style template use xmp animate set';
  const ours = (address: string): boolean => URL.parse(address, origin)?.origin === origin;
  for (const element of root.querySelectorAll('*')) {
    const say = (what: string): number => findings.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
    const name = element.localName;
    if (forbidden.split(' ').includes(name) || name.includes('-')) say('element');
    // Formulas are generated here: presentation elements only, without links, actions or other content.
    const isInFormula = element.closest('math') !== null;
    if (isInFormula && (!/^m(?!action|glyph|alignmark)[a-z]+$/.test(name) || element.matches('[href], [*|href]')))
      say('element');
    if (name === 'script' && element.getAttribute('type') !== 'application/ld+json') {
      if (element.textContent !== '' || !ours(element.getAttribute('src') ?? 'https://none.example')) say('script');
    }
    if (name === 'script' && element.getAttribute('type') === 'application/ld+json') JSON.parse(element.textContent);
    if (name === 'form' && !ours(element.getAttribute('action') ?? '')) say('form');
    if (name === 'meta' && element.hasAttribute('http-equiv')) say('meta');
    if (name === 'noscript' && element.closest('.prose')) say('element');
    if (name === 'link' && !/^(?:canonical|alternate)$/.test(element.getAttribute('rel') ?? '')) {
      if (!ours(element.getAttribute('href') ?? '')) say('link');
    }
    if (element.id !== '' && seen.has(element.id)) say('id twice');
    seen.add(element.id);
    if (
      element.closest('.prose') &&
      element.matches('[data-part]:not(.prose, .prose > p:first-child), [data-embed], [data-fragment]')
    )
      say('hook');
    for (const { localName, value } of element.attributes) {
      if (/^on|^(?:style|srcdoc|ping|formaction|background|is|contenteditable|autofocus|accesskey)$/i.test(localName))
        say('attribute');
      if (!/^(?:href|src|action|poster|cite|data|data-embed|data-fragment)$/.test(localName)) continue;
      const url = URL.parse(value, origin);
      if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) say('address');
      if (name !== 'a' && name !== 'link' && url && url.protocol !== 'https:' && url.origin !== origin) say('load');
      // Feeds contain the site's own URL, regardless of where it is served.
      const isPicture = name === 'img' || localName === 'poster';
      if (isPicture && url && ![origin, 'https://rooznegar.example'].includes(url.origin)) say('picture');
      if (url?.username) say('user in an address');
    }
  }
  return findings;
}

/** List what is wrong with feeds and other XML of the site. Runs in the browser, beside {@link auditDocument}. */
export async function auditFeeds([paths, origin]: [string[], string]): Promise<string[]> {
  const audit = (globalThis as unknown as { auditDocument: typeof auditDocument }).auditDocument;
  const findings: string[] = [];
  const parser = new DOMParser();
  for (const path of paths) {
    const text = await (await fetch(path)).text();
    const tree = parser.parseFromString(text, 'application/xml');
    if (tree.querySelector('parsererror')) findings.push(`${path}: ${tree.querySelector('parsererror')!.textContent}`);
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/.test(text))
      findings.push(`${path}: controls`);
    for (const node of tree.querySelectorAll('*|encoded, item > description, channel > description')) {
      const html = parser.parseFromString(node.textContent, 'text/html');
      findings.push(...audit(html, origin).map((finding) => `${path} ${finding}`));
    }
  }
  return findings;
}
