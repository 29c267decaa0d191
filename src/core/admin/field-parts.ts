/** A field of the editor, as Sveltia and Decap describe one. */
export interface EditorField {
  name: string;
  label: string;
  widget: string;
  required?: boolean;
  hint?: string;
  [option: string]: unknown;
}

/** A field of one line of text, or with another widget. */
export const string = (name: string, label: string, more: Partial<EditorField> = {}): EditorField => ({
  name,
  label,
  widget: 'string',
  required: false,
  ...more,
});

/** Must be near the headline: fields are drawn when they come into view, and this one follows it. */
export const address = string('address', 'نشانی', { widget: 'address' });

/** The file's text; see core/entries. */
export const written: EditorField = { name: 'written', label: '', widget: 'hidden' };

/** The picture of an article, author or section. */
export function picture(parts: readonly EditorField[]): EditorField {
  const src = string('src', 'پرونده', { widget: 'image', choose_url: true });
  const alt = string('alt', 'آنچه در تصویر دیده می‌شود', {
    required: true,
    hint: 'برای خوانندگانی که تصویر را نمی‌بینند؛ یک جمله، بی «تصویرِ…».',
  });
  return {
    name: 'image',
    label: 'تصویر',
    widget: 'object',
    required: false,
    collapsed: false,
    fields: [src, alt, ...parts],
  };
}

/** What stays of a picture where cards crop it. */
export const focus = string('focus', 'کانون', {
  widget: 'focus',
  hint: 'جایی که باید بماند وقتی کارت‌ها تصویر را می‌برند.',
});
/** Words about a picture. */
export const captions = [string('caption', 'زیرنویس'), string('credit', 'عکاس یا صاحب اثر')];

/** A video of an article. */
export const video: EditorField = {
  name: 'video',
  label: 'ویدئو',
  widget: 'object',
  required: false,
  collapsed: false,
  fields: [
    string('url', 'نشانی', { hint: 'نشانی صفحهٔ ویدئو در آپارات یا یوتیوب را اینجا بچسبانید.' }),
    string('title', 'عنوان'),
    string('src', 'یا پروندهٔ خودتان', { widget: 'file', choose_url: false }),
    string('poster', 'تصویر آغاز', { widget: 'image', choose_url: true }),
    string('captions', 'پروندهٔ زیرنویس (‎.vtt)', { widget: 'file', choose_url: false }),
  ],
};

/** Corrections of an article. */
export const corrections: EditorField = {
  name: 'corrections',
  label: 'اصلاحیه‌ها',
  label_singular: 'اصلاحیه',
  widget: 'list',
  required: false,
  collapsed: true,
  summary: '{{fields.text}}',
  fields: [
    string('date', 'تاریخ', { widget: 'jalali', required: true }),
    string('text', 'متن', { widget: 'text', required: true }),
  ],
};

/** Choices of a field, from their values in files and their Persian names. */
export const options = (names: Readonly<Record<string, string>>): { label: string; value: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
