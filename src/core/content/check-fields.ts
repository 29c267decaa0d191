import type { z } from 'zod';
import { fieldExamples } from './fields.ts';
import { dropControls } from '../text/control-characters.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ValueKind } from '../problems/table.ts';
import { splitNames } from '../front-matter/author-names.ts';
import { groupOf, persianNames } from '../front-matter/names.ts';
import { splitList } from '../front-matter/readings.ts';
import { quoteText } from '../front-matter/yaml-repairs.ts';
import { nearestOf } from '../text/nearest.ts';
import { normalizeText } from '../text/persian.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';

/** Validated front matter: the fields that fit the shape, and the problems of those that do not. */
export interface CheckedFields<Fields> {
  fields: Partial<Fields>;
  problems: Problem[];
}

/** Validate front matter against a shape. Blank fields count as absent. */
export function checkFields<Shape extends z.ZodObject>(
  shape: Shape,
  { data, placeOf, sourceOf, form }: FrontMatter,
  file: string,
): CheckedFields<z.infer<Shape>> {
  const written = withoutBlanks(data) as Record<string, unknown>;
  const result = shape.safeParse(written);
  if (result.success) return { fields: result.data as Partial<z.infer<Shape>>, problems: [] };
  const issues = result.error.issues.flatMap((issue) =>
    describeIssue(issue, written, shape, form === 'yaml' ? sourceOf : () => undefined),
  );
  const unsound = new Set(issues.map(({ path }) => path[0]));
  const sound = Object.fromEntries(Object.entries(written).filter(([name]) => !unsound.has(name)));
  return {
    fields: shape.partial().parse(sound) as Partial<z.infer<Shape>>,
    problems: issues.map(({ path, ...issue }) => ({ ...issue, file, field: fieldName(path), ...placeOf(path) })),
  };
}

type FieldIssue = Pick<Problem, 'id' | 'values'> & { path: readonly PropertyKey[] };

function describeIssue(
  issue: z.core.$ZodIssue,
  data: unknown,
  shape: z.ZodObject,
  sourceOf: FrontMatter['sourceOf'],
): FieldIssue[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsWithin(shape, path);
    return issue.keys.map((key) => describeUnknown([...path, key], key, fields));
  }
  if (issue.code === 'too_big') return [{ id: 'list-too-long', path, values: { limit: `${issue.maximum}` } }];
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
  const names = path.length === 2 ? namesOf((data as Record<PropertyKey, unknown>)[path[0]!]) : undefined;
  const example = names
    ? `${String(path[0])}: [${names.map(quoteItem).join(', ')}]`
    : (textExample(path, found, sourceOf(path), expectedKind(issue)) ?? exampleOf(path, found, expectedKind(issue)));
  if (found === undefined) return [{ id: 'field-missing', path, values: { example } }];
  const values = { expectedKind: expectedKind(issue), ...describeValue(found), example };
  return [{ id: 'field-type', path, values }];
}

/** Describe an unknown field. A name is proposed only if the field could be a misspelling of it. */
function describeUnknown(path: readonly PropertyKey[], key: string, fields: readonly string[]): FieldIssue {
  const group = path.length > 1 ? groupOf(path[0]) : 'file';
  const known = group ? fields.flatMap((field) => [field, ...(persianNames[group][field] ?? [])]) : fields;
  const name = key.toLowerCase();
  const nearest = nearestOf(name, known);
  const values = { fields: fields.join(', ') };
  return nearest === undefined
    ? { id: 'field-unread', path, values }
    : { id: 'field-unknown', path, values: { nearest, ...values } };
}

/** List the field names allowed at a path of the shape. */
function fieldsWithin(shape: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = shape._zod as { def: ShapeDefinition };
  if (def.shape && path.length === 0) return Object.keys(def.shape);
  if (def.shape) return fieldsWithin(def.shape[String(path[0])]!, path.slice(1));
  if (def.element) return fieldsWithin(def.element, path.slice(1));
  return fieldsWithin((def.innerType ?? def.out)!, path);
}

