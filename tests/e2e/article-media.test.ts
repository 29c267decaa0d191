import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { sample } from '../support/sample.ts';
import { useSiteBrowser } from './browser.ts';

const captions = (text: string): string => `WEBVTT\n\n00:00.000 --> 00:09.000\n${text}\n`;
const bytes = (path: string): Uint8Array => readFileSync(join(sample.publicFolder, path));
const pictures = '![ساحل](a.svg "موج‌ها | مینا")\n\n![شهر](b.svg)';

let site: MiniSite;
const { open } = useSiteBrowser(async () => {
  site = await createMiniSite({
    'articles/1404/film.md': articleFile({ video: '{src: پل.mp4, title: گشت روی پل, captions: زیرنویس پل.vtt}' }),
    'articles/1404/پل.mp4': bytes('media/otobus.mp4'),
    'articles/1404/زیرنویس پل.vtt': captions('پل تازه باز شد'),
    'articles/1404/a.svg': bytes('images/city.svg'),
    'articles/1404/b.svg': bytes('images/chart.svg'),
    'articles/1404/first.md': articleFile(
      { image: '{src: a.svg, alt: ساحل, caption: نمای ساحل}' },
      `متن.\n\n${pictures}`,
    ),
    'articles/1404/second.md': articleFile(
      { image: '{src: b.svg, alt: شهر, caption: نمای شهر, credit: رضا کاوه}' },
      `متن.\n\n${pictures}`,
    ),
    'articles/1404/other.md': articleFile({ image: '{src: /images/paeez.svg, alt: پاییز}' }, `متن.\n\n${pictures}`),
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return site.out;
});

it('a film of the site offers its captions', async () => {
  const { page, troubles, close } = await open('/news/film/');
  const track = page.locator('[data-part=video] video track');
  for (const [name, value] of [
    ['kind', 'captions'],
    ['srclang', 'fa'],
    ['label', 'فارسی'],
    ['src', `/files/1404/${encodeURIComponent('زیرنویس پل.vtt')}`],
  ] as const)
    expect(await track.getAttribute(name)).toBe(value);
  const cues = (): Promise<string[]> =>
    track.evaluate((each: HTMLTrackElement) => {
      each.track.mode = 'showing';
      return [...(each.track.cues ?? [])].map((cue) => (cue as VTTCue).text);
    });
  await expect.poll(cues).toEqual(['پل تازه باز شد']);
  expect(troubles).toEqual([]);
  await close();
});

it.each([
  ['first', 'موج‌ها مینا'],
  ['second', 'نمای شهر رضا کاوه'],
])(
  'a picture that is in the gallery of its article too is shown once, with its caption (%s)',
  async (slug, caption) => {
    const { page, close } = await open(`/news/${slug}/`);
    expect(await page.locator('.article img').count()).toBe(2);
    expect(await page.locator('.article figcaption').allInnerTexts()).toContain(caption);
    await close();
  },
);

it('a picture that is not in the gallery stays above it', async () => {
  const { page, close } = await open('/news/other/');
  expect(await page.locator('.article img').count()).toBe(3);
  expect(await page.locator('.hero img').count()).toBe(1);
  await close();
});

it('a build publishes captions that have changed, and no article with captions that are none', async () => {
  await site.write({ 'articles/1404/زیرنویس پل.vtt': captions('پل کهنه بسته شد') });
  expect((await site.build()).code).toBe(0);
  expect(readFileSync(join(site.out, 'files/1404/زیرنویس پل.vtt'), 'utf8')).toContain('پل کهنه بسته شد');
  await site.write({ 'articles/1404/زیرنویس پل.vtt': '1\n00:00:00,000 --> 00:00:02,000\nپل\n' });
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('holds no WebVTT captions');
});
