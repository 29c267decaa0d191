import { describe, expect, it } from 'vitest';
import { aliasOf, hostOf, linkKey } from '../../../../src/core/import/archive/addresses.ts';
import { mediaPath, mediaPathOfFile, originalsOf } from '../../../../src/core/import/archive/media.ts';
import { byteLength } from '../../../../src/core/text/slug.ts';

describe('old addresses', () => {
  it.each([
    ['https://khabar.example/1395/02/21/%D9%BE%D9%84/?utm_source=rss', '/1395/02/21/پل/'],
    ['https://khabar.example/1395/02/21/%d9%be%d9%84/', '/1395/02/21/پل/'],
    ['/1395/02/21/پل', '/1395/02/21/پل'],
    ['https://khabar.example/?p=101', '/?p=101'],
    ['http://khabar.example/index.php?page_id=3&fbclid=x', '/index.php?page_id=3'],
    ['/a/#part', '/a/'],
    ['https://khabar.example/', undefined],
    ['mailto:a@b.example', undefined],
    ['javascript:alert(1)', undefined],
    ['/%ff/', undefined],
    ['/a%00b', undefined],
    ['/a%2f..%2f..%2fb', undefined],
    ['', undefined],
  ])('%j is the alias %j', (address, alias) => expect(aliasOf(address)).toBe(alias));

  it('have the same key in all spellings', () => {
    const spellings = ['/A/', '/a', '/a/index.html', 'https://www.x.example/a/?utm_medium=y', '//x.example/a'];
    expect(new Set(spellings.map(linkKey))).toEqual(new Set(['/a']));
    expect(linkKey('/?p=1')).toBe(linkKey('https://x.example/?p=1&utm_source=z'));
    expect(linkKey(aliasOf('/?q=پل')!)).toBe(linkKey('/?q=%D9%BE%D9%84'));
    expect(linkKey('/?p=1')).not.toBe(linkKey('/?p=2'));
    expect(linkKey('record:posts/a.md#x')).toBe('record:posts/a.md');
    expect(linkKey('record:%D8%AE%D8%A8%D8%B1%20%DB%B1.md#x')).toBe('record:خبر ۱.md');
  });

  it.each([
    ['https://www.Khabar.example/a', 'khabar.example'],
    ['//cdn.example:8080/a', 'cdn.example:8080'],
    ['/a', undefined],
    ['mailto:a@b.example', undefined],
  ])('%j has the host %j', (address, host) => expect(hostOf(address)).toBe(host));
});

describe('paths of media', () => {
  it.each([
    ['https://khabar.example/wp-content/uploads/2016/05/pol.jpg', '2016/05/pol.jpg'],
    ['https://www.cdn.example/a/b.png?x=1', 'cdn.example/a/b.png'],
    ['https://cdn.example/image?id=7', expect.stringMatching(/^cdn\.example\/image-[\w-]+\.jpg$/)],
    ['/wp-content/uploads/%D9%BE%D9%84.jpg', 'پل.jpg'],
    ['https://khabar.example/wp-content/uploads/../../../etc/passwd', 'khabar.example/etc/passwd.jpg'],
    ['https://khabar.example/wp-content/uploads/..%2f..%2fetc%2fpasswd', expect.not.stringContaining('..')],
    ['https://khabar.example/con.png', 'khabar.example/_con.png'],
    ['https://khabar.example/a%00b.png', 'khabar.example/a-b.png'],
    ['data:image/png;base64,AA', undefined],
    ['https://khabar.example/', undefined],
  ])('%j is at %j', (address, path) => expect(mediaPath(address)).toEqual(path));

  it('have a length that file systems support', () => {
    const path = mediaPath(`https://a.example/${'پ'.repeat(3000)}.jpg`)!;
    expect(path.endsWith('.jpg')).toBe(true);
    expect(Math.max(...path.split('/').map(byteLength))).toBeLessThanOrEqual(200);
  });

  it('of files in a folder stay below it', () => {
    expect(mediaPathOfFile('static/images/pol.jpg')).toBe('images/pol.jpg');
    expect(mediaPathOfFile('../../a.jpg').split('/')).not.toContain('..');
  });

  it('are first tried without the size added by systems', () => {
    expect(originalsOf('https://a.example/uploads/pol-300x200.jpg?w=9')[0]).toBe(
      'https://a.example/uploads/pol.jpg?w=9',
    );
    expect(originalsOf('https://1.bp.example/abc/s320/pol.jpg')).toContain('https://1.bp.example/abc/s0/pol.jpg');
    expect(originalsOf('/a/pol.jpg')).toEqual(['/a/pol.jpg']);
  });
});
