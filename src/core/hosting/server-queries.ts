import { groupNames, namesOf, type QueryRedirect, readQuery } from '../old-addresses.ts';
import { byteLength } from '../text/slug.ts';
import { decodePath } from '../urls.ts';
import { isTarget, isWritable, quoteText } from './server-redirects.ts';

/** How many groups of names a server compares a request with. */
const mostGroups = 50;

/** Old addresses with the same names in their queries. */
interface QueryGroup {
  /** As the old addresses have them, decoded. */
  names: readonly string[];
  redirects: readonly QueryRedirect[];
}

/**
 * Write the maps for nginx 1.18 or newer, which belong outside of its `server` blocks: from path and arguments to the new
 * address. nginx neither decodes arguments nor compares them by case, so they are written in each form that browsers and
 * programs send; where two differ in case only, the pages decide.
 *
 * @param redirects Untrusted: what can't be written safely is left to the pages.
 * @returns The maps, and how many they are, for {@link writeNginxQueries}.
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

/** Write what the `server` block of nginx does with the maps of {@link writeNginxMaps}. */
export function writeNginxQueries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `if (${nginxVariable(index)}) { return 301 ${nginxVariable(index)}; }\n`,
  ).join('');
}

/**
 * Write redirects for Caddy: a map for each group of names. Caddy compares names and values by case, and paths relative to
 * the base.
 *
 * @param redirects Untrusted, as in {@link writeNginxMaps}.
 * @param spellings The names of the queries as they are written: `NewsID`, `id&lang`.
 */
export function writeCaddyQueries(redirects: readonly QueryRedirect[], spellings: readonly string[]): string {
  const groups = groupQueries(redirects, /^[\w-]+$/);
  const spelt = groups.flatMap((group) => {
    const own = spellings.filter((names) => namesOf(names) === group.names.map(encodeURIComponent).join('&'));
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

/** Group redirects that can be written by the names in their queries: most names first, as pages compare them. */
function groupQueries(redirects: readonly QueryRedirect[], isName: RegExp): QueryGroup[] {
  const known = Map.groupBy(
    redirects.filter(({ from, to }) => isWritable(from) && isTarget(to)),
    ({ query }) => namesOf(query),
  );
  const largest = new Set(
    [...known]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .slice(0, mostGroups)
      .map(([names]) => names),
  );
  return groupNames(known.keys().map((names) => names.replace(/(?=&|$)/g, '=')))
    .filter((group) => largest.has(group))
    .map((group) => ({ names: group.split('&').map((name) => decodePath(name)!), redirects: known.get(group)! }))
    .filter(({ names }) => names.every((name) => isName.test(name)));
}

/** A path with and without a final slash, and with the file of the page. */
function pathsOf(path: string, base: string): string[] {
  const bare = path.replace(/\/+$/, '');
  return bare === base ? [`${bare}/`] : /\.html?$/i.test(bare) ? [bare] : [bare, `${bare}/`];
}

/** The forms in which a query is sent: as few characters encoded as browsers do, all of them, and a space as `+`. */
function formsOf(query: string, names: readonly string[]): Set<string> {
  const values = readQuery(query);
  const write = (encode: (value: string) => string): string =>
    names.map((name) => `${name}=${encode(values.get(name.toLowerCase())!.value!)}`).join('&');
  // A browser encodes ' too, and leaves most signs alone that mean nothing in a query (WHATWG URL, section 1.3).
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
