import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { findNotation } from '../../../src/core/slips/notation.ts';

const find = (markdown: string): string[] =>
  findNotation(parseMarkdown(markdown), markdown).map(
    ({ kind, text, line, column }) => `${line}:${column} ${kind} ${text}`,
  );

describe('notation of other systems', () => {
  it.each([
    ['متن {{< figure src="a.jpg" >}}', '1:5 hugo {{< figure src="a.jpg" >}}'],
    ['{{<youtube id>}}', '1:1 hugo {{<youtube id>}}'],
    ['{{% map\n  "ي" %}}', '1:1 hugo {{% map\n  "ي" %}}'],
    ['متن\n\n{% include a.html %}', '3:1 liquid {% include a.html %}'],
    ['{{ site.title }}', '1:1 template {{ site.title }}'],
    ['متن\n{: .note}', '2:1 attributes {: .note}'],
    ['## عنوان {#id}', '1:10 attributes {#id}'],
    ['![الف](a.jpg){:width="300"}', '1:14 attributes {:width="300"}'],
    ['[[صفحه|نام]]', '1:1 wiki [[صفحه|نام]]'],
    ['![[عکس.png]]', '1:1 wiki ![[عکس.png]]'],
    ['متن %%پنهان%%', '1:5 wiki %%پنهان%%'],
    ['> :::note', '1:3 directive :::note'],
    ['!!! note "عنوان"', '1:1 directive !!! note "عنوان"'],
    ['[gallery ids="1,2"]', '1:1 shortcode [gallery ids="1,2"]'],
    ['[embed]https://a.org/v[/embed]', '1:1 shortcode [embed]https://a.org/v[/embed]'],
    ['[youtube https://a.org/v]', '1:1 shortcode [youtube https://a.org/v]'],
    ['[contact-form-7 id="1" title="فرم"]', '1:1 shortcode [contact-form-7 id="1" title="فرم"]'],
    ['متن[/b]', '1:4 bracketTag [/b]'],
    ["import X from './x.js'", "1:1 mdx import X from './x.js'"],
    ['<Chart data={[1, 2]} />', '1:1 mdx <Chart data={[1, 2]} />'],
    ['<Chart title="متن" />', '1:1 mdx <Chart title="متن" />'],
    ['<video src={film} />', '1:1 mdx <video src={film} />'],
    ['@[youtube](abc)', '1:1 media @[youtube](abc)'],
  ])('%j is found', (markdown, found) => expect(find(markdown)).toContain(found));

  it.each([
    '`{{< x >}}` و ``[[صفحه]]``',
    '```\n{% raw %}\n```',
    '<!-- [gallery] -->',
    '\\{{ a }} و \\[gallery]',
    '[[۱]](https://a.org) و [[1]] و [[یک]][a]\n\n[a]: /b',
    '[ویدئو](a.md) و [sic] و [video] و [a]',
    '{ متن } و {۱} و (متن)',
    '$[[a]]$',
    '<BR> <B>متن</B> <Table>',
    'متن :: متن و !!! و ...',
    'import the book from here',
    'نام @[نام]',
    '۵۰%% و ۲۰%%',
  ])('%j is not notation', (markdown) => expect(find(markdown)).toEqual([]));
});
