/** What Word for Windows puts on the clipboard, shortened: half-spaces as ¬, lists as paragraphs, footnotes at the end. */
export const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {font-family:"B Nazanin";} --></style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=EN-US><!--StartFragment-->
<h1 dir=RTL style='text-align:right'><span lang=FA style='font-family:"B Titr"'>گزارش مي¬داني<o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL><span lang=FA>متن <b>پررنگ</b> و <i>كج</i> با <a href="https://example.org/a">پیوند</a> است.</span><a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
dir=LTR>[1]</span></span></a><span lang=FA> نرم\u00ADافزار می\u00ACآید.</span></p>
<p class=MsoListParagraphCxSpFirst dir=RTL style='margin-right:.5in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
dir=LTR><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span
lang=FA>نخست</span></p>
<p class=MsoListParagraphCxSpMiddle dir=RTL style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span></span><![endif]>فرعی</p>
<p class=MsoListParagraphCxSpLast dir=RTL style='mso-list:l0 level1 lfo1'><span><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span></span>دوم</p>
<p class=MsoListParagraph dir=RTL style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>گلوله</p>
<p class=MsoListParagraph dir=RTL style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>دیگر</p>
<table class=MsoTableGrid border=1><tr><th><p class=MsoNormal>کالا</p></th><th><p class=MsoNormal>بها</p></th></tr><tr><td><p class=MsoNormal>نان</p></td><td><p
class=MsoNormal>۲</p></td></tr></table>
<p class=MsoNormal><img width=100 src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"></p>
<p class=MsoNormal dir=RTL>پایان.<o:p>&nbsp;</o:p></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText dir=RTL><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> پانویس یک</p></div></div>
<!--EndFragment--></body></html>`;

/** What Google Docs puts on the clipboard, shortened: everything in a bold element of normal weight. */
export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="rtl" style="line-height:1.38"><span
style="font-size:16pt;color:#000">سرتیتر</span></h2><p dir="rtl"><span style="font-weight:400">متن </span><span
style="font-weight:700">پررنگ</span><span> و </span><span style="font-style:italic">کج</span><span> و </span><a
href="https://example.org/" style="text-decoration:none"><span style="color:#1155cc">پیوند</span></a><span>.</span><sup><a href="#ftnt1"
id="ftnt_ref1">[1]</a></sup></p><ul><li dir="rtl" aria-level="1"><p role="presentation"><span>یک</span></p></li><ul><li aria-level="2"><p
role="presentation"><span>دو</span></p></li></ul></ul><ol><li><p role="presentation">الف</p></li></ol><hr><div><p><a href="#ftnt_ref1"
id="ftnt1">[1]</a><span> پانویس</span></p></div></b><br class="Apple-interchange-newline">`;

/** What Telegram Web puts on the clipboard. */
export const telegram =
  'خبر <strong>فوری</strong><br>خط دوم با <a href="https://t.me/khabar" class="text-entity-link" dir="auto">پیوند</a><blockquote>نقل\u00ACقول</blockquote>';

/** A part of a web page, with what does not belong into an article. */
export const webPage = `<!--StartFragment--><h1 style="color:red" onclick="alert(1)">تیتر</h1><script>alert(1)</script>
<p>متن<sup id="r1"><a href="#n1">1</a></sup> با <del>خط</del> و <img alt="شهر" src="data:image/png;base64,iVBORw0KGgo="></p>
<figure><img src="https://example.org/b.jpg" alt="دیگر"><figcaption>زیرنویس</figcaption></figure>
<form><button>ارسال</button></form><p><a href="javascript:alert(1)"></a></p><style>p{}</style>
<ol><li id="n1">یادداشت <a href="#r1">↩</a></li></ol><!--EndFragment-->`;
