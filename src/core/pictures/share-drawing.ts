import { isolatedRuns } from '../text/bidi.ts';
import type { ShareCard, ShareColours } from './share-card.ts';

/** A node of a drawing, with the CSS that the picture renderer supports. */
export interface Drawing {
  type: 'container' | 'text' | 'image';
  style: Readonly<Record<string, string | number>>;
  children?: Drawing[];
  text?: string;
  /** For images: SVG source. */
  src?: string;
}

/** In pixels, as social networks recommend. */
export const shareSize = { width: 1200, height: 630 } as const;

/** Space for a text, in pixels, and its style. */
export interface TextRoom {
  width: number;
  height: number;
  /** Font sizes to try in pixels, largest first. */
  sizes: readonly number[];
  weight: number;
  colour: string;
}

const margin = 72;
const width = shareSize.width - 2 * margin;
/** In pixels; kicker and headline are centred in the remaining height. */
const heights = { band: 18, head: 116, bareHead: 40, kicker: 60, gap: 34, foot: 118 } as const;
const lineHeight = 1.4;

/** Space for the main text of a card. */
export function textRoom({ section, kicker, date, colours }: ShareCard): TextRoom {
  const look = { width, weight: 700, colour: colours.ink };
  if (date === undefined) return { ...look, height: 220, sizes: [46, 42, 38, 34] };
  const taken = heights.band + headHeight(section) + heights.gap + heights.foot;
  const height = shareSize.height - taken - (kicker === undefined ? 0 : heights.kicker);
  return { ...look, height, sizes: [128, 116, 104, 96, 88, 80, 74, 68, 64, 60, 56, 50] };
}

/** Space for a kicker: one line. */
export function kickerRoom({ colours }: ShareCard): TextRoom {
  return { width, height: heights.kicker, sizes: [35], weight: 500, colour: colours.muted };
}

/** Space for the newspaper's name, beside its mark: one line, or two small ones on its own card. */
export function nameRoom({ date, colours }: ShareCard): TextRoom {
  const look = { weight: 700, colour: colours.ink };
  return date === undefined
    ? { ...look, width: 890, height: 170, sizes: [120, 104, 88, 74, 60] }
    : { ...look, width: 650, height: 70, sizes: [48, 42, 36, 32] };
}

function headHeight(section: string | undefined): number {
  return section === undefined ? heights.bareHead : heights.head;
}

/** Draw a text for its space, in one of its sizes. Words longer than a line break only at the smallest size. */
export function drawText(text: string, size: number, room: TextRoom): Drawing {
  return line(text, {
    width: room.width,
    fontSize: size,
    fontWeight: room.weight,
    lineHeight,
    color: room.colour,
    textWrap: 'balance',
    overflowWrap: size === room.sizes.at(-1) ? 'anywhere' : 'normal',
  });
}

/** The texts of a card that were fitted beforehand. */
export interface FittedTexts {
  text: Drawing;
  name: Drawing;
  kicker?: Drawing | undefined;
}

/**
 * Draw a share picture.
 *
 * @param mark The newspaper's own mark, as SVG source or data URL; Rooznegar's if absent.
 */
export function drawCard(card: ShareCard, texts: FittedTexts, mark?: string): Drawing {
  const isOwn = card.date === undefined;
  const style = { ...shareSize, flexDirection: 'column', backgroundColor: card.colours.paper, ...font };
  return box(style, [
    box({ width: shareSize.width, height: heights.band, flexShrink: 0, backgroundColor: card.colours.accent }),
    box(
      { flexGrow: 1, flexDirection: 'column', width: shareSize.width, paddingLeft: margin, paddingRight: margin },
      isOwn ? ownBody(card, texts, mark) : articleBody(card, texts, mark),
    ),
  ]);
}

const font = { fontFamily: 'Vazirmatn', direction: 'rtl' } as const;

/** The section; kicker and headline; below a rule, the newspaper and the date. */
function articleBody(
  { section, colours, date }: ShareCard,
  { text, name, kicker }: FittedTexts,
  mark: string | undefined,
): Drawing[] {
  const colour = colours.accent;
  const foot = {
    height: heights.foot,
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'space-between',
    borderTopWidth: 2,
    borderTopStyle: 'solid',
    borderTopColor: colours.ink,
  };
  return [
    box(
      { height: headHeight(section), flexShrink: 0, alignItems: 'center', gap: 18 },
      section === undefined ? [] : [dot(28, colour), line(section, { fontSize: 42, fontWeight: 700, color: colour })],
    ),
    box(
      {
        flexGrow: 1,
        flexDirection: 'column',
        justifyContent: 'center',
        paddingTop: 14,
        paddingBottom: heights.gap - 14,
      },
      [...(kicker ? [box({ height: heights.kicker, flexShrink: 0 }, [kicker])] : []), text],
    ),
    box(foot, [wordmark(name, colours, mark), line(date!, { fontSize: 32, color: colours.muted })]),
  ];
}

/** The newspaper's name, its description, and the colours of its sections. */
function ownBody({ colours }: ShareCard, { text, name }: FittedTexts, mark: string | undefined): Drawing[] {
  return [
    box({ flexGrow: 1, flexDirection: 'column', justifyContent: 'center', gap: 36 }, [
      wordmark(name, colours, mark),
      text,
    ]),
    box({ height: heights.foot, gap: 12, alignItems: 'center', flexShrink: 0 }, (colours.all ?? []).map(stripe)),
  ];
}

function stripe(colour: string): Drawing {
  return box({ flexGrow: 1, height: 10, backgroundColor: colour });
}

/** The mark beside the newspaper's name; Rooznegar's is that of `components/Wordmark.astro`. */
function wordmark(name: Drawing, { own }: ShareColours, mark: string | undefined): Drawing {
  const size = Number(name.style['fontSize']);
  const src = mark ?? svg('3 1.5 26 26', own, `${dotPath}M3 24h26v2.6H3Z`);
  return box({ alignItems: 'center', gap: size * 0.3 }, [
    { type: 'image', src, style: { width: size, height: size } },
    name,
  ]);
}

/** The calligrapher's dot of the mark alone. */
function dot(size: number, colour: string): Drawing {
  const src = svg('5 3.5 22 16.5', colour, dotPath);
  return { type: 'image', src, style: { width: size, height: size * 0.75 } };
}

const dotPath = 'M16 3.5 27 14.5 21.5 20h-11L5 14.5Z';

function svg(viewBox: string, colour: string, path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path fill="${colour}" d="${path}"/></svg>`;
}

function box(style: Drawing['style'], children: Drawing[] = []): Drawing {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

/** Latin runs are wrapped in isolates (U+2066 … U+2069), as pages wrap them in elements. */
function line(text: string, style: Drawing['style']): Drawing {
  const isolated = isolatedRuns(text).map((run) => (run.isLeftToRight ? `\u2066${run.text}\u2069` : run.text));
  return { type: 'text', text: isolated.join(''), style: { direction: 'rtl', fontWeight: 500, ...style } };
}
