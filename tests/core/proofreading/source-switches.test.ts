import { expect, it } from 'vitest';
import { switchesInHtml, switchesInYaml } from '../../../src/core/proofreading/source-switches.ts';

it('finds switches in HTML comments, with the rules that they name', () => {
  expect(switchesInHtml('متن <!-- check-disable-line digits، letters -->')).toEqual([
    { names: ['digits', 'letters'], start: 4 },
  ]);
  expect(switchesInHtml('<!--check-disable-line-->')).toEqual([{ names: [], start: 0 }]);
});

it('finds switches in the comments of front matter, one per line', () => {
  expect(switchesInYaml('title: یک # check-disable-line\ndate: ۲ # check-disable-line digits')).toEqual([
    { names: [], start: 10 },
    { names: ['digits'], start: 39 },
  ]);
});

it('ignores everything else', () => {
  expect(switchesInHtml('<!-- check-disable-lines digits --> check-disable-line digits')).toEqual([]);
  expect(switchesInYaml('title: x#check-disable-line\ntitle: "check-disable-line"')).toEqual([]);
});
