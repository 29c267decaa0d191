import { describe, expect, it } from 'vitest';
import { config as ownConfig } from '../../fixtures/sample/config.ts';
import { cacheRules, pathPattern } from '../../../src/core/hosting/cache-rules.ts';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';
import { metaPolicy, securityHeaders } from '../../../src/core/hosting/headers.ts';
import { writeHeadersFile } from '../../../src/core/hosting/headers-file.ts';
import { hostingDefaults, type HostingSettings, hostingOf } from '../../../src/core/config/hosting.ts';
import { writeCaddy, writeNginx } from '../../../src/core/hosting/server-config.ts';

const config = { url: 'https://example.org', videoHosts: ownConfig.videoHosts };
const headersOf = (settings: Partial<typeof config> & { hosting?: HostingSettings } = {}): Map<string, string> =>
  new Map(securityHeaders({ ...config, ...settings }));

describe('security headers', () => {
  it('allow nothing inline, and nothing from other origins but videos and players', () => {
    const policy = headersOf().get('Content-Security-Policy')!;
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' https:",
        "connect-src 'self'",
        'frame-src https://www.aparat.com https://www.youtube-nocookie.com',
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
  });

  it('allow pictures from listed hosts', () => {
    const pictures = { hosts: ['img.example.org', '*.example.net', 'a.example:8443'] };
    const policy = new Map(securityHeaders({ ...config, pictures })).get('Content-Security-Policy')!;
    expect(policy).toContain(
      "; img-src 'self' data: https://img.example.org https://*.example.net https://a.example:8443; ",
    );
    expect(metaPolicy({ ...config, pictures })).toContain('https://img.example.org');
  });

  it('allow no players without a video host', () => {
    const headers = headersOf({ videoHosts: [] });
    expect(headers.get('Content-Security-Policy')).toContain("frame-src 'none'");
    expect(headers.get('Permissions-Policy')).toContain('fullscreen=(self)');
  });

  it('let only the named sites frame pages', () => {
    expect(headersOf().get('X-Frame-Options')).toBe('DENY');
    const headers = headersOf({ hosting: { framedBy: ['https://partner.example'] } });
    expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors https://partner.example');
    expect(headers.has('X-Frame-Options')).toBe(false);
  });

  it.each([
    ['https://example.org', {}, 'max-age=31536000'],
    ['https://example.org', { hstsDays: 30, hstsSubdomains: true }, 'max-age=2592000; includeSubDomains'],
    ['https://example.org', { hstsDays: 0 }, undefined],
    ['http://example.org', {}, undefined],
  ])('of %s with %o: HSTS is %s', (url, hosting, value) => {
    expect(headersOf({ url, hosting }).get('Strict-Transport-Security')).toBe(value);
  });

  it('are also in pages, as far as possible there, unless switched off', () => {
    const inHeader = headersOf().get('Content-Security-Policy')!;
    expect(metaPolicy(config)).toBe(inHeader.replace(/; frame-ancestors.*/, ''));
    expect(metaPolicy({ ...config, hosting: { policyInPages: false } })).toBeUndefined();
  });
});

const samplePaths = [
  ['/', 'pages'],
  ['/news/x/', 'pages'],
  ['/tags/x/page/1/', 'pages'],
  ['/rss.xml', 'pages'],
  ['/search/', 'pages'],
  ['/search/index/manifest.json', 'pages'],
  ['/search/index/articles/1404/0724-1.bin', 'pages'],
  ['/fragments/latest/', 'pages'],
  ['/search/index/spellings.bin', 'max-age=604800'],
  ['/search/index/1404/table.bin', 'max-age=604800'],
  ['/search/index/1404/words-0.bin', 'max-age=604800'],
  ['/_astro/x.Abc.css', 'immutable'],
  ['/_pictures/1/320.avif', 'immutable'],
  ['/files/1404/a.jpg', 'max-age=86400'],
  ['/fonts/own.woff2', 'max-age=86400'],
  ['/about/', undefined],
] as const;

