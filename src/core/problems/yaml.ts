/** Why front matter is not valid YAML, for those who have not heard of YAML. The parser’s own words are English alone. */
export const yamlReasons = {
  yamlUnclosed: {
    en: 'a list or a group of fields that is opened with a bracket is not closed.',
    fa: 'فهرست یا گروهی که با [ یا { باز شده بسته نشده است.',
  },
  yamlBracket: {
    en: 'a comma or a closing bracket stands where none is expected.',
    fa: 'ویرگول یا کروشه‌ای نابه‌جا آمده است.',
  },
  yamlIndent: {
    en: 'the spaces at the beginning of a line do not fit the lines around it.',
    fa: 'فاصلهٔ آغاز خط با خط‌های دور و برش نمی‌خواند.',
  },
  yamlTab: {
    en: 'a line begins with a tab; only spaces may.',
    fa: 'خط با Tab آغاز شده است؛ تنها فاصله می‌تواند بیاید.',
  },
  yamlAlias: {
    en: 'a text that begins with & or * means something else.',
    fa: 'متنی که با & یا * آغاز شود معنای دیگری دارد.',
  },
  yamlSign: {
    en: 'a text may not begin with @, % or a backtick.',
    fa: 'متن نمی‌تواند با @ یا % یا ` آغاز شود.',
  },
  yamlEscape: {
    en: 'a backslash between quotation marks means something else.',
    fa: 'نشان \\ میان دو نشان " معنای دیگری دارد.',
  },
  yamlLine: { en: 'this line is no field («name: value»).', fa: 'این خط فیلد («نام: مقدار») نیست.' },
  yamlAfter: { en: 'something stands where the value had ended.', fa: 'پس از پایان مقدار چیز دیگری آمده است.' },
  yamlDeep: { en: 'it is nested too deeply.', fa: 'فهرست‌ها و گروه‌ها بیش از اندازه تودرتو هستند.' },
  yamlOther: { en: 'its signs do not fit together.', fa: 'نشانه‌هایش با هم نمی‌خوانند.' },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** A name of {@link yamlReasons}. */
export type YamlReason = keyof typeof yamlReasons;

/** Name the reason for an error of the package `yaml`, by its code and, where that says too little, by its message. */
export function yamlReason(code: string, message: string): YamlReason {
  if (code === 'BAD_INDENT') return message.startsWith('Flow') ? 'yamlUnclosed' : 'yamlIndent';
  if (code === 'MISSING_CHAR' && /^Missing [,s]/.test(message)) return 'yamlBracket';
  if (code === 'UNEXPECTED_TOKEN') return unexpected(message);
  return reasonsOfCodes[code] ?? 'yamlOther';
}

const reasonsOfCodes: Readonly<Record<string, YamlReason>> = {
  TAB_AS_INDENT: 'yamlTab',
  BAD_ALIAS: 'yamlAlias',
  ALIAS_PROPS: 'yamlAlias',
  MULTIPLE_ANCHORS: 'yamlAlias',
  BAD_SCALAR_START: 'yamlSign',
  BAD_DQ_ESCAPE: 'yamlEscape',
  MISSING_CHAR: 'yamlLine',
  MULTILINE_IMPLICIT_KEY: 'yamlLine',
  RESOURCE_EXHAUSTION: 'yamlDeep',
};

function unexpected(message: string): YamlReason {
  if (message.endsWith('at node end')) return 'yamlAfter';
  return /^Unexpected (?:,|flow-)/.test(message) ? 'yamlBracket' : 'yamlOther';
}
