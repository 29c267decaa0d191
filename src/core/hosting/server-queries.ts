import { namesOf, orderGroups, type QueryRedirect, readQuery } from '../old-addresses.ts';
import { byteLength } from '../text/slug.ts';
import { decodePath } from '../urls.ts';
import { isTarget, isWritable, quoteText } from './server-redirects.ts';

/** Maximum number of groups that a server compares a request with. */
const mostGroups = 50;

/** Old addresses whose queries have the same parameter names. */
interface QueryGroup {
  /** See {@link namesOf}. */
  key: string;
  /** Decoded. */
  names: readonly string[];
  redirects: readonly QueryRedirect[];
}

/**
 * Write maps from path and arguments to the new address for nginx 1.18 or newer; they belong outside `server` blocks.
 * nginx does not decode arguments and compares them case-insensitively, so each is written in every form that clients
 * send, and addresses that differ only in case are left to the pages.
 *
 * @param redirects Untrusted: addresses that can't be written safely are left to the pages.
 * @returns The maps and their number, for {@link writeNginxQueries}.
 */
export function writeNginxMaps(redirects: readonly QueryRedirect[], base: string): { text: string; count: number } {
  const groups = groupQueries(redirects, /^\w+$/);
  let [mostEntries, longest] = [0, 0];
  const maps = groups.map(({ names, redirects: own }, index) => {
    const entries = new Map<string, { line: string; to: string } | undefined>();
    for (const { from, query, to } of own) {
      for (const path of pathsOf(base + from, base)) {
        for (const form of formsOf(query, names)) {
          const key = `${path}?${form}`;
          const folded = key.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          const known = entries.has(folded);
          const other = entries.get(folded);
          if (known && other?.to !== to) entries.set(folded, undefined);
          else if (!known) entries.set(folded, { line: `\t${quoteText(key)} "${to}";`, to });
        }
      }
    }
    const written = [...entries].flatMap(([key, entry]) => (entry ? [{ key, line: entry.line }] : []));
    mostEntries = Math.max(mostEntries, written.length);
    longest = written.reduce((most, { key }) => Math.max(most, byteLength(key)), longest);
    const source = names.map((name) => `${name}=$arg_${name.toLowerCase()}`).join('&');
    return `map "$uri?${source}" ${nginxVariable(index)} {\n${written.map(({ line }) => line).join('\n')}\n}\n`;
  });
  if (maps.length === 0) return { text: '', count: 0 };
  const sizes = `map_hash_max_size ${powerAbove(Math.max(2048, 2 * mostEntries))};\nmap_hash_bucket_size ${powerAbove(Math.max(256, 8 * longest))};\n`;
  return { text: sizes + maps.join(''), count: maps.length };
}

/** Write the redirects in nginx's `server` block that use the maps of {@link writeNginxMaps}. */
export function writeNginxQueries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `if (${nginxVariable(index)}) { return 301 ${nginxVariable(index)}; }\n`,
  ).join('');
}

/**
 * Write redirects for Caddy: one map per group of names. Caddy compares names and values case-sensitively, and paths
 * relative to the base.
 *
 * @param redirects Untrusted, as in {@link writeNginxMaps}.
 * @param spellings The parameter names in their original case: `NewsID`, `id&lang`.
 */
export function writeCaddyQueries(redirects: readonly QueryRedirect[], spellings: readonly string[]): string {
  const groups = groupQueries(redirects, /^[\w-]+$/);
  const spelt = groups.flatMap((group) => {
    const own = spellings.filter((names) => namesOf(names) === group.key);
    const written = own.map((names) => ({ ...group, names: names.split('&') }));
    return written.length > 0 ? written : [group];
  });
  return spelt
    .map(({ names, redirects: own }, index) => {
      const entries = new Map<string, string>();
      for (const { from, query, to } of own) {
        const values = readQuery(query);
        const shown = names.map((name) => `${name}=${values.get(name.toLowerCase())!.value!}`).join('&');
        for (const path of pathsOf(from, '')) {
          const key = `${path}?${shown}`;
          if (isWritable(key) && !/[{}]/.test(key) && !entries.has(key)) entries.set(key, to);
        }
      }
      if (entries.size === 0) return '';
      const moved = `{rooznegar_old${index}}`;
      const source = names.map((name) => `${name}={query.${name}}`).join('&');
      return `@asked${index} query ${names.map((name) => `${name}=*`).join(' ')}
map @asked${index} "{path}?${source}" ${moved} {
${[...entries].map(([key, to]) => `\t${quoteText(key)} "${to}"`).join('\n')}
}
@old${index} vars_regexp ${moved} ^/
redir @old${index} ${moved} 301
`;
    })
    .join('');
}

function nginxVariable(index: number): string {
  return `$rooznegar_old${index}`;
}

/** Group the redirects that can be written safely by parameter names: most names first, the order in which pages match. */
function groupQueries(redirects: readonly QueryRedirect[], isName: RegExp): QueryGroup[] {
  const known = Map.groupBy(
    redirects.filter(({ from, to }) => isWritable(from) && isTarget(to)),
    ({ query }) => namesOf(query),
  );
  const largest = [...known].toSorted(([, a], [, b]) => b.length - a.length).slice(0, mostGroups);
  return orderGroups(largest.map(([key]) => key))
    .map((key) => ({ key, names: key.split('&').map((name) => decodePath(name)!), redirects: known.get(key)! }))
    .filter(({ names }) => names.every((name) => isName.test(name)));
}

/** List the spellings of a path: with and without a final slash. */
function pathsOf(path: string, base: string): string[] {
  const bare = path.replace(/\/+$/, '');
  return bare === base ? [`${bare}/`] : /\.html?$/i.test(bare) ? [bare] : [bare, `${bare}/`];
}

/** List the forms in which clients send a query: encoded as sparingly as browsers do, fully, and with `+` for a space. */
function formsOf(query: string, names: readonly string[]): Set<string> {
  const values = readQuery(query);
  const write = (encode: (value: string) => string): string =>
    names.map((name) => `${name}=${encode(values.get(name.toLowerCase())!.value!)}`).join('&');
  // Browsers encode ' too, but not most characters without a meaning in queries (WHATWG URL, section 1.3).
  const fully = (value: string): string => encodeURIComponent(value).replaceAll("'", '%27');
  const sparingly = (value: string): string =>
    fully(value).replace(/%(?:24|2C|2F|3[ABDF]|40|5[BDE]|60|7[BCD])/g, (code) => decodePath(code)!);
  const withPlus = (value: string): string => fully(value).replaceAll('%20', '+');
  const forms = [encodeURIComponent, fully, sparingly, withPlus].map(write);
  return new Set(forms.filter((form) => isWritable(`/${form}`)));
}

function powerAbove(number: number): number {
  return 2 ** Math.ceil(Math.log2(number));
}
