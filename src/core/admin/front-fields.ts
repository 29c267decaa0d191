import type { SectionConfig } from '../config/site-config.ts';
import { type BlockContent, type BlockLayout, frontFileName } from '../site/front-file.ts';
import type { EditorField } from './field-parts.ts';
import { check, type EditorCollection } from './fields.ts';

const kindNames: Readonly<Record<BlockContent, string>> = {
  section: 'خبرهای یک سرویس',
  tag: 'خبرهای یک برچسب',
  slugs: 'خبرهایی که خودتان برمی\u200Cگزینید',
  latest: 'آخرین اخبار',
  picks: 'اخبار پیشنهادی',
  popular: 'پربازدیدها',
  opinion: 'دیدگاه\u200Cها و یادداشت\u200Cها',
  photos: 'گزارش\u200Cهای تصویری',
};
const layoutNames: Readonly<Record<BlockLayout, string>> = {
  lead: 'یکی با تصویر، سپس تیترها',
  three: 'سه ستون با تصویر',
  list: 'تیترها',
  photos: 'تصویرهای بزرگ بر زمینهٔ سیاه',
  opinion: 'نویسندگان با تصویرشان',
};

const options = (names: Readonly<Record<string, string>>): { label: string; value: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const articles = (name: string, label: string, more: Partial<EditorField> = {}): EditorField => ({
  name,
  label,
  widget: 'relation',
  required: false,
  collection: 'articles',
  value_field: '{{slug}}',
  display_fields: ['title'],
  search_fields: ['title', 'kicker'],
  ...more,
});
const until = (hint: string): EditorField => ({ name: 'until', label: 'تا', widget: 'jalali', required: false, hint });

/** The front page as one entry of the editor: lists that are ordered by dragging. */
export function frontCollection(content: string, sections: readonly SectionConfig[]): EditorCollection {
  const names = sections.map(({ name }) => `«${name}»`).join('، ');
  return {
    name: 'front',
    label: 'صفحهٔ نخست',
    editor: { preview: false },
    files: [
      {
        name: 'front',
        label: 'چیدمان صفحهٔ نخست',
        file: `${content}/${frontFileName}`,
        format: 'rooznegar-front',
        fields: frontFields(names),
      },
    ],
  };
}

function frontFields(sections: string): EditorField[] {
  return [
    check,
    {
      name: 'breaking',
      label: 'خبر فوری، بالای همه',
      widget: 'object',
      required: false,
      collapsed: false,
      fields: [
        { name: 'text', label: 'متن', widget: 'string', required: true },
        articles('slug', 'به کدام خبر می\u200Cرود'),
        until('پس از آن برداشته می\u200Cشود.'),
      ],
    },
    {
      name: 'lead',
      label: 'خبر نخست',
      widget: 'object',
      required: false,
      collapsed: false,
      fields: [
        articles('slug', 'خبر', { required: true }),
        articles('with', 'خبرهای وابسته', { multiple: true, max: 4 }),
        until('پس از آن جای خود را به تازه\u200Cترین خبر می\u200Cدهد.'),
      ],
    },
    articles('top', 'خبرهای بعدی', {
      multiple: true,
      hint: 'سه خبر با تصویر، سپس شش تیتر؛ جای خالی با تازه\u200Cترین\u200Cها پر می\u200Cشود.',
    }),
    until('خبر نخست و خبرهای بعدی پس از آن آزاد می\u200Cشوند.'),
    {
      name: 'blocks',
      label: 'بخش\u200Cهای پایین\u200Cتر',
      label_singular: 'بخش',
      widget: 'list',
      required: false,
      collapsed: true,
      summary: '{{fields.kind}} {{fields.name}} {{fields.title}}',
      fields: [
        { name: 'kind', label: 'چه نشان می\u200Cدهد', widget: 'select', options: options(kindNames), required: true },
        {
          name: 'name',
          label: 'نام سرویس یا برچسب',
          widget: 'string',
          required: false,
          hint: `سرویس\u200Cها: ${sections}`,
        },
        articles('slugs', 'خبرها', { multiple: true }),
        { name: 'title', label: 'عنوان', widget: 'string', required: false },
        { name: 'layout', label: 'چیدمان', widget: 'select', options: options(layoutNames), required: false },
        {
          name: 'count',
          label: 'شمار خبرها',
          widget: 'string',
          required: false,
          pattern: ['^(1?\\d|20)?$', 'عددی تا ۲۰'],
        },
        until('پس از آن برداشته می\u200Cشود.'),
      ],
    },
    { name: 'written', label: '', widget: 'hidden' },
  ];
}
