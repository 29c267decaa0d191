import { describe, expect, it } from 'vitest';
import { config as sample } from '../../fixtures/sample/config.ts';
import type { AdminBackend } from '../../../src/core/config/admin.ts';
import { adminHeaders, isAdminPath } from '../../../src/core/hosting/admin-headers.ts';
import { writeHeadersFile } from '../../../src/core/hosting/headers-file.ts';
import { securityHeaders } from '../../../src/core/hosting/headers.ts';
import { writeCaddy, writeNginx } from '../../../src/core/hosting/server-config.ts';

const backend: AdminBackend = { name: 'github', repo: 'newsroom/paper' };
const without = { url: 'https://example.org/paper', videoHosts: sample.videoHosts };
const config = { ...without, admin: { backend } };
const settings = { root: '/srv/site', brotli: false, redirects: [], search: { webAssembly: false } };

/** The headers that a host of the `_headers` kind sends: it joins the values of all rules that match. */
function headersAt(file: string, path: string): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  for (const rule of file.split(/\n(?=\/)/)) {
    const [pattern = '', ...lines] = rule.trim().split('\n');
    const matcher = new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
    if (!matcher.test(path)) continue;
    for (const line of lines) {
      const [, name = '', value = ''] = /^\s*([\w-]+): (.*)$/.exec(line) ?? [];
      sent.set(name, [...(sent.get(name) ?? []), value]);
    }
  }
  return sent;
}

describe('the headers of the editor', () => {
  const headers = new Map(adminHeaders(config));

  it('allow its own scripts only, and the host of the repository', () => {
    const policy = headers.get('Content-Security-Policy')!;
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain(
      "connect-src 'self' blob: data: https://api.github.com https://github.com https://www.githubstatus.com;",
    );
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('unsafe-none');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
  });

  it('show pictures of hosts that pages show them from, and portraits of writers, and no others', () => {
    expect(headers.get('Content-Security-Policy')).toContain(
      "img-src 'self' blob: data: https://avatars.githubusercontent.com;",
    );
    const pictures = { hosts: ['img.example.org'] };
    const own = { backend: { name: 'gitea', repo: 'a/b', baseUrl: 'https://git.example.org' } } as const;
    expect(adminHeaders({ ...config, pictures, admin: own })[0]![1]).toContain(
      "img-src 'self' blob: data: https://img.example.org https://git.example.org;",
    );
    // On the working tree nobody signs in.
    expect(adminHeaders(without)[0]![1]).toContain("img-src 'self' blob: data:;");
  });

  it('name a host of one’s own in place of the usual one', () => {
    const own = adminHeaders({
      ...config,
      admin: { backend: { name: 'gitea', repo: 'a/b', baseUrl: 'https://git.example.org/x' } },
    });
    expect(own[0]![1]).toContain("connect-src 'self' blob: data: https://git.example.org;");
  });

  it('hold below /admin/ of a site that has it', () => {
    expect(isAdminPath('/paper/admin/assets/a.js', config)).toBe(true);
    expect(isAdminPath('/paper/admins/', config)).toBe(false);
    expect(isAdminPath('/paper/admin/', without)).toBe(false);
  });

  it.each([false, true])('are each sent once by hosts that join rules, with WebAssembly: %s', (webAssembly) => {
    const file = writeHeadersFile(config, { webAssembly, pages: ['/about/'] });
    for (const path of ['/paper/admin/', '/paper/admin/assets/main-a.js']) {
      const sent = headersAt(file, path);
      for (const [name, value] of headers) expect(sent.get(name), `${path} ${name}`).toEqual([value]);
    }
    expect(headersAt(file, '/paper/admin/assets/main-a.js').get('Cache-Control')).toEqual([
      'public, max-age=31536000, immutable',
    ]);
    expect(headersAt(file, '/paper/admin/').get('Cache-Control')).toEqual(['no-cache']);
    const pages = new Map(securityHeaders(config));
    for (const path of ['/paper/', '/paper/news/x/', '/paper/about/']) {
      const sent = headersAt(file, path);
      for (const [name, value] of pages) expect(sent.get(name), `${path} ${name}`).toEqual([value]);
      expect(sent.has('X-Robots-Tag')).toBe(false);
    }
  });

  it('are in the configurations of nginx and Caddy', () => {
    const [nginx, caddy] = [writeNginx(config, settings), writeCaddy(config, settings)];
    expect(nginx).toContain('if ($uri ~ "^/paper/admin/") { set $rooznegar_policy "default-src \'none\';');
    expect(nginx).toContain('add_header Cross-Origin-Opener-Policy $rooznegar_cross_origin_opener_policy always;');
    expect(nginx).toContain('set $rooznegar_x_robots_tag "";');
    expect(caddy).toContain('@admin path /admin/*');
    expect(caddy).toMatch(/header @admin \{[^}]*X-Robots-Tag "noindex"/);
    // Caddy sets headers without a matcher last.
    expect(caddy).toMatch(/@site not path \/admin\/\*\n\s*header @site \{/);
  });

  it('change nothing where there is no editor', () => {
    const search = { webAssembly: false, pages: [] };
    const texts = (of: typeof without): string[] => [
      writeHeadersFile(of, search),
      writeNginx(of, settings),
      writeCaddy(of, settings),
    ];
    for (const text of texts(without)) expect(text).not.toMatch(/admin|noindex|unsafe-none/);
  });
});
