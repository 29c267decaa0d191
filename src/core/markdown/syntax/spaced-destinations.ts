import { labelEnd } from 'micromark-core-commonmark';
import type { Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types';

/**
 * Create the syntax extension for links and pictures whose address contains spaces, as file names often do:
 * `![شهر](عکس من.jpg)`, `[گزارش](گزارش سالانه.pdf "عنوان")`. CommonMark requires `<…>` around them. The target of a
 * link must look like an address: it ends in a file extension, or begins with a scheme, `/`, `./`, `../` or `#`.
 * Anything that is valid CommonMark is parsed by CommonMark's own construct.
 */
export function spacedDestinations(): Extension {
  return { text: { 93: spacedLabelEnd } };
}

/** Lengths of the consecutive parts of a resource, in UTF-16 code units. */
interface Resource {
  lead: number;
  address: number;
  /** White space between the address and the title. */
  gap: number;
  /** Title with its quotation marks; 0 if there is none. */
  title: number;
  trail: number;
}

const longest = 500;
const resource = /^\(( *)((?:[^\s()<>"\\]|\([^()<>"\\]*\)| (?! *["')]))+)(?:( +)("[^"\\]*"|'[^'\\]*'))?( *)\)/;
const extension = /\.[a-z][a-z0-9]{1,4}(?:[?#]\S*)?$/i;
const beginning = /^(?:https?:\/\/|www\.|mailto:|tel:|\/|\.\.?\/|#)/i;
const titled = /^\S+ +\([^()]*\)$/;

const spacedLabelEnd: Construct = {
  ...labelEnd,
  name: 'spacedLabelEnd',
  tokenize(effects, ok, nok) {
    const starts = this._labelStarts?.filter((start) => !start._balanced) ?? [];
    const opened = starts.at(-1);
    const found = opened && !opened._inactive ? readResource(this, opened) : undefined;
    if (!found) return nok;
    return writeLabelEnd(effects, found, (code) => {
      const all = this._labelStarts!;
      all.length = all.lastIndexOf(opened!);
      return ok(code);
    });
  },
};

function readResource(context: TokenizeContext, opened: Token): Resource | undefined {
  const start = context.now();
  if (start._bufferIndex < 0) return undefined;
  const text = context.sliceSerialize({ start, end: { ...start, _bufferIndex: start._bufferIndex + longest } });
  if (!text.startsWith('](')) return undefined;
  const [, lead = '', address = '', gap = '', title = '', trail = ''] = resource.exec(text.slice(1)) ?? [];
  if (!address.includes(' ') || titled.test(address)) return undefined;
  const isAddress = opened.type === 'labelImage' || extension.test(address) || beginning.test(address);
  if (!isAddress || address.split('://').length > 2) return undefined;
  return { lead: lead.length, address: address.length, gap: gap.length, title: title.length, trail: trail.length };
}

/** Consume a recognised resource, emitting the same tokens as CommonMark's own construct. */
function writeLabelEnd(effects: Effects, { lead, address, gap, title, trail }: Resource, ok: State): State {
  const consume =
    (count: number, next: State): State =>
    (code) => {
      if (count === 0) return next(code);
      effects.consume(code);
      return consume(count - 1, next);
    };
  const space = (count: number, next: State): State => {
    if (count === 0) return next;
    return (code) => {
      effects.enter('whitespace');
      return consume(count, (after) => {
        effects.exit('whitespace');
        return next(after);
      })(code);
    };
  };
  const string = (count: number, next: State): State =>
    count === 0
      ? next
      : (code) => {
          effects.enter('chunkString', { contentType: 'string' });
          return consume(count, (after) => {
            effects.exit('chunkString');
            return next(after);
          })(code);
        };
  const within =
    (types: readonly Token['type'][], content: (next: State) => State, next: State): State =>
    (code) => {
      for (const type of types) effects.enter(type);
      return content((after) => {
        for (const type of types.toReversed()) effects.exit(type);
        return next(after);
      })(code);
    };
  const one = (next: State): State => consume(1, next);
  const close = within(['resourceMarker'], one, (code) => {
    effects.exit('resource');
    return ok(code);
  });
  const titleMarker = (next: State): State => within(['resourceTitleMarker'], one, next);
  const titleText = (next: State): State => within(['resourceTitleString'], (end) => string(title - 2, end), next);
  const titlePart =
    title === 0
      ? space(trail, close)
      : within(['resourceTitle'], (end) => titleMarker(titleText(titleMarker(end))), space(trail, close));
  const destination = within(
    ['resourceDestination', 'resourceDestinationRaw', 'resourceDestinationString'],
    (end) => string(address, end),
    space(gap, titlePart),
  );
  const open: State = (code) => {
    effects.enter('resource');
    return within(['resourceMarker'], one, space(lead, destination))(code);
  };
  return within(['labelEnd', 'labelMarker'], one, open);
}
