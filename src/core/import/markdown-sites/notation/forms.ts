import type { Arguments, Tag } from './tags.ts';

/** A shortcode, or a tag of Liquid, without its text. */
export interface Call extends Arguments {
  name: string;
  /** Whether it has a text and a tag at the end. */
  hasInner: boolean;
}

/** What a shortcode becomes: something around its text, or instead of the whole. `note` says what is lost. */
export type Form =
  | { open: string; close: string; note?: string | undefined }
  | {
      whole: (inner: string, indent: string) => string;
      /** Whether the text within is text, in which shortcodes are converted. */
      isText: boolean;
      note?: string | undefined;
    };

/** What a tag of Liquid becomes, and whether the text between its tags is kept. */
export type LiquidForm = Form & { isKept?: boolean };

/** A tag of Liquid with its end. */
export interface LiquidTag extends Tag {
  name: string;
  rest: string;
  /** Index of the tag that closes it. */
  closing?: number | undefined;
}

/** Put text around the text of a tag, or in the place of one without a text. */
export function pairOf(open: string, close: string, note?: string): Form {
  return { open, close, note };
}

/** Put a text in the place of a tag. */
export function only(text: string): Form {
  return { open: text, close: '' };
}
