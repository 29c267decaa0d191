import { expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '../../../src/core/config/settings.ts';

const shape = settings({ hstsDays: z.number(), hubs: z.array(z.string()).optional() });
const messageOf = (value: unknown): string | undefined => shape.safeParse(value).error?.issues[0]?.message;

it('takes the settings that there are', () => {
  expect(shape.safeParse({ hstsDays: 1 }).success).toBe(true);
});

it('names the nearest setting for one that is none', () => {
  expect(messageOf({ hstsDays: 1, hup: [] })).toBe('there is no setting «hup»; the nearest is «hubs»');
});

it('lists all settings where something else stands in their place', () => {
  expect(messageOf(['hstsDays'])).toBe('expected the settings hstsDays, hubs');
});
