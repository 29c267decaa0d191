import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFileNames, nameRulesOf } from '../../../src/engine/publish/file-names.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [linux, macOS, windows] = [
  { ignoresCase: false, isWindows: false },
  { ignoresCase: true, isWindows: false },
  { ignoresCase: true, isWindows: true },
];

describe('checkFileNames', () => {
  const decomposed = 'files/\u0627\u0653ب.jpg';
  it.each([
    [['files/Metro.jpg', 'files/metro.jpg']],
    [['files/A/x.jpg', 'files/a/x.jpg']],
    [['files/آب.jpg', decomposed]],
  ])('refuses %j if they would be one file', (files) => {
    expect(() => checkFileNames(files, linux)).not.toThrow();
    for (const rules of [macOS, windows])
      expect(() => checkFileNames(files, rules)).toThrow(`${files[0]} and ${files[1]} are one file on this disk`);
  });

  it.each(['old/a:b.html', 'what?/index.html', 'old/news./index.html', 'old/news /index.html', 'files/a|b.jpg', 'a"b'])(
    'refuses %s on Windows',
    (file) => {
      for (const rules of [linux, macOS]) expect(() => checkFileNames([file], rules)).not.toThrow();
      expect(() => checkFileNames(['index.html', file], windows)).toThrow(`${file}: Windows`);
    },
  );

  it('supports case-sensitive folders on Windows', () => {
    const rules = { ignoresCase: false, isWindows: true };
    expect(() => checkFileNames(['a.jpg', 'A.jpg'], rules)).not.toThrow();
    expect(() => checkFileNames(['a|b.jpg'], rules)).toThrow('a|b.jpg: Windows');
  });

  it('accepts the names of most sites', () => {
    const files = ['index.html', '.nojekyll', 'news/شهر-۲/index.html', 'tags/c++-1a/rss.xml', 'images/A.B.jpg'];
    expect(() => checkFileNames([...files, ...files], windows)).not.toThrow();
  });
});

describe('nameRulesOf', () => {
  it('detects whether a disk ignores letter case', () => {
    const [plain, folding] = [join(folder, 'plain'), join(folder, 'folding')];
    for (const each of [plain, folding]) mkdirSync(each);
    const isFolding = existsSync(join(folder, 'PLAIN'));
    // Such a disk would show the folder under a second name.
    if (!isFolding) symlinkSync('folding', join(folder, 'FOLDING'));
    expect(nameRulesOf(plain).ignoresCase).toBe(isFolding);
    expect(nameRulesOf(folding).ignoresCase).toBe(true);
    mkdirSync(join(folding, '2026'));
    expect(nameRulesOf(join(folding, '2026')).ignoresCase).toBe(true);
  });

  it('probes a name in capitals by its lower-case form', () => {
    if (existsSync(join(folder, 'PLAIN'))) return;
    mkdirSync(join(folder, 'NEWS'));
    expect(nameRulesOf(join(folder, 'NEWS')).ignoresCase).toBe(false);
    symlinkSync('NEWS', join(folder, 'news'));
    expect(nameRulesOf(join(folder, 'NEWS')).ignoresCase).toBe(true);
  });

  it('probes parent folders if a name has no letters', () => {
    if (existsSync(join(folder, 'PLAIN'))) return;
    mkdirSync(join(folder, 'plain/1404/07'), { recursive: true });
    expect(nameRulesOf(join(folder, 'plain/1404/07')).ignoresCase).toBe(false);
    expect(nameRulesOf('/').ignoresCase).toBe(false);
  });

  it.each(['win32', 'linux'])('applies the rules of the platform %s', (platform) => {
    const own = Object.getOwnPropertyDescriptor(process, 'platform')!;
    Object.defineProperty(process, 'platform', { ...own, value: platform });
    const { isWindows } = nameRulesOf(folder);
    Object.defineProperty(process, 'platform', own);
    expect(isWindows).toBe(platform === 'win32');
  });

  it('distinguishes two separate folders', () => {
    if (existsSync(join(folder, 'PLAIN'))) return;
    for (const name of ['dist', 'DIST']) mkdirSync(join(folder, name));
    expect(nameRulesOf(join(folder, 'dist')).ignoresCase).toBe(false);
  });
});
