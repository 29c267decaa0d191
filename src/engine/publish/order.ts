/** The steps by which a site is changed while it is served. */
export interface PublishSteps {
  /** Files to remove first, because a new file or folder takes their name. */
  blockers: string[];
  /** New files, in an order in which links never precede their targets. */
  written: string[];
  /** Files to remove last, each after the files that link to it. */
  removed: string[];
}

/**
 * Order the changes of a site so that no page ever links to a missing one, or lacks its styles, scripts or pictures:
 * first the files that pages load, then articles, then lists, then the entry points of readers and machines; removals
 * come last, in reverse order.
 */
export function orderSteps(written: readonly string[], removed: readonly string[]): PublishSteps {
  const blockers = findBlockers(written, removed);
  return {
    blockers: [...blockers],
    written: targetsFirst(written),
    removed: targetsFirst(removed.filter((file) => !blockers.has(file))).toReversed(),
  };
}

function targetsFirst(files: readonly string[]): string[] {
  return files
    .map((file) => [rankOf(file), file] as const)
    .toSorted(compareRanks)
    .map(([, file]) => file);
}

const ranks = [
  /^(?:_astro|_pictures|files|fonts|images|media|share)\//,
  /^news\//,
  /\/index\.html$/,
  /^(?:search\/index\/(?!manifest)|pagefind\/.*(?:\.pf_|wasm|-js|-worker))/,
];

// The front page, feeds, sitemaps and the manifest of the search come after everything else.
function rankOf(file: string): number {
  const rank = ranks.findIndex((pattern) => pattern.test(file));
  return rank === -1 || file.startsWith('fragments/') ? ranks.length : rank;
}

function compareRanks([a, fileA]: readonly [number, string], [b, fileB]: readonly [number, string]): number {
  return a - b || (fileA < fileB ? -1 : 1);
}

// A file may become a folder, such as `/old.html`, and a folder a file.
function findBlockers(written: readonly string[], removed: readonly string[]): Set<string> {
  if (removed.length === 0) return new Set();
  const [removedFiles, writtenFiles] = [new Set(removed), new Set(written)];
  const blockers = written.flatMap((file) => foldersOf(file).filter((folder) => removedFiles.has(folder)));
  return new Set([
    ...blockers,
    ...removed.filter((file) => foldersOf(file).some((folder) => writtenFiles.has(folder))),
  ]);
}

/** List the parent folders of a file, the nearest first. */
export function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) folders.push(file.slice(0, end));
  return folders;
}
