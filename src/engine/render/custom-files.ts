import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { projectFolder } from '../base/options.ts';

const ownSource = join(projectFolder, 'src');
/** Below `src`. `own` is the earlier name of `custom`: its files still count. */
const customNames = ['custom', 'own'] as const;
const [slots, customSlots] = ['components/slots', 'custom/slots'] as const;

/** Folders of the newsroom's code. */
export const customFolders: readonly string[] = customNames.map((name) => join(ownSource, name));

/** Folders to search for overrides, by the folder of the original. */
const placesOf = new Map<string, readonly string[]>([
  [join(ownSource, 'components'), customFolders],
  [join(ownSource, 'layouts'), customFolders],
  [join(ownSource, slots), [join(ownSource, customSlots)]],
]);

/** Return the newsroom's file that takes the place of a component, layout or slot, if there is one. Paths are absolute. */
export function replacementOf(path: string): string | undefined {
  const name = basename(path);
  const file = placesOf
    .get(dirname(path))
    ?.map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate));
  // On macOS and Windows, `footer.astro` exists under the name `Footer.astro` as well.
  return file !== undefined && namesIn(dirname(file)).includes(name) ? file : undefined;
}

/** Return whether a path is, or was, that of an override. */
export function isReplacement(path: string): boolean {
  return path.endsWith('.astro') && [...placesOf.values()].flat().includes(dirname(path));
}

/**
 * Find files of the newsroom that claim one place together, and slots that do not exist. One sentence for each.
 *
 * @param source The folder `src`.
 */
export function customFaults(source: string): string[] {
  const known = new Set(replaceableNames(source));
  const [names, olderNames] = customNames.map((name) => new Set(namesIn(join(source, name))));
  const twice = [...names!].filter((name) => olderNames!.has(name) && known.has(name));
  const slotNames = namesIn(join(source, slots));
  return [
    ...twice.map(
      (name) =>
        `src/custom/${name} and src/own/${name} both take the place of one component. src/custom is the new name of src/own: keep the file there, and remove the other.`,
    ),
    ...namesIn(join(source, customSlots))
      .filter((name) => !slotNames.includes(name))
      .map(
        (name) =>
          `src/custom/slots/${name}: there is no such slot; the nearest is ${nearest(name, slotNames)}. Rename the file, or move it to src/custom if it is no slot. All slots: ${slotNames.join(', ')}.`,
      ),
  ];
}

/**
 * Find files that probably should take the place of a component, but have a slightly different name.
 *
 * @param source The folder `src`.
 */
export function customWarnings(source: string): string[] {
  const known = replaceableNames(source);
  const near = customNames.flatMap((folder) =>
    namesIn(join(source, folder)).flatMap((name) => {
      const meant = nearest(name, known);
      const isNear = !known.includes(name) && distance(name.toLowerCase(), meant.toLowerCase()) <= mostMistakes;
      return isNear ? [{ path: join(source, folder, name), meant }] : [];
    }),
  );
  if (near.length === 0) return [];
  const code = codeOf(source);
  const isImported = ({ path }: { path: string }): boolean =>
    code.some((file) => file.path !== path && new RegExp(`/${escape(basename(path))}['"]`).test(file.text));
  return near
    .filter((file) => !isImported(file))
    .map(
      ({ path, meant }) =>
        `${relative(dirname(source), path).split(sep).join('/')} is not used: no file imports it, and no component or layout has this name. To take the place of ${meant}, it needs that very name.`,
    );
}

/** A swapped, missing or wrong letter or two. */
const mostMistakes = 2;

function nearest(name: string, known: readonly string[]): string {
  const small = known.map((each) => each.toLowerCase());
  return known[small.indexOf(closest(name.toLowerCase(), small))]!;
}

function replaceableNames(source: string): string[] {
  return ['components', 'layouts'].flatMap((folder) => namesIn(join(source, folder)));
}

/** Names of the `.astro` files in a folder, without those of its folders. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.astro'));
}

function codeOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:astro|[cm]?[jt]sx?|mdx?|svelte|vue)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
