import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { yamlReason } from '../../../src/core/problems/yaml.ts';

// The package's own words: where an upgrade changes them, writers would be told a wrong reason.
it.each([
  ['tags: [a, b', 'yamlUnclosed'],
  ['a: {b: c', 'yamlUnclosed'],
  ['tags: [a]]', 'yamlBracket'],
  ['tags: [a b: c: d]', 'yamlOther'],
  ['tags: [a,, b]', 'yamlBracket'],
  ['a:\n    b: c\n  d: e', 'yamlIndent'],
  ['a:\n\tb: c', 'yamlTab'],
  ['a: &x &y b', 'yamlAlias'],
  ['a: &x *y', 'yamlAlias'],
  ['a: @b', 'yamlSign'],
  ['a: "\\q"', 'yamlEscape'],
  ['a: b\nc', 'yamlLine'],
  ['a: "b" c', 'yamlAfter'],
])('%j is explained by %s', (text, reason) => {
  const [error] = parseDocument(text, { schema: 'failsafe', prettyErrors: false }).errors;
  expect(error, 'an error of the package').toBeDefined();
  expect(`${yamlReason(error!.code, error!.message)} (${error!.code}: ${error!.message})`).toMatch(
    new RegExp(`^${reason} `),
  );
});

it('what is not known has a reason too', () => expect(yamlReason('NEW_CODE', 'New.')).toBe('yamlOther'));
