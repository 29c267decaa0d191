/** The origin of an imported file. */
export interface Origin {
  /** See `ImportRecord.origin`. */
  from: string;
  /** Path of the file relative to the content folder, with `/`. */
  file: string;
  /** Digest of the file as the import wrote it; absent if the import was interrupted before. */
  text?: string | undefined;
  /** The moment assigned to an article without a time. */
  moment?: { date: string; order?: number | undefined } | undefined;
}

/** Name of the file in the content folder by which a later import recognises its files. */
export const originsFile = 'origins.jsonl';

/** Write origins, one per line, in the order of their files. */
export function writeOrigins(origins: Iterable<Origin>): string {
  const sorted = [...origins].toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.from < b.from ? -1 : 1,
  );
  return sorted.map(({ from, file, text, moment }) => `${JSON.stringify({ from, file, text, moment })}\n`).join('');
}

/** Read origins. Damaged lines are ignored: their files are then compared like any other. */
export function readOrigins(text: string): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const line of text.split('\n')) {
    const origin = readOrigin(line);
    if (origin) origins.set(origin.from, origin);
  }
  return origins;
}

function readOrigin(line: string): Origin | undefined {
  if (line.trim() === '') return undefined;
  try {
    const { from, file, text, moment } = JSON.parse(line) as Partial<Record<keyof Origin, unknown>>;
    if (typeof from !== 'string' || typeof file !== 'string' || !isContentPath(file)) return undefined;
    return { from, file, ...(typeof text === 'string' && { text }), ...(isMoment(moment) && { moment }) };
  } catch {
    return undefined;
  }
}

/** Whether a path stays within the content folder. */
export function isContentPath(path: string): boolean {
  return (
    /^[^\\/][^\\]*\.md$/.test(path) &&
    !/\p{Cc}/u.test(path) &&
    !path.split('/').some((part) => part === '' || part.startsWith('.'))
  );
}

function isMoment(value: unknown): value is NonNullable<Origin['moment']> {
  if (typeof value !== 'object' || value === null) return false;
  const { date, order } = value as { date?: unknown; order?: unknown };
  return typeof date === 'string' && (order === undefined || typeof order === 'number');
}
