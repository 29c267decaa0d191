import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { drawPng } from './picture.ts';
import type { Random } from './random.ts';

/** A content folder that is edited at random, like a newsroom's. */
export interface Newsroom {
  config: SiteConfig;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Make one random edit; returns its name. */
  work(): string;
}

interface Draft {
  folder: string;
  fields: Record<string, string>;
  body: string;
}

const words =
  'رودخانه پل شهر باران مدرسه کتاب بازار قطار میدان جشنواره پژوهش دانشگاه آب برق کشاورزی تیم بازی نمایشگاه خیابان بیمارستان هوا کوه دریا جنگل'.split(
    ' ',
  );
const day = 86_400_000;
const authors = ['نرگس آذرنیا', 'لیلا پورسپهر', 'فرهود یزدان‌مهر'];
const sections = ['society', 'economy', 'science', 'culture', 'sport'];

/** Create a newsroom with some articles. */
export function openNewsroom(content: string, count: number, config: SiteConfig, random: Random): Newsroom {
  const drafts = new Map<string, Draft>();
  const newsroom: Newsroom = { config, now: Date.UTC(2026, 10, 22, 8), work: () => '' };
  let number = 0;
  const text = (length: number): string => Array.from({ length }, () => random.pick(words)).join(' ');
  const moment = (): string =>
    new Date(newsroom.now + Math.floor((random.below(1000) / 900 - 1) * 400 * day)).toISOString();
  const tags = (): string => `[${Array.from({ length: random.below(4) }, () => `${random.pick(words)}`).join(', ')}]`;
  const save = (name: string): void => {
    const { folder, fields, body } = drafts.get(name)!;
    const path = join(content, 'articles', folder, `${name}.md`);
    mkdirSync(dirname(path), { recursive: true });
    const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
    writeFileSync(path, `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  };
  const pathOf = (name: string): string => join(content, 'articles', drafts.get(name)!.folder, `${name}.md`);
  const add = (): void => {
    const name = `khabar-${number++}`;
    const fields = {
      title: text(6),
      date: moment(),
      tags: tags(),
      source: random.pick(['ایسنا', 'روزنگار', 'مهر']),
      ...(random.below(3) > 0 && { section: random.pick(sections) }),
      ...(random.below(3) === 0 && { authors: `[${random.pick(authors)}]` }),
      ...(random.below(6) === 0 && { picked: 'yes' }),
      ...(random.below(8) === 0 && { aliases: `[/old/${name}.html]` }),
    };
    drafts.set(name, { folder: `${1400 + random.below(5)}`, fields, body: `${text(30)}.\n\n${text(40)}.` });
    save(name);
  };
  const change = (alter: (draft: Draft) => void): void => {
    const name = random.pick([...drafts.keys()]);
    alter(drafts.get(name)!);
    save(name);
  };
  const remove = (): void => {
    const name = random.pick([...drafts.keys()]);
    rmSync(pathOf(name));
    drafts.delete(name);
  };
  const rename = (): void => {
    const name = random.pick([...drafts.keys()]);
    const [before, fresh] = [pathOf(name), `nam-${number++}`];
    drafts.set(fresh, drafts.get(name)!);
    drafts.delete(name);
    mkdirSync(dirname(pathOf(fresh)), { recursive: true });
    renameSync(before, pathOf(fresh));
  };
  const attach = (): void =>
    change((draft) => {
      const isPhoto = random.below(3) > 0;
      const name = isPhoto ? `aks-${random.below(3)}.png` : 'tasvir.svg';
      const size = 330 + random.below(5);
      const bytes = isPhoto
        ? drawPng(size, 200, [random.below(256), random.below(256), 90])
        : `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="80"></svg>`;
      writeFileSync(join(content, 'articles', draft.folder, name), bytes);
      if (random.below(2) === 0) draft.fields['image'] = `{src: ${name}, alt: تصویر}`;
      else draft.body = `![تصویر](${name})\n\n${draft.body}`;
    });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const erase = (path: string): void => rmSync(join(content, path), { force: true });
  const some = (count: number): string[] => Array.from({ length: count }, () => random.pick([...drafts.keys()]));
  let front: string[] = [];
  const compose = (): void => {
    if (front.length === 0) return erase('front.yml');
    write('front.yml', `lead: ${front[0]}\ntop: [${[...new Set(front.slice(1))].join(', ')}]\n`);
  };
  const edition = (): string => `editions/1405-09-0${1 + random.below(9)}.yml`;
  const report = (): void =>
    change((draft) => {
      const start = newsroom.now - (1 + random.below(30)) * 3_600_000;
      draft.fields['live'] ??= random.pick(['yes', `{to: ${new Date(newsroom.now + 3 * day).toISOString()}}`]);
      draft.fields['date'] = new Date(start).toISOString();
      draft.body += `\n\n## ${10 + random.below(10)}:${10 + random.below(50)} ${text(4)}\n\n${text(8)}.`;
    });
  const works: Record<string, () => void> = {
    'edits a text': () => change((draft) => (draft.body += `\n\n${text(12)}.`)),
    'edits a headline': () => change(({ fields }) => (fields['title'] = text(5))),
    'adds an article': add,
    'removes an article': remove,
    'renames an article': rename,
    'changes tags': () => change(({ fields }) => (fields['tags'] = tags())),
    'changes a date': () => change(({ fields }) => (fields['date'] = moment())),
    'changes a section': () => change(({ fields }) => (fields['section'] = random.pick(sections))),
    'picks an article': () => change(({ fields }) => (fields['picked'] = random.pick(['yes', 'no']))),
    'withdraws an article': () => change(({ fields }) => (fields['draft'] = random.pick(['yes', 'no']))),
    'corrects an article': () =>
      change(({ fields }) => (fields['corrections'] = `[{date: 1404/08/0${1 + random.below(9)}, text: ${text(4)}}]`)),
    'pins an article': () =>
      change(({ fields }) => (fields['related'] = random.below(2) ? '[]' : `[${[...drafts.keys()][0]}]`)),
    'shows a picture': attach,
    'shows another picture': attach,
    'waits for embargoes': () => (newsroom.now += random.below(20) * day),
    'edits a page': () => {
      mkdirSync(join(content, 'pages'), { recursive: true });
      writeFileSync(join(content, 'pages/about.md'), `---\ntitle: درباره ما\n---\n\n${text(20)}.\n`);
    },
    'introduces an author': () => {
      mkdirSync(join(content, 'authors'), { recursive: true });
      const number = random.below(authors.length);
      const portrait = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"></svg>';
      writeFileSync(join(content, `authors/portrait-${number}.svg`), portrait);
      const fields = [`name: ${authors[number]}`, `role: ${random.pick(words)}`];
      if (random.below(2) === 0) fields.push(`image: {src: portrait-${number}.svg, alt: ${random.pick(words)}}`);
      writeFileSync(join(content, `authors/author-${number}.md`), `---\n${fields.join('\n')}\n---\n\n${text(9)}.\n`);
    },
    'forgets an author': () =>
      rmSync(join(content, `authors/author-${random.below(authors.length)}.md`), { force: true }),
    'composes the front page': () => {
      front = some(random.below(4));
      compose();
    },
    'sends an edition': () => {
      const title = random.below(2) === 0 ? `title: ${text(3)}\n` : '';
      write(edition(), `${title}articles: [${[...new Set(some(1 + random.below(4)))].join(', ')}]\n`);
    },
    'takes an edition back': () => erase(edition()),
    'counts what is read': () => {
      const list = { at: new Date(newsroom.now).toISOString(), articles: some(random.below(8)) };
      write('popular.json', JSON.stringify(list));
    },
    'counts no more': () => erase('popular.json'),
    'covers an event': report,
    'goes on covering it': () => {
      const [name] = [...drafts].find(([, { fields }]) => fields['live'] !== undefined) ?? [];
      if (name === undefined) return report();
      drafts.get(name)!.body += `\n\n## ${10 + random.below(10)}:${10 + random.below(50)} ${text(4)}\n\n${text(8)}.`;
      save(name);
    },
    'edits the settings': () => {
      const sizes = { ...newsroom.config.sizes, page: 5 + random.below(3), latest: 5 + random.below(3) };
      const share = { days: random.pick([0, 30, 365]) };
      newsroom.config = { ...newsroom.config, description: text(5), sizes, share };
    },
  };
  for (let made = 0; made < count; made++) add();
  newsroom.work = () => {
    const name = random.pick(Object.keys(works));
    works[name]!();
    // A pin to a removed article would be a problem, here and on the front page.
    front = front.filter((key) => drafts.has(key));
    compose();
    for (const [key, { fields }] of drafts) {
      const pinned = /\[(.+)\]/.exec(fields['related'] ?? '')?.[1];
      if (pinned === undefined || drafts.has(pinned)) continue;
      delete fields['related'];
      save(key);
    }
    return name;
  };
  return newsroom;
}

/** Damage a file: flip a byte, or truncate it. */
export function damageFile(path: string, random: Random): void {
  const bytes = readFileSync(path);
  if (bytes.length === 0) return;
  const place = random.below(bytes.length);
  if (random.below(2) === 0) writeFileSync(path, bytes.subarray(0, place));
  else {
    bytes[place]! ^= 0x55;
    writeFileSync(path, bytes);
  }
}
