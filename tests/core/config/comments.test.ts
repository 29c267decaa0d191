import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { commentsOf, serviceAddress, serviceOrigins } from '../../../src/core/config/comments.ts';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';
import { securityHeaders } from '../../../src/core/hosting/headers.ts';

const faultsOf = (comments: unknown): string[] => findConfigFaults({ ...config, comments } as never);

describe('the settings of comments', () => {
  it('have defaults; without any there are no comments', () => {
    expect(commentsOf({})).toBeUndefined();
    expect(commentsOf({ comments: {} })).toEqual({ days: 30, page: 50, mail: false, address: '/comments/', words: [] });
    expect(commentsOf({ comments: { days: 7 } })?.days).toBe(7);
  });

  it.each([
    {},
    { days: 0, page: 1, mail: true, words: ['شرط\u200Cبندی'] },
    { address: '/comments/' },
    { address: '/api/comments/' },
    { address: 'https://comments.example.org/' },
    { address: 'http://localhost:8080/comments/' },
  ])('may be %j', (comments) => expect(faultsOf(comments)).toEqual([]));

  it.each([
    [{ day: 3 }, 'there is no setting «day»; the nearest is «days»'],
    [{ days: -1 }, 'comments.days: expected 0 or more'],
    [{ days: 1.5 }, 'comments.days: expected a whole number'],
    [{ page: 0 }, 'comments.page: expected at least 1'],
    [{ mail: 'yes' }, 'comments.mail: expected true or false'],
    [{ words: 'شرط' }, 'comments.words: expected a list of words'],
    [{ address: '/comments' }, 'comments.address: expected a path such as /comments/'],
    [{ address: '/' }, 'comments.address: expected a path'],
    [{ address: '//evil.example/' }, 'comments.address: expected a path'],
    [{ address: 'https://user@comments.example/' }, 'comments.address: expected a path'],
    [{ address: "https://a.example/;script-src 'unsafe-inline'/" }, 'comments.address: expected a path'],
    [{ address: 'javascript:alert(1)/' }, 'comments.address: expected a path'],
  ])('are refused: %j', (comments, words) => expect(faultsOf(comments).join()).toContain(words));

  it('give the address as pages write it', () => {
    expect(serviceAddress({ address: '/comments/' }, { base: '/news' })).toBe('/news/comments/');
    expect(serviceAddress({ address: 'https://c.example/' }, { base: '/news' })).toBe('https://c.example/');
  });

  it('let pages send forms and requests to the service, and to no other', () => {
    const policyFor = (comments: object | undefined): string =>
      securityHeaders({ ...config, ...(comments && { comments }) })[0]![1];
    expect(policyFor({})).toBe(policyFor(undefined));
    expect(policyFor({ address: `${config.url}/comments/` })).toBe(policyFor(undefined));
    const policy = policyFor({ address: 'https://comments.example.org/' });
    expect(policy).toContain("connect-src 'self' https://comments.example.org;");
    expect(policy).toContain("form-action 'self' https://comments.example.org");
    expect(serviceOrigins({ url: 'https://a.example' })).toEqual([]);
  });
});