describe('cache lifetimes', () => {
  const rules = cacheRules(hostingDefaults);

  it.each(samplePaths)('of %s: %s', (path, expected) => {
    const matching = rules.filter((rule) => new RegExp(`^${pathPattern(rule.path)}`).test(path));
    const wanted = expected === 'pages' ? 'max-age=60, stale-while-revalidate=600' : expected;
    expect(matching).toHaveLength(wanted === undefined ? 0 : 1);
    expect(matching[0]?.value ?? '').toContain(wanted ?? '');
  });

  it('are set once for each path in _headers, within the limits of Cloudflare Pages', () => {
    const text = writeHeadersFile(
      { ...config, url: 'https://example.org/news' },
      { webAssembly: false, pages: ['/about/'] },
    );
    const paths = text.split('\n').filter((line) => /^\S/.test(line));
    expect(paths.length).toBeLessThan(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
    expect(paths.every((path) => path.startsWith('/news/'))).toBe(true);
    expect(new Set(paths).size).toBe(paths.length);
    expect(text.split('/news/*\n')[1]!.split('\n\n')[0]).not.toContain('Cache-Control');
  });
});

describe('configurations of web servers', () => {
  it('let the search page alone run WebAssembly, and only where the search does', () => {
    const own = { ...config, url: 'https://example.org/news' };
    const policyOf = (text: string, path: string): string[] =>
      text
        .split('\n\n')
        .filter((rule) => rule.startsWith(`${path}\n`))
        .flatMap((rule) => [...rule.matchAll(/Content-Security-Policy: (.*)/g)].map(([, policy]) => policy!));
    const wasm = "script-src 'self' 'wasm-unsafe-eval';";
    const text = writeHeadersFile(own, { webAssembly: true, pages: ['/about/'] });
    expect(policyOf(text, '/news/*')).toEqual([]);
    expect(policyOf(text, '/news/search/')[0]).toContain(wasm);
    for (const path of ['/news/', '/news/news/*', '/news/tags/*', '/news/about/', '/news/files/*'])
      expect(policyOf(text, path), path).toEqual([new Map(securityHeaders(own)).get('Content-Security-Policy')]);
    expect(text.split(wasm)).toHaveLength(2);
    expect(writeHeadersFile(own, { webAssembly: false, pages: [] })).not.toContain('wasm');
    const settings = { root: '/srv/site', brotli: true, redirects: [] };
    for (const write of [writeNginx, writeCaddy]) {
      expect(write(own, { ...settings, search: { webAssembly: true } }).split(wasm)).toHaveLength(2);
      expect(write(own, { ...settings, search: { webAssembly: false } })).not.toContain('wasm');
    }
  });

  it('contain every header once, and compressed files only where there are some', () => {
    const settings = { root: '/srv/site', brotli: true, redirects: [], search: { webAssembly: false } };
    for (const [name, value] of securityHeaders(config)) {
      const quoted = `"${value.replaceAll('"', '\\"')}"`;
      const nginx = writeNginx(config, settings).replace('$rooznegar_policy always', `${quoted} always`);
      expect(nginx.split(`add_header ${name} ${quoted} always;`)).toHaveLength(2);
      expect(writeCaddy(config, settings).split(`\t${name} ${quoted}\n`)).toHaveLength(2);
    }
    expect(writeNginx(config, settings)).not.toMatch(/brotli_static|gzip_static/);
    const packed = { ...config, hosting: { precompress: true } };
    expect(writeNginx(packed, settings)).toMatch(/gzip_static on;\nbrotli_static on;/);
    expect(writeNginx(packed, { ...settings, brotli: false })).not.toContain('brotli');
    expect(writeCaddy(packed, settings)).toContain('precompressed br gzip');
  });
});

describe('the settings of hosting', () => {
  it.each([
    [{ framedBy: ['partner.example'] }, /hosting\.framedBy\.0: expected an origin/],
    [{ framedBy: ["https://a.example; script-src 'unsafe-inline'"] }, /expected an origin/],
    [{ hstsDays: -1 }, /hosting\.hstsDays: expected 0 or more/],
    [{ cache: { pages: 1.5, stale: 0, files: 0 } }, /hosting\.cache\.pages: expected whole seconds/],
    [{ policyInPage: true }, /policyInPage/],
  ])('%o is a fault', (hosting, fault) => {
    expect(findConfigFaults({ ...ownConfig, hosting: hosting as HostingSettings }).join()).toMatch(fault);
  });

  it('may be omitted', () => {
    expect(findConfigFaults({ ...ownConfig, hosting: undefined })).toEqual([]);
    expect(hostingOf({})).toEqual(hostingDefaults);
  });
});
