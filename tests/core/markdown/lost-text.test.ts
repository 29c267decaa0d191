import { describe, expect, it } from 'vitest';
import { remarkLostText } from '../../../src/core/markdown/lost-text.ts';
import { transformMarkdown } from '../../support/trees.ts';

function lostIn(markdown: string): string[] {
  const { dropped = [] } = transformMarkdown(remarkLostText(), markdown).data;
  return dropped.map(({ name, address, line, column }) => `${name} ${line}:${column} ${address}`);
}

describe('remarkLostText', () => {
  it.each<[string, ...string[]]>([
    ['[منبع]: ایرنا', 'definition 1:1 [منبع]: ایرنا'],
    ['متن\n\n> [عکس]: https://a.example/', 'definition 3:3 [عکس]: https://a.example/'],
    ['متن[^1]\n\n[^1]: یک\n\n[^1]: دو', 'definition 5:1 [^1]: دو'],
    ['متن\n\n[^۲]: یک', 'definition 3:1 [^۲]: یک'],
    ['متن [^۲] و \\[^۳]', 'footnote 1:5 [^۲]'],
    ['متن.\nدوم [^۵] و\n**سوم [^۶]**.', 'footnote 2:5 [^۵]', 'footnote 3:7 [^۶]'],
    ['> متن\n> دوم [^۵]\n\n- یک\n  دو [^۶]', 'footnote 2:7 [^۵]', 'footnote 5:6 [^۶]'],
    ['متن https://a.example/ و\n[^۵]', 'footnote 2:1 [^۵]'],
    ['## تیتر [^۵]\n\n| الف [^۶] |\n|---|', 'footnote 1:9 [^۵]', 'footnote 3:7 [^۶]'],
    ['| الف |\n|---|\n| ۱ | ۲ | **۳** |', 'cell 3:5 ۲', 'cell 3:9 **۳**'],
    ['<!-- ناتمام\n\nمتن', 'comment 1:1 <!-- ناتمام\n\nمتن'],
    ['<h2>سرتیتر</h2>\nمتن **درشت**', 'markdown 1:1 **درشت**'],
    ['متن\n\n<div>الف</div>\n[ب](https://a.example/)', 'markdown 3:1 [ب](https://a.example/)'],
  ])('reports lost text: %j', (markdown, ...lost) => {
    expect(lostIn(markdown)).toEqual(lost);
  });

  it.each([
    '[متن][منبع] و ![عکس] و متن[^یک]\n\n[منبع]: /a/\n[عکس]: /b.jpg\n[^یک]: متن',
    '[//]: # (یادداشت)\n\n[comment]: <> (یادداشت)\n\n[x]: # "یادداشت"',
    '\\[منبع]: ایرنا',
    '| الف | ب |\n|---|---|\n| ۱ |\n| ۱ | ۲ | |',
    '<!-- یادداشت -->\n\n<!-->\n\nمتن <!-- یادداشت --> متن',
    '<h2>سرتیتر</h2>\n\nمتن **درشت** و <b>**درشت**</b>',
    '<pre>\n**الف**\n</pre>\n\n<div title="**">۲ ** ۳</div>',
    'متن\n\\[^۱] و `کد\n[^۱]`',
    '`[^۱]`\n\n```\n[منبع]: ایرنا\n```',
  ])('does not report %j', (markdown) => {
    expect(lostIn(markdown)).toEqual([]);
  });
});
