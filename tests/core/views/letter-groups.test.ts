import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/core/text/persian.ts';
import { firstLetter, groupByLetter } from '../../../src/core/views/letter-groups.ts';

describe('firstLetter', () => {
  it.each([
    ['ایران', 'ا'],
    ['آب', 'آ'],
    ['أحمد', 'ا'],
    ['ئاوا', 'ا'],
    ['iPhone', 'I'],
    ['Économie', 'E'],
    ['۵ دی', '۰–۹'],
    ['5G', '۰–۹'],
    ['«ما»', '#'],
    ['', '#'],
  ])('puts «%s» under «%s»', (label, letter) => {
    expect(firstLetter(label)).toBe(letter);
  });
});

describe('groupByLetter', () => {
  it('keeps the order, and gives each group an id of its own', () => {
    const labels = ['آب', 'آتش', 'باد', 'پل', 'باغ'];
    const groups = groupByLetter(labels.map((label) => ({ label })));
    expect(groups.map(({ letter, items }) => [letter, items.length])).toEqual([
      ['آ', 2],
      ['ب', 1],
      ['پ', 1],
      ['ب', 1],
    ]);
    expect(groups.flatMap(({ items }) => items.map(({ label }) => label))).toEqual(labels);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
  });

  it('makes exactly one group per letter of sorted names', () => {
    const letters = [...'آاأإٱءؤئبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهۀةیazA5۵«#@'];
    const labels = letters.map((letter) => `${letter}ب`).toSorted(compareText);
    const groups = groupByLetter(labels.map((label) => ({ label }))).map(({ letter }) => letter);
    expect(groups).toEqual([...'#', '۰–۹', ...'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی', 'A', 'Z']);
  });

  it('makes no groups without names', () => {
    expect(groupByLetter([])).toEqual([]);
  });
});
