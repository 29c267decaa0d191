import type { OrthographyContext } from './rules.ts';
import type { ContentFile } from '../content/context.ts';
import { type BlockFinding, type Finding, proofread } from './proofread.ts';
import { readSourceDocument, shapeOf } from './source-document.ts';
import { applyEdits, type Edit } from '../text/edits.ts';

/** What may be mended. */
export interface MendScope {
  /** What is proposed too, and not only what is safe. */
  all: boolean;
  /** The texts of front matter too. */
  frontMatter: boolean;
}

/** A file after mending. */
export interface MendedFile {
  text: string;
  /** What was mended. */
  mended: readonly Finding[];
  /** What is left. */
  findings: readonly Finding[];
}

/** Mending one thing can bring out another; no text of people needs more rounds than a few. */
const maxRounds = 20;

/**
 * Mend a file's orthography by the smallest changes of its text. What would change anything but prose, by what a parser
 * makes of the result, is left and reported. Mending the result again changes nothing.
 */
export function mendFile(file: ContentFile, context: OrthographyContext, scope: MendScope): MendedFile {
  const mended: Finding[] = [];
  let { text } = file;
  for (let round = 0; round < maxRounds; round += 1) {
    const findings = proofread({ ...file, text }, context);
    const accepted = acceptSound(text, withoutOverlaps(findings.filter((finding) => isInScope(finding, scope))));
    if (accepted.length === 0) return { text, mended, findings };
    for (const finding of accepted) mended.push(finding);
    text = write(text, accepted);
  }
  return { text, mended, findings: proofread({ ...file, text }, context) };
}

function isInScope({ edits, isSafe, field }: Finding, scope: MendScope): boolean {
  return edits.length > 0 && (isSafe || scope.all) && (field === undefined || scope.frontMatter);
}

/** Leave out findings that would change what another one changes already. */
function withoutOverlaps(findings: readonly BlockFinding[]): BlockFinding[] {
  // Twice the offset stands for the place before a unit, and one more for the unit itself.
  const taken = new Set<number>();
  return findings.filter(({ edits }) => {
    const wanted = edits.flatMap(({ start, end }) =>
      Array.from(
        { length: Math.max(1, 2 * (end - start) - 1) },
        (_, index) => 2 * start + (start < end ? 1 : 0) + index,
      ),
    );
    if (wanted.some((place) => taken.has(place))) return false;
    for (const place of wanted) taken.add(place);
    return true;
  });
}

/** How often a file is parsed to find what can't be mended; only texts made for it need more than a few. */
const maxTrials = 64;

/** Find, by halves, the findings that can be mended without harm to anything but the texts that they are in. */
function acceptSound(text: string, candidates: readonly BlockFinding[]): BlockFinding[] {
  const shape = candidates.length > 0 ? shapeOf(text) : '';
  const { blocks } = candidates.length > 0 ? readSourceDocument(text) : { blocks: [] };
  const isSound = (findings: readonly BlockFinding[]): boolean => {
    const changed = write(text, findings);
    if (shapeOf(changed) !== shape) return false;
    const edits = Map.groupBy(findings, ({ block }) => block);
    const expected = blocks.map((block, index) =>
      applyEdits(block.text, inOrder((edits.get(index) ?? []).flatMap(({ blockEdits }) => blockEdits))),
    );
    const actual = readSourceDocument(changed).blocks.map((block) => block.text);
    return actual.length === expected.length && actual.every((block, index) => block === expected[index]);
  };
  let trials = 0;
  const accept = (accepted: readonly BlockFinding[], more: readonly BlockFinding[]): readonly BlockFinding[] => {
    if (more.length === 0 || (trials += 1) > maxTrials) return accepted;
    if (isSound([...accepted, ...more])) return [...accepted, ...more];
    if (more.length === 1) return accepted;
    const half = Math.ceil(more.length / 2);
    return accept(accept(accepted, more.slice(0, half)), more.slice(half));
  };
  return [...accept([], candidates)];
}

function write(text: string, findings: readonly Finding[]): string {
  return applyEdits(text, inOrder(findings.flatMap(({ edits }) => edits)));
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
