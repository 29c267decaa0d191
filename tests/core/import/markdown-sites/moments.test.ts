import { expect, it } from 'vitest';
import { readMoment } from '../../../../src/core/import/markdown-sites/folder/moments.ts';

it.each([
  ['1399-04-04', '2020-06-24T00:00:00+04:30', false],
  ['2020-01-02T10:00:00+04:30', '2020-01-02T09:00:00+03:30', true],
  ['2015-03-17 14:00:00 -4', '2015-03-17T21:30:00+03:30', true],
  ['18 Dec 2014', '2014-12-18T00:00:00+03:30', false],
  ['2017-03-15  01-07-01', '2017-03-15T01:07:01+03:30', true],
  ['2015-01-01 10:00 UTC', '2015-01-01T13:30:00+03:30', true],
  ['2014-12-18 22:00:00 EST', '2014-12-19T06:30:00+03:30', true],
  ['2021-01-01 00:00:00 +0000 UTC', '2021-01-01T00:00:00+03:30', false],
  ['2018-05-11 00:00:00 Z', '2018-05-11T00:00:00+04:30', false],
  ['20150317', '2015-03-17T00:00:00+03:30', false],
  ['1710000000', '2024-03-09T19:30:00+03:30', true],
  ['۱۳۹۹/۰۴/۰۴ ۱۰:۲۰', '2020-06-24T10:20:00+04:30', true],
])('reads %j', (text, iso, hasTime) => {
  expect(readMoment(text).date).toMatchObject({ iso, hasTime });
});

it('reads times without an offset in the zone of the site', () => {
  expect(readMoment('2020-07-01 10:00', 'Europe/Berlin').date).toMatchObject({ iso: '2020-07-01T12:30:00+04:30' });
  expect(readMoment('2020-07-01 10:00', 'No/Where').date).toMatchObject({ iso: '2020-07-01T10:00:00+04:30' });
});

it('keeps texts that are not dates', () => {
  expect(readMoment('دیروز')).toEqual({ date: 'دیروز', clocks: [] });
  expect(readMoment('2020-13-40')).toEqual({ date: '2020-13-40', clocks: [] });
});

it('lists the days that addresses may contain', () => {
  expect(readMoment('2015-03-17 23:30:00 -4').clocks.map(({ day }) => day)).toEqual([17, 18, 18]);
});
