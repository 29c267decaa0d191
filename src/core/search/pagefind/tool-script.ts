import { stockScript } from './files.ts';

/**
 * Write the script that Pagefind's own interfaces load as `pagefind.js`: Pagefind's, with the indexes of the older
 * periods merged. The words of a record are sorted, which makes no excerpt, so its labels take the place of one.
 *
 * @param older Names of the older periods.
 */
export function writeToolScript(older: readonly string[]): string {
  return `import * as pagefind from './${stockScript}';
export { createInstance, options } from './${stockScript}';

const folder = import.meta.url.replace(/[^/]*$/, '');
let merged;
const open = () =>
  (merged ??= pagefind
    .init()
    .then(() => Promise.all(${JSON.stringify(older)}.map((name) => pagefind.mergeIndex(\`\${folder}\${name}/\`)))));

const labelled = (found) => {
  for (const result of found?.results ?? []) {
    const { data } = result;
    result.data = async () => {
      const record = await data();
      const { section = [], source = [], tag = [] } = record.filters;
      const text = [...section, ...source, ...tag].join('، ');
      return { ...record, excerpt: text.replace(/[&<]/g, (sign) => \`&#\${sign.charCodeAt(0)};\`), plain_excerpt: text, sub_results: [] };
    };
  }
  return found;
};

export const init = async () => void (await open());
export const mergeIndex = pagefind.mergeIndex;
export const filters = async () => (await open(), pagefind.filters());
export const preload = async (...question) => (await open(), pagefind.preload(...question));
export const search = async (...question) => (await open(), labelled(await pagefind.search(...question)));
export const debouncedSearch = async (...question) =>
  (await open(), labelled(await pagefind.debouncedSearch(...question)));
export const destroy = () => ((merged = undefined), pagefind.destroy());
`;
}
