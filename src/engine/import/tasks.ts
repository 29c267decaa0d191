import { linkKey } from '../../core/import/archive/addresses.ts';
import { unpublished } from '../../core/import/archive/survey.ts';
import type { ImportRecord } from '../../core/import/record.ts';
import type { ArchiveFile } from './reading/archive.ts';
import type { ConversionTask } from './convert.ts';
import type { ExistingContent } from './existing-content.ts';
import type { OpenedInput } from './reading/open-inputs.ts';
import type { Plan } from './plan.ts';
import { lookUp, type SharedMap } from './shared-map.ts';

/** Read an archive again, and add to each planned record its plan, its pins and the files it may refer to. */
export async function* tasksOf(
  archive: OpenedInput,
  plan: Plan,
  { library }: ExistingContent,
  targets: SharedMap,
): AsyncGenerator<ConversionTask> {
  let at = 0;
  for await (const record of archive.records()) {
    if ('skipped' in record || 'faults' in record) continue;
    const planned = plan[at++];
    if (!planned) continue;
    const pins = (record.related ?? []).map((pin) => {
      const target = lookUp(targets, linkKey(pin));
      const isShown = target?.endsWith('.md') && !target.startsWith(unpublished);
      return { pin, slug: isShown ? target?.slice(0, -3) : library.slugOfTitle(pin) };
    });
    const slugs = new Set(pins.flatMap(({ slug }) => (slug === undefined || slug === planned.slug ? [] : [slug])));
    const unknown = pins.flatMap(({ pin, slug }) => (slug === undefined ? [pin] : []));
    yield { record, planned, related: [...slugs].slice(0, 50), unknown, files: filesOf(archive, record) };
  }
}

function filesOf(archive: OpenedInput, record: ImportRecord): ReadonlyMap<string, readonly ArchiveFile[]> {
  const files = new Map<string, readonly ArchiveFile[]>();
  if (!archive.filesOf) return files;
  const { body, image } = record;
  const addresses = new Set(image ? [image.src] : []);
  if (body.form !== 'text') {
    for (const [, quoted, plain] of body.text.matchAll(
      /(?:src|href|poster)\s*=\s*["']([^"'\n]+)["']|\]\(\s*<?([^)>\s"]+)/gi,
    )) {
      addresses.add((quoted ?? plain)!);
    }
  }
  for (const address of addresses) {
    const found = archive.filesOf(address, record);
    if (found.length > 0) files.set(address, found);
  }
  return files;
}
