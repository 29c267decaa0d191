import type { OrthographyContext } from './rules.ts';
import type { ContentFile } from '../content/context.ts';
import { type BlockFinding, type Finding, proofread } from './proofread.ts';
import { acceptSlips } from './mend-slips.ts';
import { readSourceDocument, shapeOf } from './source-document.ts';
import { bisect, inOrder, write } from './trials.ts';
import { applyEdits } from '../text/edits.ts';

/** Which findings may be fixed. */
export interface MendScope {
  /** Include proposals, not only safe fixes. */
  all: boolean;
  /** Include the texts of front matter. */
  frontMatter: boolean;
}

/** A file after fixing. */
export interface MendedFile {
  text: string;
  /** The findings that were fixed. */
  mended: readonly Finding[];
  /** The findings that remain. */
  findings: readonly Finding[];
}

// One fix can reveal another; natural text needs only a few rounds.
const maxRounds = 20;

/**
 * Fix a file's orthography by the smallest edits of its text. An edit that would change anything but prose, judged by
 * parsing the result, is skipped and reported. Idempotent: fixing the result again changes nothing.
 */
export function mendFile(file: ContentFile, context: OrthographyContext, scope: MendScope): MendedFile {
  const mended: Finding[] = [];
  let { text } = file;
  for (let round = 0; round < maxRounds; round += 1) {
    const findings = proofread({ ...file, text }, context);
    const wanted = findings.filter((finding) => isInScope(finding, scope));
    // Converted HTML changes the tree, so it is not checked again; findRawHtml has compared the rendered pages.
    const html = wanted.filter(({ id }) => id === 'raw-html');
    const isSlip = ({ hidden }: BlockFinding): boolean => hidden !== undefined;
    // Slips come first, since fixing the markup can change which parts are prose.
    const slips = html.length > 0 ? [] : acceptSlips(text, withoutOverlaps(wanted.filter(isSlip)));
    const rewritten = html.length > 0 ? html : slips;
    const others = withoutOverlaps(wanted.filter((finding) => !isSlip(finding)));
    const accepted = rewritten.length > 0 ? rewritten : acceptSound(text, others);
    if (accepted.length === 0) return { text, mended, findings };
    for (const finding of accepted) mended.push(finding);
    text = write(text, accepted);
  }
  return { text, mended, findings: proofread({ ...file, text }, context) };
}

function isInScope({ edits, isSafe, field }: Finding, scope: MendScope): boolean {
  return edits.length > 0 && (isSafe || scope.all) && (field === undefined || scope.frontMatter);
}

/** Drop findings whose edits overlap those of an earlier one. */
function withoutOverlaps(findings: readonly BlockFinding[]): BlockFinding[] {
  // An even number, twice the offset, is the gap before a code unit; the odd number after it is the unit itself.
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

/** Find, by bisection, the findings that can be fixed without affecting anything but their own texts. */
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
  return bisect(candidates, isSound);
}
