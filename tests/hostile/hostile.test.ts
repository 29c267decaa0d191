import { decodeReferences } from '../../src/core/front-matter/foreign-texts.ts';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOfFile, readDist } from '../support/dist.ts';
import { findAll, findParts, parsePage, textOf } from '../support/html.ts';
import { auditFeeds } from './audit.ts';
import { type HostileBrowser, openHostileBrowser, strictestPolicy, visitAll } from './hostile-browser.ts';
import { buildHostileSite, type HostileSite, summarize } from './hostile-site.ts';
import { readLines, readVectors } from './vectors.ts';

// Windows can't hold files of many of these names.
const onPosix = describe.skipIf(process.platform === 'win32');

let hostile: HostileSite;
beforeAll(async () => {
  hostile = await buildHostileSite();
});

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

onPosix('a corpus of hostile content', () => {
  it('renders as text or is a named problem', async () => {
    const { outcomes, imported, built } = hostile;
    if (process.env['TABLE']) {
      for (const { kind, vector, outcome } of outcomes)
        console.log(`${kind} | ${JSON.stringify(vector).slice(0, 100)} | ${outcome}`);
    }
    expect(built.code, built.output).toBe(0);
    expect(outcomes.length).toBeGreaterThan(300);
    const records = readLines('json-lines').length;
    const refused = new Set(Array.from(imported.stdout.matchAll(/records\.jsonl:(\d+)/g), ([, line]) => line)).size;
    const summary = `${summarize(outcomes)}record to import (${records}): ${records - refused} text, ${refused} refused\n`;
    await expect(summary).toMatchFileSnapshot('summary.txt');
  });

  it('is told of on terminals without controls and without traces of the stack', () => {
    for (const { output } of [hostile.imported, hostile.refused, hostile.built]) {
      expect(controls.exec(output)).toBeNull();
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
    }
    expect(hostile.refused.code).toBe(1);
    expect(hostile.imported.code).toBe(1);
  });

  it('says in headlines what was written', () => {
    const texts = hostile.outcomes.filter(({ kind, outcome }) => kind === 'text in all fields' && outcome === 'text');
    expect(texts.length).toBeGreaterThan(30);
    const dist = hostile.site.dist();
    for (const { vector, file } of texts) {
      const path = `news/${file.replace(/^.*\/|\.md$/g, '')}/index.html`;
      const { tree } = parsePage(path, readDist(dist, path).toString('utf8'));
      const [headline] = findParts(tree, 'headline').map(textOf);
      // References to characters are read in front matter, as other systems write them.
      expect([vector, decodeReferences(vector)].map(lettersOf)).toContain(lettersOf(headline!));
      expect(findAll(tree, 'title').map(textOf).join()).toContain(headline!.slice(0, 5));
    }
  });
});

it('redirects to pages of the site alone', () => {
  const dist = hostile.site.dist();
  const pages = dist.files.filter((file) => file.endsWith('.html') && !file.startsWith('news/'));
  const targets = pages.flatMap(
    (file) => /http-equiv="refresh" content="([^"]*)"/.exec(readDist(dist, file).toString('utf8'))?.[1] ?? [],
  );
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) expect(target).toMatch(/^0; url=(?:\/(?:[\w.~-]|%[0-9A-F]{2})+)+\/$/);
});

/**
 * A policy that is only reported keeps a page from nothing, and is a trouble where it is broken: articles are opened but once.
 * All that hold several of them are opened as hosts send them, too.
 */
const policies = [
  ['under a strict policy', { 'content-security-policy': strictestPolicy }, /^(?!news\/)/],
  ['without any policy', { 'content-security-policy-report-only': strictestPolicy }, /./],
] as const;

describe.each(policies)('the site of the corpus, %s', (_, headers, pages) => {
  let browser: HostileBrowser;
  beforeAll(async () => {
    browser = await openHostileBrowser(hostile.site.out, headers);
  });

  it('runs nothing, loads nothing from others, and holds nothing active', async () => {
    expect(await visitAll(browser, pagesToVisit(pages))).toEqual([]);
  });

  it('answers hostile questions with text', async () => {
    const questions = [...readVectors('texts').slice(0, 12), '__proto__', 'constructor', 'a'.repeat(5000)];
    const paths = questions.map((question) => `/search/?q=${encodeURIComponent(question.toWellFormed())}`);
    expect(await visitAll(browser, paths)).toEqual([]);
  });

  it('shows drawings that do nothing when they are opened by themselves', async () => {
    const drawings = hostile.site.dist().files.filter((file) => /^files\/.*\.svg$/.test(file));
    expect(drawings.length).toBeGreaterThan(0);
    expect(await visitAll(browser, drawings.map(pathOfFile))).toEqual([]);
  });

  it('has feeds that are sound XML and hold nothing active', async () => {
    const feeds = hostile.site.dist().files.filter((file) => file.endsWith('.xml'));
    const arguments_: [string[], string] = [feeds.map(pathOfFile), browser.origin];
    const tab = await browser.openTab();
    expect(await tab.visit('/')).toEqual([]);
    expect(await tab.page.evaluate(auditFeeds, arguments_)).toEqual([]);
    await tab.close();
  });
});

it('would be seen to do harm', async () => {
  const browser = await openHostileBrowser(join(import.meta.dirname, 'harm'), {});
  const troubles = await visitAll(browser, ['/']);
  for (const harm of ['dialog: 1', 'other host: script', 'attribute:', 'script:', 'address:', 'element:', 'exception:'])
    expect(troubles.join('\n')).toContain(harm);
});

/** All pages but redirects, which lead on, those that take a browser seconds, and lists that are like others. */
function pagesToVisit(wanted: RegExp): string[] {
  const dist = hostile.site.dist();
  return dist.files
    .filter((file) => file.endsWith('.html') && wanted.test(file) && !/^tags\/برچسب-\d|\/page\//.test(file))
    .filter((file) => {
      const bytes = readDist(dist, file);
      return bytes.length < 1_000_000 && !bytes.includes('http-equiv="refresh"');
    })
    .map(pathOfFile);
}

/** What is left of a text whatever is done to its orthography. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{Nd}<>&"']/gu, '')
    .replace(/ي/g, 'ی')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
