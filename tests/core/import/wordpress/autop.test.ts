import { describe, expect, it } from 'vitest';
import { markParagraphs } from '../../../../src/core/import/wordpress/autop.ts';

describe('paragraphs of the classic editor', () => {
  it.each([
    ['یک\nدو\n\nسه', 'یک<br>دو<br><br>سه'],
    ['یک\r\nدو\r\n\r\n\r\nسه', 'یک<br>دو<br><br>سه'],
    ['یک \n \t\n دو', 'یک<br><br>دو'],
    ['<p>یک</p>\n\n<p>دو</p>\n', '<p>یک</p> <p>دو</p> '],
    ['یک\n<ul>\n\t<li>الف</li>\n\t<li>ب</li>\n</ul>\nدو', 'یک<ul> <li>الف</li> <li>ب</li> </ul>دو'],
    ['یک\n\n<blockquote>نقل\n\nدوم</blockquote>\n\nدو', 'یک<blockquote>نقل<br><br>دوم</blockquote>دو'],
    ['<strong>یک</strong>\n<em>دو</em>', '<strong>یک</strong><br><em>دو</em>'],
    ['یک<br />\nدو', 'یک<br>دو'],
    ['یک<br/><br>دو', 'یک<br><br>دو'],
    ['یک<br />\n\nدو', 'یک<br><br>دو'],
    ['<pre>\nیک\n\n  دو\n</pre>\n\nسه', '<pre>\nیک\n\n  دو\n</pre>سه'],
    ['یک\n\n<script>\na\n\nb\n</script>\n\nدو', 'یک<br><br><script>\na\n\nb\n</script><br><br>دو'],
    ['یک\n\n<iframe src="x"></iframe>\n\nدو', 'یک<br><br><iframe src="x"></iframe><br><br>دو'],
    ['یک\n<!--more-->\nدو', 'یک<br><!--more--><br>دو'],
    ['<a\nhref="x"\n>یک</a>', '<a\nhref="x"\n>یک</a>'],
    ['۳ < ۵\n\nو ۵ > ۳', '۳ < ۵<br><br>و ۵ > ۳'],
    ['', ''],
  ])('%j', (html, expected) => expect(markParagraphs(html)).toBe(expected));
});
