import type { Arguments, Tag } from './tags.ts';

/** A shortcode or a tag of Liquid, without its inner text. */
export interface Call extends Arguments {
  name: string;
  /** Whether it has inner text and a closing tag. */
  hasInner: boolean;
}

/** Replacement of a shortcode: texts around its inner text, or one for the whole. `note` describes the loss. */
export type Form =
  | { open: string; close: string; note?: string | undefined }
  | {
      whole: (inner: string, indent: string) => string;
      /** Whether shortcodes in the inner text are converted. */
      isText: boolean;
      note?: string | undefined;
    };

/** Replacement of a tag of Liquid. `isKept`: its inner text is kept, so that the note is about a change, not a loss. */
export type LiquidForm = Form & { isKept?: boolean };

/** A tag of Liquid with its closing tag. */
export interface LiquidTag extends Tag {
  name: string;
  rest: string;
  /** Index of the tag that closes it. */
  closing?: number | undefined;
}

/** Put texts around the inner text of a tag. */
export function pairOf(open: string, close: string, note?: string): Form {
  return { open, close, note };
}

/** Replace a tag with a text. */
export function only(text: string): Form {
  return { open: text, close: '' };
}
