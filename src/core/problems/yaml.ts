/**
 * Why front matter is not valid YAML, for writers who do not know YAML. The parser's own messages exist in English
 * only.
 */
export const yamlReasons = {
  yamlUnclosed: {
    en: 'a list or a group of fields that is opened with a bracket is not closed.',
    fa: 'فهرست یا گروهی که با [ یا { باز شده بسته نشده است.',
  },
  yamlBracket: {
    en: 'there is a comma or a closing bracket where none is expected.',
    fa: 'ویرگول یا کروشه‌ای نابه‌جا آمده است.',
  },
  yamlIndent: {
    en: 'the spaces at the beginning of a line do not match the lines around it.',
    fa: 'فاصلهٔ آغاز خط با خط‌های دور و برش نمی‌خواند.',
  },
  yamlTab: {
    en: 'a line begins with a tab; only spaces may.',
    fa: 'خط با Tab آغاز شده است؛ تنها فاصله می‌تواند بیاید.',
  },
  yamlAlias: {
    en: 'a text that begins with &, * or ! has another meaning.',
    fa: 'متنی که با & یا * یا ! آغاز شود معنای دیگری دارد.',
  },
  yamlSign: {
    en: 'a text may not begin with @, % or a backtick.',
    fa: 'متن نمی‌تواند با @ یا % یا ` آغاز شود.',
  },
  yamlEscape: {
    en: 'a backslash between quotation marks has another meaning.',
    fa: 'نشان \\ میان دو نشان " معنای دیگری دارد.',
  },
  yamlLine: { en: 'this line is not a field («name: value»).', fa: 'این خط فیلد («نام: مقدار») نیست.' },
  yamlAfter: { en: 'there is something after the end of the value.', fa: 'پس از پایان مقدار چیز دیگری آمده است.' },
  yamlDeep: { en: 'it is nested too deeply.', fa: 'فهرست‌ها و گروه‌ها بیش از اندازه تودرتو هستند.' },
  yamlOther: { en: 'its punctuation does not match up.', fa: 'نشانه‌هایش با هم نمی‌خوانند.' },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** A key of {@link yamlReasons}. */
export type YamlReason = keyof typeof yamlReasons;

/** Map an error of the package `yaml` to a reason, by its code and, where that is too general, by its message. */
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
