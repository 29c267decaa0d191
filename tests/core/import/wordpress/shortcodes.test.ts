import { describe, expect, it } from 'vitest';
import type { ShortcodeContext } from '../../../../src/core/import/wordpress/shortcode-parts.ts';
import { expandShortcodes } from '../../../../src/core/import/wordpress/shortcodes.ts';

const context: ShortcodeContext = {
  attachment: (id) => (/^[12]$/.test(id) ? { src: `/${id}.jpg`, alt: 'رود', caption: 'آب & "باد"' } : undefined),
  attached: ['2'],
};
const expand = (html: string): string => expandShortcodes(html, context).html;
const lost = (html: string): (string | undefined)[] =>
  expandShortcodes(html, context).notes.map(({ detail }) => detail);
const figure = (id: number): string =>
  `<figure><img src="/${id}.jpg" alt="رود"><figcaption>آب &amp; &quot;باد&quot;</figcaption></figure>`;

describe('shortcodes', () => {
  it.each([
    [
      '[caption width="3"]<img src="a.jpg" /> زیرنویس[/caption]',
      '<figure><img src="a.jpg" /><figcaption>زیرنویس</figcaption></figure>',
    ],
    [
      '[caption caption="زیر «نویس»"]<img src="a.jpg">[/caption]',
      '<figure><img src="a.jpg"><figcaption>زیر «نویس»</figcaption></figure>',
    ],
    [
      '[caption]<a href="a.jpg"><img src="b.jpg"></a> متن[/caption]',
      '<figure><a href="a.jpg"><img src="b.jpg"></a><figcaption>متن</figcaption></figure>',
    ],
    ['[gallery ids="1,3,2"]', figure(1) + figure(2)],
    ['[gallery]', figure(2)],
    ['[embed]https://www.aparat.com/v/abc[/embed]', '<p>https://www.aparat.com/v/abc</p>'],
    ['[audio https://a.example/b.mp3]', '<audio src="https://a.example/b.mp3"></audio>'],
    ['[video mp4="https://a.example/b.mp4" width="3"][/video]', '<video src="https://a.example/b.mp4"></video>'],
    ['[aparat id="AbC12"]', '<p>https://www.aparat.com/v/AbC12</p>'],
    ['[youtube]https://youtu.be/abcdefghijk[/youtube]', '<p>https://www.youtube.com/watch?v=abcdefghijk</p>'],
    ['[vc_row][vc_column_text]متن[/vc_column_text][/vc_row]', '<div><div>متن</div></div>'],
    ['[vc_column]یک[/vc_column][vc_column]دو[/vc_column]', '<div>یک</div><div>دو</div>'],
    [
      '[vc_btn title="بیشتر" link="url:https%3A%2F%2Fa.example%2Fb|title:x||"]',
      '<a href="https://a.example/b">بیشتر</a>',
    ],
    [
      '[et_pb_button button_url="https://a.example/" button_text="دکمه"][/et_pb_button]',
      '<a href="https://a.example/">دکمه</a>',
    ],
    ['[blurb title="یک" link="https://a.example/"]', '<p><strong><a href="https://a.example/">یک</a></strong></p>'],
    ['[badge url="https://a.example/"]یک[/badge]', '<a href="https://a.example/">یک</a>'],
    ['[iframe src="https://www.aparat.com/embed/AbC12"]', '<p>https://www.aparat.com/embed/AbC12</p>'],
    ['[vc_video link="https://www.aparat.com/v/AbC12"]', '<p>https://www.aparat.com/v/AbC12</p>'],
    ['[su_youtube url="https://youtu.be/abcdefghijk"]', '<p>https://www.youtube.com/watch?v=abcdefghijk</p>'],
    ['[fusion_youtube id="abcdefghijk" /]', '<p>https://www.youtube.com/watch?v=abcdefghijk</p>'],
    ['[embedyt] https://youtu.be/abcdefghijk[/embedyt]', '<p>https://youtu.be/abcdefghijk</p>'],
    ['[vc_gallery interval="3" images="1,2"]', figure(1) + figure(2)],
    ['[fusion_gallery layout="grid"][/fusion_gallery]', ''],
    ['[frame]https://a.example/b.jpg[/frame]', '<figure><img src="https://a.example/b.jpg" alt=""></figure>'],
    [
      '[slide src="https://a.example/b.jpg" alt="رود"]',
      '<figure><img src="https://a.example/b.jpg" alt="رود"></figure>',
    ],
    ['[vc_raw_html]JTNDcCUzRSVEOSVCRSVEOSU4NCUzQyUyRnAlM0U=[/vc_raw_html]', '<p>پل</p>'],
    ['[su_quote cite="سعدی"]یک[/su_quote]', 'یک<p>— سعدی</p>'],
    ['[contact-form-7 id="5" title="فرم تماس"]', ''],
    ['list[my_index]', 'list[my_index]'],
    ['[toc] [related_posts] [tweet 12] [map https://a.example/]', '   '],
    ['[box title="یک &quot;دو&quot; &amp; سه"]', '<p><strong>یک &quot;دو&quot; &amp; سه</strong></p>'],
    ['[box title=&quot;یک دو&quot;]', '<p><strong>یک دو</strong></p>'],
    ['[quote]یک[/quote]', '<blockquote>یک</blockquote>'],
    ['[[gallery ids="1"]] و [1] و [یادداشت] و [sic]', '[gallery ids="1"] و [1] و [یادداشت] و [sic]'],
    ['[box]یک [box]دو[/box] سه[/box] چهار', 'یک دو سه چهار'],
    ['[box]باز', '[box]باز'],
    ['[su_box title="جعبهٔ یک" style="soft"]متن[/su_box]', '<p><strong>جعبهٔ یک</strong></p>متن'],
    ['[vc_custom_heading text="تیتر میانی" font="b"]', '<p>تیتر میانی</p>'],
    ['[vc_single_image image="1" align="center"]', figure(1)],
    ['[slide src="https://a.example/b.jpg"]', '<figure><img src="https://a.example/b.jpg" alt=""></figure>'],
  ])('%s', (html, expected) => expect(expand(html)).toBe(expected));

  it('that are unknown are reported once each, and their text is kept', () => {
    expect(expand('[contact-form-7 id="5"] و [box a="b"]متن[/box]')).toBe(' و متن');
    expect(lost('[contact-form-7 id="5"] و [box a="b"]متن[/box]')).toEqual(['[contact-form-7]', '[box]']);
  });

  it('may be nested deeply, and take no quadratic time', () => {
    expect(expand(`${'[box]'.repeat(3000)}متن${'[/box]'.repeat(3000)}`)).toContain('متن');
    expect(expand('[caption]'.repeat(20_000)).length).toBeGreaterThan(0);
    expect(expand(`${'[caption]'.repeat(20_000)}[/caption]`).length).toBeGreaterThan(0);
    expect(expand('[x '.repeat(50_000))).toHaveLength(150_000);
    expect(expand(`${'['.repeat(100_000)}x`)).toHaveLength(100_001);
  });
});
