/** A field of the editor, as Sveltia and Decap describe one. */
export interface EditorField {
  name: string;
  label: string;
  widget: string;
  required?: boolean;
  hint?: string;
  [option: string]: unknown;
}

/** Make a field of one line of text, or of another widget. */
export const string = (name: string, label: string, more: Partial<EditorField> = {}): EditorField => ({
  name,
  label,
  widget: 'string',
  required: false,
  ...more,
});
