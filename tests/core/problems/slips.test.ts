import { expect, it } from 'vitest';
import { notationWording } from '../../../src/core/problems/notation.ts';
import { slipWording } from '../../../src/core/problems/slips.ts';
import { findWordingFaults, sayProblem } from '../../support/wording-rules.ts';

it.each(Object.entries({ ...slipWording, ...notationWording }))(
  'the wording of %s is complete in both languages',
  (_, wording) => {
    expect(findWordingFaults(wording)).toEqual([]);
  },
);

it('a slip, as writers read it', () => {
  const values = { found: '##عنوان', proposed: '## عنوان', mark: '' };
  expect(sayProblem('heading-form', values, 'en')).toEqual([
    'this is no heading, and readers see its signs: ##عنوان',
    'Put a space after the signs:  ## عنوان',
  ]);
  expect(sayProblem('heading-form', values, 'fa')).toEqual([
    'این میان‌تیتر نمی‌شود و خواننده نشانه‌اش را می‌بیند: ##عنوان',
    'پس از نشانه فاصله بگذارید:  ## عنوان',
  ]);
});

it('notation of another system, as writers read it', () => {
  const values = {
    found: '{{< figure src="a.jpg" >}}',
    systemKind: 'notationOfHugo',
    insteadKind: 'notationPicture',
    example: '![…](a.jpg)',
  };
  expect(sayProblem('other-notation', values, 'en')).toEqual([
    'this is notation of Hugo, which does nothing here; readers see its signs: {{< figure src="a.jpg" >}}',
    'What to do: write a picture in its place:  ![…](a.jpg)',
  ]);
  expect(sayProblem('other-notation', values, 'fa')).toEqual([
    'این نشانه‌گذاری Hugo است که این‌جا کاری نمی‌کند و خواننده نشانه‌هایش را می‌بیند: {{< figure src="a.jpg" >}}',
    'چاره: به جای آن تصویر بگذارید:  ![…](a.jpg)',
  ]);
});