/**
 * The parts of a zod definition that lead to nested types: objects, lists, and wrappers such as optional, default and
 * preprocess.
 */
interface ShapeDefinition {
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  out?: z.core.$ZodType;
}

function expectedKind(issue: z.core.$ZodIssue): ValueKind {
  if (issue.code === 'invalid_value') return 'boolean';
  if (issue.code !== 'invalid_type') return 'aText';
  if (issue.expected === 'array') return 'list';
  if (issue.expected === 'object') return issue.path[0] === 'source' ? 'textOrFields' : 'fields';
  return issue.path[0] === 'draft' || issue.path[0] === 'picked' ? 'boolean' : 'aText';
}

function describeValue(value: unknown): { foundKind: ValueKind; foundText: string } {
  if (typeof value === 'string') return { foundKind: 'text', foundText: ` «${quoteValue(value)}»` };
  return { foundKind: Array.isArray(value) ? 'list' : 'fields', foundText: '' };
}

/** Quote a text that begins with a bracket, such as «[ویدئو] شهر», which YAML reads as a list or a group. */
function textExample(
  path: readonly PropertyKey[],
  found: unknown,
  source: string | undefined,
  expected: ValueKind,
): string | undefined {
  const isBracket = expected === 'aText' && typeof found === 'object' && path.length === 1;
  if (!isBracket || !/^[[{].*$/.test(source ?? '')) return undefined;
  return `${String(path[0])}: ${quoteText(source!.trim())}`;
}

function exampleOf(path: readonly PropertyKey[], found: unknown, expected: ValueKind): string {
  const [field] = path;
  if (expected === 'list' && path.length === 1 && typeof found === 'string' && field !== 'corrections') {
    const items = (field === 'authors' ? splitNames(found) : undefined)?.map(quoteItem) ?? listItems(found);
    return `${String(field)}: [${items.join(', ')}]`;
  }
  if (path.length === 1 && (expected === 'aText' || expected === 'textOrFields')) {
    const text = Array.isArray(found) && found.every((item) => typeof item === 'string') ? found.join(', ') : undefined;
    // YAML reads a headline that begins with a bracket, such as «[ویدئو]», as a list; a source in brackets is one name.
    if (text) return `${String(field)}: ${quoteItem(expected === 'aText' ? `[${text}]` : text)}`;
  }
  return fieldExamples[exampleKey(path)] ?? fieldExamples[String(field)] ?? `${String(field)}: …`;
}

/** Return the strings of a list, and the `name` of each group in it, as other systems export them. */
function namesOf(list: unknown): string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const names = list.map((item: unknown) => {
    const { name } = typeof item === 'object' && item !== null ? (item as { name?: unknown }) : { name: item };
    return typeof name === 'string' && name !== '' ? name : undefined;
  });
  return names.every((name) => name !== undefined) && names.length > 0 ? names : undefined;
}

/** Write a text as items of a YAML list, split at commas of any script, and quoted where YAML needs it. */
export function listItems(text: string): string[] {
  return splitList(text).map(quoteItem);
}

/** Quote an item of a list if YAML would read it as anything but a text. */
export function quoteItem(item: string): string {
  return /[[\]{},:#"'&*!|>%@`]|^[-?]\s/.test(item) ? JSON.stringify(item) : item;
}

/** Name of a field without list positions, so that `corrections.0.date` uses the example of `corrections.date`. */
function exampleKey(path: readonly PropertyKey[]): string {
  return path.filter((key) => typeof key !== 'number').join('.');
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
}

function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isBlank(item)).map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isBlank(item))
      .map(([key, item]) => [key, withoutBlanks(item)]),
  );
}

function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && /^(?:…|\s)*$/.test(normalizeText(dropControls(value))))
  );
}
