import { expect, it } from 'vitest';
import type { NotationKind } from '../../../src/core/text/other-systems.ts';
import { adviseNotation } from '../../../src/core/slips/notation-advice.ts';

it.each<[NotationKind, string, string, string]>([
  ['hugo', '{{< figure src="a1.jpg" title="شرح" >}}', 'notationPicture', '![…](a1.jpg "شرح")'],
  ['hugo', "{{< figure src='عکس من.jpg' alt='شهر' >}}", 'notationPicture', '![شهر](<عکس من.jpg>)'],
  [
    'hugo',
    '{{< youtube dQw4w9WgXcQ >}}',
    'notationVideo',
    'video: {url: https://www.youtube.com/watch?v=dQw4w9WgXcQ, title: …}',
  ],
  ['hugo', '{{< video src="a.mp4" >}}', 'notationVideo', 'video: {src: a.mp4, title: …}'],
  ['hugo', '{{% note %}}', 'notationNote', '> …'],
  ['hugo', '{{% /note %}}', 'notationRemove', ''],
  ['hugo', '{{< ref "bundle.md" >}}', 'notationLink', '[…](bundle.md)'],
  ['hugo', '{{< other 1 >}}', 'notationOther', '`…`'],
  ['liquid', '{% include figure.html src="a.jpg" %}', 'notationPicture', '![…](a.jpg)'],
  ['liquid', '{% highlight ruby %}', 'notationCode', '```'],
  ['liquid', '{% endhighlight %}', 'notationRemove', ''],
  ['attributes', '{#id}', 'notationRemove', ''],
  ['wiki', '[[صفحه|نام]]', 'notationLink', '[نام](صفحه.md)'],
  ['wiki', '[[#بخش]]', 'notationLink', '[بخش](#بخش)'],
  ['wiki', '![[عکس.png|300]]', 'notationPicture', '![…](عکس.png)'],
  ['wiki', '%%پنهان%%', 'notationRemove', ''],
  ['directive', ':::warning', 'notationNote', '> …'],
  ['directive', ':::', 'notationRemove', ''],
  ['shortcode', '[gallery ids="1"]', 'notationGallery', '![…](…)'],
  ['shortcode', '[embed]https://a.org/v[/embed]', 'notationLink', '[…](https://a.org/v)'],
  ['shortcode', '[TOC]', 'notationRemove', ''],
  ['bracketTag', '[/b]', 'notationOther', '`…`'],
  ['mdx', "import X from './x'", 'notationRemove', ''],
  ['media', '@[aparat](abc12)', 'notationVideo', 'video: {url: https://www.aparat.com/v/abc12, title: …}'],
])('of %s, %s: %s %s', (kind, text, insteadKind, example) => {
  expect(adviseNotation(kind, text)).toMatchObject({ insteadKind, example });
});
