/**
 * A finding about an imported record.
 *
 * - `lost`: content of the source is not in the article.
 * - `changed`: content is there in another form.
 * - `look`: something an editor should check before publication.
 */
export interface ImportNote {
  kind: 'lost' | 'changed' | 'look';
  /** A sentence without the record's own values, by which notes are grouped and counted. */
  what: string;
  /** The value concerned, such as a shortcode or an address. Never a password, an e-mail or an IP address. */
  detail?: string | undefined;
}

/** Create a note. @example note('lost', 'A shortcode has no counterpart; its inner text was kept.', '[contact-form]') */
export function note(kind: ImportNote['kind'], what: string, detail?: string): ImportNote {
  return detail === undefined ? { kind, what } : { kind, what, detail: detail.slice(0, maxDetail) };
}

const maxDetail = 200;
