import { expect, it } from 'vitest';
import { orthographyWording } from '../../../src/core/problems/orthography.ts';
import { findWordingFaults } from '../../support/wording-rules.ts';

it.each(Object.entries(orthographyWording))('the wording of %s is complete in both languages', (_, wording) => {
  expect(findWordingFaults(wording)).toEqual([]);
});
