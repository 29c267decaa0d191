import { describe, expect, it } from 'vitest';
import { findEnglish, isEnglish } from '../../../src/core/text/english.ts';

describe('isEnglish', () => {
  it.each([
    'The report was published by the agency.',
    'We don’t know what this is about, said the minister.',
    'Two people were killed and 12 injured in a crash on Monday',
    'I have a dream that one day this nation will rise up.',
    'Read more about it in the archive of the newspaper: Café society is not what it was.',
  ])('is true of %j', (text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each([
    '',
    'Ludwig van Beethoven',
    'The New York Times, The Guardian, Le Monde, Der Spiegel, El País',
    'Manchester United, Real Madrid, Bayern Munich, Paris Saint-Germain, Inter, Juventus',
    'Hello world',
    'Der Minister war in Berlin und hat was gesagt.',
    'Le ministre a dit que les prix ont augmenté et que la crise continue.',
    'El ministro dijo que no habrá cambios en los precios.',
    'De minister was in Den Haag en is niet van plan te vertrekken.',
    'Il ministro non ha detto che a Roma è in programma una riunione.',
    'Bakan bu konuda bir açıklama yapmadı ve toplantı için Ankara’ya gitti.',
    'Serokê komarê di civînê de got ku ew ê ji bo aştiyê bixebite',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore',
  ])('is false of %j', (text) => {
    expect(isEnglish(text)).toBe(false);
  });
});

it('finds sentences in Persian text, with the final mark if they begin with a capital letter', () => {
  const found = (text: string): string[] => findEnglish(text).map(({ start, end }) => text.slice(start, end));
  expect(found('گفت: «The price of fuel (in 2025) will not be reduced» و رفت')).toEqual([
    'The price of fuel (in 2025) will not be reduced',
  ]);
  expect(found('متن. We will do it, and they will see it! متن')).toEqual(['We will do it, and they will see it!']);
  expect(found('عبارت to be or not to be, that is. متن')).toEqual(['to be or not to be, that is']);
  expect(found('شرکت United Airlines and British Airways و Air France')).toEqual([]);
});
