/** The steps by which a site is changed while it is served. */
export interface PublishSteps {
  /** Files that go first, because a new file or folder takes their name. */
  blockers: string[];
  /** New files, what leads to others after these. */
  written: string[];
  /** Files that go last, when nothing leads to them any more. */
  removed: string[];
}

/**
 * Order the changes of a site so that no page that is there leads to one that is not, or lacks its styles, scripts or
 * pictures: first what pages load, then articles, then lists, then what readers and machines begin with; what goes, goes last.
 */
export function orderSteps(written: readonly string[], removed: readonly string[]): PublishSteps {
  const blockers = findBlockers(written, removed);
  return {
    blockers: [...blockers],
    written: written
      .map((file) => [rankOf(file), file] as const)
      .toSorted(compareRanks)
      .map(([, file]) => file),
    removed: removed.filter((file) => !blockers.has(file)).toSorted(),
  };
}

const ranks = [
  /^(?:_astro|_pictures|files|fonts|images|media|share)\//,
  /^news\//,
  /\/index\.html$/,
  /^search\/index\/(?!manifest)/,
];

/** The front page, feeds, sitemaps and the manifest of the search come after all else. */
function rankOf(file: string): number {
  const rank = ranks.findIndex((pattern) => pattern.test(file));
  return rank === -1 || file.startsWith('fragments/') ? ranks.length : rank;
}

function compareRanks([a, fileA]: readonly [number, string], [b, fileB]: readonly [number, string]): number {
  return a - b || (fileA < fileB ? -1 : 1);
}

/** A file may become a folder, such as `/old.html`, and a folder a file. */
function findBlockers(written: readonly string[], removed: readonly string[]): Set<string> {
  if (removed.length === 0) return new Set();
  const [gone, come] = [new Set(removed), new Set(written)];
  const blockers = written.flatMap((file) => foldersOf(file).filter((folder) => gone.has(folder)));
  return new Set([...blockers, ...removed.filter((file) => foldersOf(file).some((folder) => come.has(folder)))]);
}

/** Name the folders that a file lies in, the nearest first. */
export function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) folders.push(file.slice(0, end));
  return folders;
}
