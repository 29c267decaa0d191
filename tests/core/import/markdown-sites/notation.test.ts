import { describe, expect, it } from 'vitest';
import { readRecordAddress, recordAddress } from '../../../../src/core/import/markdown-sites/notation/elements.ts';
import { isMadeByTemplate } from '../../../../src/core/import/markdown-sites/template-pages.ts';
import { convert, recordFrom, textOf } from './support.ts';

describe('shortcodes of Hugo', () => {
  it.each([
    [
      '{{< figure src="a b.jpg" alt="الف" caption="شرح" attr="عکاس" link="/x" >}}',
      '[![الف](<a b.jpg> "شرح | عکاس")](/x)',
    ],
    ['{{< youtube id="abcdefghijk" >}}', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'],
    ['{{<youtube abcdefghijk>}}', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'],
    ['{{< gist user 12 >}}', '<https://gist.github.com/user/12>'],
    ['{{< x user="u" id="1" >}}', '<https://twitter.com/u/status/1>'],
    ['{{< instagram BWNjjyYFxVx >}}', '<https://www.instagram.com/p/BWNjjyYFxVx/>'],
    ['{{% notice note "عنوان" %}}\nمتن\n{{% /notice %}}', '**عنوان**\n\nمتن\n'],
    ['{{< a >}}{{< b >}}متن{{< /b >}}{{< /a >}}', 'متن'],
    ['{{< x1 />}}متن', 'متن'],
    ['{{< card title="عنوان کارت" link="/c" subtitle="زیر آن" >}}', '[عنوان کارت](/c) زیر آن\n\n'],
    ['{{< nashenas matn="x" title="متن پیدا" >}}', 'متن پیدا'],
    ['{{</* figure src="x" */>}}', '{{< figure src="x" >}}'],
    ['{{%/* a */%}}', '{{% a %}}'],
    ['`{{< a >}}`', '`{{< a >}}`'],
    ['{{< quote author="سعدی" >}}یک\nدو{{< /quote >}}', '> یک\n> دو\n>\n> — سعدی'],
    ['- یک\n\n  {{< highlight go >}}\n  x := "```"\n  {{< /highlight >}}', '- یک\n\n  ````go\n  x := "```"\n  ````'],
    ['{{< details "بیشتر" >}}متن{{< /details >}}', '<details>\n<summary>بیشتر</summary>\n\nمتن\n\n</details>\n'],
    ['{{< figure src="a.png" caption="a >}} b" >}}', '![](a.png "a >}} b")'],
    ['بسته نشده {{< figure', 'بسته نشده {{< figure'],
    ['## بخش {#id .c}\n\n[ب](#id)', '## بخش\n\n[ب](#بخش)'],
    ['متن {نه} و {.c} در خط', 'متن {نه} و {.c} در خط'],
    ['> [!NOTE]\n> متن', '>\n> متن'],
    ['متن {{< highlight go >}}\nx\n{{< /highlight >}} دیگر', 'متن \n\n```go\nx\n```\n\n دیگر'],
    ['متن {{< quote >}}یک{{< /quote >}}', 'متن \n\n> یک'],
    ['- {{< highlight go >}}\n  x\n  {{< /highlight >}}', '- ```go\n  x\n  ```'],
    ['> {{< highlight go >}}\n> x\n> {{< /highlight >}}', '> ```go\n> x\n> ```'],
    ['1. گام {{< highlight sh >}}\nls\n{{< /highlight >}} پس', '1. گام \n\n   ```sh\n   ls\n   ```\n\n    پس'],
    ['> نقل {{< highlight go >}}\n> x\n> {{< /highlight >}}', '> نقل \n>\n> ```go\n> x\n> ```'],
    ['{{< figure src="a.jpg" caption="**پل** در [ری](/rey), <b>a_b</b> و ۲*۳" >}}', '![](a.jpg "پل در ری, a_b و ۲*۳")'],
  ])('turns %j into %j', (text, expected) => {
    expect(convert('hugo', text)).toBe(expected);
  });

  it('fills in templates of the site that only repeat their arguments', () => {
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/rang.html': '<b>{{ .Inner }}</b>{{ with .Get "link" }}<a href="{{ . }}">پیوند</a>{{ end }}',
      'content/a/b.md': '---\ntitle: x\n---\n{{< rang link="/l" >}}متن{{< /rang >}}{{< rang >}}دو{{< /rang >}}',
    };
    expect(textOf(recordFrom(files, 'content/a/b.md'))).toBe('<b>متن</b><a href="/l">پیوند</a><b>دو</b>');
  });
});

describe('Liquid and kramdown', () => {
  it.each([
    ['{{ site.baseurl }}/a.png', '/b/a.png'],
    ['{{ "/a" | relative_url }}', '/b/a'],
    ['{{ page.title }}', 'x'],
    ['{{ nist }}', ''],
    ['{% assign y = "متن" %}{{ y }}', 'متن'],
    ['{% for p in site.posts %}{{ p.title }}{% endfor %}متن', 'متن'],
    ['{% comment %}x{% endcomment %}متن', 'متن'],
    ['{%- raw -%}{% if %}{{ x }}{%- endraw -%}', '{% if %}{{ x }}'],
    ['```\n{% raw %}{{ x }}{% endraw %}\n```', '```\n{{ x }}\n```'],
    ['```\n{{ site.baseurl }}\n```', '```\n{{ site.baseurl }}\n```'],
    ['{% gist user/12 %}', '<https://gist.github.com/user/12>'],
    [
      '{% include video id="abcdefghijk" provider="youtube" %}',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    ],
    ['{% include image.html url="/a.png" description="شرح" %}', '![](/a.png "شرح")'],
    ['[الف](/x){:target="_blank"} و *ب*{: .c}', '[الف](/x) و *ب*'],
    ['متن\n{: .lead}\n\nدیگر', 'متن\n\nدیگر'],
    ['1. toc\n{:toc}\nمتن', 'متن'],
    ['`{: .c}`', '`{: .c}`'],
    ['## ب {#a}', '## ب'],
    ['x^{2} و \\{{y}\\}', 'x^{2} و \\{{y}\\}'],
    ['{::nomarkdown}<b>x</b>{:/}', '<b>x</b>'],
  ])('turns %j into %j', (text, expected) => {
    expect(convert('jekyll', text)).toBe(expected);
  });

  it('fills in includes that only repeat their arguments', () => {
    const files = {
      '_config.yml': '',
      '_includes/aks.html':
        '<figure><img src="{{ include.src }}">{% if include.sharh %}<figcaption>{{ include.sharh }}</figcaption>{% endif %}</figure>',
      '_posts/2020-01-01-x.md':
        '---\ntitle: x\n---\n{% include aks.html src="/a.png" sharh="شرح" %}\n\n{% include aks.html src="/b.png" %}',
    };
    expect(textOf(recordFrom(files, '_posts/2020-01-01-x.md'))).toBe(
      '<figure><img src="/a.png"><figcaption>شرح</figcaption></figure>\n\n<figure><img src="/b.png"></figure>',
    );
  });
});

describe('Hexo', () => {
  it.each([
    ['{% asset_img a.png عنوان %}', '![عنوان](a.png "عنوان")'],
    ['{% note %}متن{% endnote %}', 'متن'],
    ['{% link متن https://a.example %}', '[متن](https://a.example)'],
    ['`{% note %}`', '`{% note %}`'],
    ['{% cq %}شعر{% endcq %}', '> شعر'],
  ])('turns %j into %j', (text, expected) => {
    expect(convert('hexo', text)).toBe(expected);
  });
});

describe('Obsidian and MDX', () => {
  it.each([
    ['[[x|متن]]', '[متن](record:x.md)'],
    ['[[#بخش دو]]', '[بخش دو](#بخش-دو)'],
    ['![[a.png|متن جایگزین|300]]', '![متن جایگزین](a.png)'],
    ['![[a.mp3]]', '<audio src="a.mp3" controls></audio>'],
    ['> [!warning]+ هشدار\n> متن', '> **هشدار**\n>\n> متن'],
    ['الف==ب==ج', 'الف<mark>ب</mark>ج'],
    ['a == b == c', 'a == b == c'],
    ['%%\nپنهان\n%%\nمتن', 'متن'],
    ['۵۰%% و ۶۰%%', '۵۰%% و ۶۰%%'],
    ['متن ^b-1', 'متن'],
    ['#شهر و c#3 و [ب](#شهر)', 'شهر و c#3 و [ب](#شهر)'],
    ['`[[x]]` و `#y`', '`[[x]]` و `#y`'],
  ])('turns %j into %j', (text, expected) => {
    expect(convert('obsidian', text)).toBe(expected);
  });

  it.each([
    ["import A from './a.astro';\n\n<A b={c}>متن</A>", '\nمتن'],
    ['<Image src="/a.png" alt="الف" />', '![الف](/a.png)'],
    ['<YouTube id="abcdefghijk" />', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'],
    ['{/* پنهان */}متن{" "}متن', 'متن متن'],
  ])('turns %j into %j', (text, expected) => {
    expect(convert('astro', text)).toBe(expected);
  });
});

describe('addresses of records', () => {
  it('can be read back', () => {
    const address = recordAddress('خبرها/پل (نو).md', 'بخش ۲');
    expect(address).toMatch(/^record:[\w%/.#-]+$/);
    expect(readRecordAddress(address)).toEqual({ path: 'خبرها/پل (نو).md', fragment: 'بخش ۲' });
    expect(readRecordAddress('https://a.example')).toBeUndefined();
    expect(readRecordAddress('record:%E0%A4%A')).toBeUndefined();
  });
});

describe('references to other files', () => {
  const files = {
    'hugo.toml': '',
    'content/posts/digar.md': '---\ntitle: "دیگر"\n---\nمتن',
    'content/posts/bi-nam.md': 'متن',
    'content/posts/x.md': '',
  };
  const record = (text: string): string =>
    textOf(recordFrom({ ...files, 'content/posts/x.md': `---\ntitle: x\n---\n${text}` }, 'content/posts/x.md'));

  it.each([
    ['[متن]({{< ref "digar.md" >}})', '[متن](record:content/posts/digar.md)'],
    ['ببینید {{< ref "digar" >}} را', 'ببینید [دیگر](record:content/posts/digar.md) را'],
    ['«{{< relref "bi-nam" >}}»', '«[bi-nam](record:content/posts/bi-nam.md)»'],
    ['[متن][۱]\n\n[۱]: {{< ref "digar" >}}', '[متن][۱]\n\n[۱]: record:content/posts/digar.md'],
    ['<a href="{{< ref "digar" >}}">متن</a>', '<a href="record:content/posts/digar.md">متن</a>'],
    ['`{{< ref "digar" >}}` و record:nist', '`{{< ref "digar" >}}` و record:nist'],
  ])('turns %j into %j', (text, expected) => {
    expect(record(text)).toBe(expected);
  });

  it.each(['{{ site.url }}{% post_url 2020-01-02-b %}', '{{ site.url }}{{ site.baseurl }}{% post_url 2020-01-02-b %}'])(
    'finds the file behind the address of the site in %j',
    (target) => {
      const site = {
        '_config.yml': 'url: https://khabar.example\nbaseurl: /b',
        '_posts/2020-01-02-b.md': '---\ntitle: ب\n---\nمتن',
        '_posts/2020-01-01-a.md': `---\ntitle: الف\n---\n[متن](${target})`,
      };
      const read = textOf(recordFrom(site, '_posts/2020-01-01-a.md'));
      expect(read).toBe('[متن](record:_posts/2020-01-02-b.md)');
    },
  );
});

describe('pages made by a template', () => {
  it.each([
    ['{% for p in site.posts %}<a href="{{ p.url }}">{{ p.title }}</a> متن یک دو سه{% endfor %}', true],
    ['<h1>همهٔ خبرها</h1>{% for p in site.posts %}{{ p.title }}{% endfor %}', true],
    ['{% include contact.html %}', true],
    ['<div>{{ content }}</div>', true],
    ['<script>var a = "یک دو سه چهار پنج";</script>{% include jostoju.html %}', true],
    ['{% include aks.html %}\n\nما روزنامه‌ای کوچک هستیم.', false],
    ['{% assign x = 1 %}\nنشانی ما خیابان آزادی است.', false],
    [
      'ما روزنامه‌ای کوچک هستیم و هر روز از شهر می‌نویسیم و با مردم حرف می‌زنیم.\n{% for p in x %}{{ p }}{% endfor %}',
      false,
    ],
    ['متن', false],
  ])('reads %j as %s', (body, isTemplate) => {
    expect(isMadeByTemplate(body)).toBe(isTemplate);
  });
});

describe('notation that only some sites have', () => {
  it.each([
    ['jekyll', 'یک\n\n{::comment}\nپنهان\n{:/comment}\n\nدو {::comment}پنهان{:/} سه', 'یک\n\n\nدو  سه'],
    ['jekyll', 'متن `{::comment}` و {::comment} بی‌پایان', 'متن `{::comment}` و  بی‌پایان'],
    ['hexo', '{% btn https://e.example, دکمهٔ تازه, home %}', '[دکمهٔ تازه](https://e.example)'],
    ['hexo', '<!-- tab یک@icon -->\nمتن\n<!-- endtab -->\nدو', '**یک**\n\nمتن\n\nدو'],
    ['obsidian', 'متن^[شرح *آن*] و `x^[y]`', 'متن[^inline-1] و `x^[y]`\n\n[^inline-1]: شرح *آن*\n'],
    ['obsidian', '#حمل_و_نقل در شهر', 'حمل و نقل در شهر'],
    ['astro', 'یک\n\n{\n  list.map((i) => (\n    <li>{i}</li>\n  ))\n}\n\nدو', 'یک\n\n\nدو'],
    ['astro', '<Card title="سر" size={3}>\nمتن\n</Card>', '**سر**\n\n\nمتن\n'],
  ] as const)('of %s turns %j into %j', (system, text, expected) => {
    expect(convert(system, text)).toBe(expected);
  });
});

describe('references to pages in several languages', () => {
  const files = {
    'hugo.toml': 'defaultContentLanguage = "fa"',
    'content/a.fa.md': '---\ntitle: آ\n---\nمتن',
    'content/a.md': '---\ntitle: A\n---\ntext',
    'content/b.md': '---\ntitle: ب\n---\n[آ]({{< ref "a.md" >}}) {{< ref "a.md" >}} [آ](a.md) {{< ref "_index.md" >}}',
    'content/_index.md': '---\ntitle: سر\n---\n',
  };

  it('lead to the file that is imported', () => {
    const text = textOf(recordFrom(files, 'content/b.md'));
    expect(text).toBe(
      '[آ](record:content/a.fa.md) [آ](record:content/a.fa.md) [آ](record:content/a.fa.md) [سر](record:content/_index.md)',
    );
  });
});
