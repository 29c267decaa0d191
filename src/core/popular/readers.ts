/**
 * Words in the agents of programs. Those that name a page about themselves are programs too. «Cubot» is a maker of phones.
 */
const programs =
  /(?<!cu)bot\b|(?<!cu)bot[/_-]|crawl|spider|slurp|scan|monitor|preview|fetch|headless|lighthouse|pagespeed|phantom|selenium|puppeteer|playwright|python|curl|wget|\bjava\/|perl|ruby|\bgo-http|axios|okhttp|httpclient|libwww|https?:|www\.|\bfeed|external|whatsapp|archive|validator|check|uptime|pingdom|prerender|compatible;/i;

/** Return whether a reader's browser sent an agent. All of them begin like this (HTML Standard, section 8.9.1.1), and no honest program does. */
export function isReader(agent: string): boolean {
  return /^(?:Mozilla|Opera)\//.test(agent) && !programs.test(agent);
}

/** Return whether a page was requested ahead of its reader: by our own scripts or rules, or by the browser (Fetch, `Sec-Purpose`). */
export function isAhead(purpose: string | undefined): boolean {
  return purpose !== undefined && /prefetch|prerender|preview/i.test(purpose);
}

/**
 * Return the part of an address that identifies one household: an IPv4 address, or the first 64 bits of an IPv6 address
 * (RFC 6177), since a single machine has all others.
 */
export function householdOf(address: string): string {
  const [, mapped] = /^(?:\[?::ffff:)?(\d+\.\d+\.\d+\.\d+)\]?$/i.exec(address) ?? [];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address
    .replace(/^\[|\]$|%.*$/g, '')
    .toLowerCase()
    .split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
