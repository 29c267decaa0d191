import { describe, expect, it } from 'vitest';
import { config as ownConfig } from '../../fixtures/sample/config.ts';
import type { CommentsSettings } from '../../../src/core/config/comments.ts';
import { servicePattern } from '../../../src/core/hosting/server-comments.ts';
import { writeCaddy, writeNginx } from '../../../src/core/hosting/server-config.ts';

const config = { url: 'https://example.org', videoHosts: ownConfig.videoHosts };
const settings = { root: '/srv/site', brotli: false, redirects: [], search: { webAssembly: false } };
const here = (text: string): string => text.replaceAll(' https://comments.example.org', '');

describe.each([
  ['nginx', writeNginx],
  ['Caddy', writeCaddy],
])('the configuration of %s', (_, write) => {
  const writeWith = (comments?: CommentsSettings, url = config.url): string =>
    write({ ...config, url, comments }, settings);

  it('passes nothing on without comments, or to a service on another host, which pages may still use', () => {
    const elsewhere = writeWith({ address: 'https://comments.example.org/' });
    expect(elsewhere).toContain("form-action 'self' https://comments.example.org");
    expect(elsewhere).toContain("connect-src 'self' https://comments.example.org");
    expect(here(elsewhere)).toBe(writeWith());
    expect(writeWith()).not.toMatch(/proxy|8090|comments/);
  });

  it.each([
    [{}, 'https://example.org', '/comments/'],
    [{}, 'https://example.org/paper', '/paper/comments/'],
    [{ address: '/talk/' }, 'https://example.org/paper', '/paper/talk/'],
    [{ address: 'https://example.org/talk/' }, 'https://example.org', '/talk/'],
  ])('passes on what the service answers: %o of %s', (comments, url, path) => {
    const text = writeWith(comments, url);
    expect(text).toContain(path);
    expect(text).toContain('127.0.0.1:8090');
    expect(write({ ...config, url, comments }, { ...settings, service: 'comments:80' })).toBe(
      text.replaceAll('127.0.0.1:8090', 'comments:80'),
    );
  });
});

it.each([
  ['127.0.0.1:8090', true],
  ['[::1]:8090', true],
  ['comments:80', true],
  ['127.0.0.1', false],
  ['a:1; return 200', false],
  ['a:1 {', false],
  ['http://a:1', false],
])('%s is a host with a port: %s', (text, isRight) => {
  expect(servicePattern.test(text)).toBe(isRight);
});
