import { describe, expect, it } from 'vitest';
import { householdOf, isAhead, isReader } from '../../../src/core/popular/readers.ts';

describe('isReader', () => {
  it.each([
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 300.0.0',
    'Mozilla/5.0 (Linux; Android 9; CUBOT_P40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/8.0.35158/191.273; U; fa) Presto/2.12.423 Version/12.16',
  ])('knows readers: %s', (agent) => {
    expect(isReader(agent)).toBe(true);
  });

  it.each([
    '',
    '-',
    'curl/8.5.0',
    'python-requests/2.32',
    'Go-http-client/2.0',
    'TelegramBot (like TwitterBot)',
    'WhatsApp/2.23',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 (compatible; Google-InspectionTool/1.0;)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/98.0 Safari/537.36 Chrome-Lighthouse',
    'Mozilla/5.0 (Unknown; Linux) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
  ])('knows programs: %s', (agent) => {
    expect(isReader(agent)).toBe(false);
  });
});

it('tells pages that were opened ahead', () => {
  expect([undefined, '', '-', 'prefetch', 'prefetch;prerender', 'preview'].map(isAhead)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

it.each([
  ['5.6.7.8', '5.6.7.8'],
  ['::ffff:5.6.7.8', '5.6.7.8'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['host.example', 'host.example'],
])('takes the household of %s', (address, household) => {
  expect(householdOf(address)).toBe(household);
});
