import { describe, expect, it } from 'vitest';
import { differences, snapshotOf, textsOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const secrets = /زرافشان|نیلوفرانه|سپیداران/;

describe('an embargo', () => {
  it('keeps an article out of everything until its moment, and lets it out then', async () => {
    const site = await createMiniSite({
      'articles/open.md': articleFile({ title: 'خبر آشکار', related: '[later]' }),
      'articles/later.md': articleFile(
        {
          title: 'خبر زرافشان',
          date: '"1405/09/01 12:00"',
          tags: '[نیلوفرانه, شهر]',
          authors: '[سپیداران]',
          source: 'سپیداران',
          aliases: '[/zarafshan/]',
        },
        'متن زرافشان.',
      ),
      'articles/draft.md': articleFile({ title: 'پیش‌نویس نیلوفرانه', draft: 'true', picked: 'true' }, 'متن سپیداران.'),
    });
    const before = await build(site, '2026-11-22T11:59:59+03:30');
    expect(filesThatTell(site)).toEqual([]);
    const after = await build(site, '2026-11-22T12:00:00+03:30');
    expect([...after.keys()]).toEqual(
      expect.arrayContaining(['news/later/index.html', 'tags/نیلوفرانه/index.html', 'authors/سپیداران/index.html']),
    );
    expect(filesThatTell(site).join()).toContain('search/index/articles/');
    expect(textsOf(site.dist()).filter(({ text }) => text.includes('پیش‌نویس نیلوفرانه'))).toEqual([]);
    expect(differences(before, after)).toContain('news/open/index.html');
  });

  it('does not depend on the time zone of the machine', async () => {
    const site = await createMiniSite({
      'articles/later.md': articleFile({ date: '1405/09/01' }),
      'articles/open.md': articleFile(),
    });
    const { code, output } = await site.build({ now: '2026-11-21T23:59:59+03:30', env: { TZ: 'Pacific/Kiritimati' } });
    expect(code, output).toBe(0);
    expect(site.dist().files.filter((file) => file.startsWith('news/'))).toEqual(['news/open/index.html']);
  });
});

async function build(site: MiniSite, now: string): Promise<Map<string, string>> {
  const { code, output } = await site.build({ now });
  expect(code, output).toBe(0);
  return snapshotOf(site.out);
}

function filesThatTell(site: MiniSite): string[] {
  return textsOf(site.dist())
    .filter(({ file, text }) => secrets.test(file) || secrets.test(text) || /news\/(?:later|draft)\b/.test(text + file))
    .map(({ file }) => file);
}
