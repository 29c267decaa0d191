import { expect, it } from 'vitest';
import { dateWording } from '../../../src/core/problems/dates.ts';
import { findWordingFaults } from '../../support/wording-rules.ts';

it.each(Object.entries(dateWording))('the wording of %s is complete in both languages', (_, wording) => {
  expect(findWordingFaults(wording)).toEqual([]);
});
