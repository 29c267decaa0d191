import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommentsCommand } from '../../src/comments/commands.ts';
import { pullComments } from '../../src/comments/publish/pull.ts';
import { insertComments } from '../../src/comments/store/insert.ts';
import { readTally } from '../../src/comments/store/queries.ts';
import { parseComments } from '../../src/core/comments/comment-file.ts';
import {
  type CommentFolders,
  makeCommentFolders,
  removeCommentFolders,
  startHere,
  withStore,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let printed: string;

beforeEach(() => {
  folders = makeCommentFolders();
});

afterEach(() => removeCommentFolders(folders));

async function run(...words: string[]): Promise<number> {
  printed = '';
  const print = (text: string): void => void (printed += `${text}\n`);
  return runCommentsCommand(words, { ...folders, act: { by: 'مینا', now: Date.now() }, filter: {}, print });
}

function add(text: string, slug = 'metro'): string {
  return withStore(folders, (store) => {
    insertComments(store, [
      { slug, text, once: text, sender: '', at: 1e12, name: 'نگار', mail: '', re: '', marks: ['word'], folded: text },
    ]);
    return String(store.prepare('SELECT id FROM comment ORDER BY n DESC').get()!['id']);
  });
}

const read = (slug: string): string => readFileSync(join(folders.content, `comments/${slug}.jsonl`), 'utf8');

describe('decisions', () => {
  it('are listed, made, and written into the file that builds read', async () => {
    const [good, bad] = [add('خوب'), add('بد')];
    await run('list');
    expect(printed).toContain(`${good}  یکشنبه ۱۸ شهریور ۱۳۸۰  metro  نگار  [word]\n    خوب`);
    await run('approve', good);
    await run('reject', bad);
    await run('reply', good, 'سپاس', 'از شما');
    const { comments, problems, warnings } = parseComments(read('metro'), 'metro.jsonl');
    expect([problems, warnings]).toEqual([[], []]);
    expect(comments).toMatchObject([
      { id: good, name: 'نگار', text: 'خوب' },
      { re: good, by: 'مینا', text: 'سپاس از شما' },
    ]);
    expect(await run('verify')).toBe(0);
    await run('remove', comments[1]!.id);
    await run('remove', good);
    expect(() => read('metro')).toThrow(/ENOENT/);
  });

  it.each([
    [['approve', 'aaaaaaaaaa'], /no comment aaaaaaaaaa/],
    [['approve'], /Expected an ID/],
    [['reply', 'aaaaaaaaaa', ' '], /Expected a text/],
    [['nonsense'], /no command «nonsense». Expected one of list, approve/],
    [['toString'], /no command «toString»/],
    [['import'], /Expected a FILE/],
    [['editor', 'x'], /editor add NAME/],
  ])('%o is refused with words', async (words, message) => {
    await expect(run(...words)).rejects.toThrow(message);
  });

  it('verify finds files that were changed by hand, and publish mends them', async () => {
    await run('approve', add('خوب'));
    const text = read('metro');
    writeFileSync(join(folders.content, 'comments/metro.jsonl'), text.replace('خوب', 'خراب'));
    writeFileSync(join(folders.content, 'comments/شهر.jsonl'), text);
    expect(await run('verify')).toBe(1);
    expect(printed).toContain('metro\nشهر');
    await run('publish');
    expect([await run('verify'), read('metro')]).toEqual([0, text]);
  });
});

describe('a backup', () => {
  it('can be restored', async () => {
    await run('approve', add('خوب'));
    const copy = join(folders.root, 'copy.sqlite');
    await run('backup', copy);
    const other = { ...folders, data: join(folders.root, 'restored') };
    mkdirSync(other.data);
    writeFileSync(join(other.data, 'comments.sqlite'), readFileSync(copy));
    expect(withStore(other, (store) => readTally(store))).toMatchObject({ approved: 1 });
  });
});

describe('a pull', () => {
  const key = 'a-key-of-twenty-letters';

  it('brings what is published, and later what has changed, and needs the key', async () => {
    const [first, second] = [add('یک'), add('دو', 'شهر')];
    await run('approve', first, second);
    const service = await startHere(folders, { exportKey: key });
    const content = join(folders.root, 'elsewhere');
    const pull = { address: service.address, key, content, memory: join(folders.root, 'memory.json') };
    expect((await pullComments(pull)).toSorted()).toEqual(['metro', 'شهر']);
    expect(readFileSync(join(content, 'comments/metro.jsonl'), 'utf8')).toBe(read('metro'));
    expect(await pullComments(pull)).toEqual([]);
    await run('remove', second);
    expect(await pullComments(pull)).toEqual(['شهر']);
    expect(() => readFileSync(join(content, 'comments/شهر.jsonl'))).toThrow(/ENOENT/);
    await expect(pullComments({ ...pull, key: `${key}x` })).rejects.toThrow(/answered 401/);
    await service.close();
    const closed = await startHere(folders);
    expect((await fetch(`${closed.address}export`)).status).toBe(404);
    await closed.close();
  });
});

describe('imports', () => {
  const wordpress = `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_id>7</wp:post_id>
    <wp:post_name>%d8%b4%d9%87%d8%b1</wp:post_name>${comment(1, '1', 0, '<p>سلام &amp; درود</p>')}${comment(2, '1', 1, 'پاسخ')}${comment(3, '1', 2, 'پاسخ پاسخ')}
    ${comment(4, '0', 0, 'در انتظار')}${comment(5, 'spam', 0, 'هرزنامه')}${comment(6, '1', 0, ' ')}</item></channel></rss>`;
  function comment(id: number, approved: string, parent: number, text: string): string {
    return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>نگار</wp:comment_author>
      <wp:comment_author_email>planted@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.77</wp:comment_author_IP>
      <wp:comment_date_gmt>2025-01-0${id} 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${text}]]></wp:comment_content>
      <wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
      <wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>`;
  }
  const disqus = `<disqus xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><link>https://old.example/news/metro.html</link></thread>
    <post dsq:id="11"><message><![CDATA[<p>یک<br>دو</p>]]></message><createdAt>2025-01-01T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
    <author><name>رضا</name></author><thread dsq:id="1"/></post>
    <post dsq:id="12"><message>هرز</message><createdAt>2025-01-01T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>x</name></author><thread dsq:id="1"/></post>
    <post dsq:id="13"><message>پاسخ</message><createdAt>2025-01-02T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>مریم</name></author><thread dsq:id="1"/><parent dsq:id="11"/></post></disqus>`;
  const file = (name: string, text: string): string => {
    const path = join(folders.root, name);
    writeFileSync(path, text);
    return path;
  };
  const published = (slug: string): unknown[] =>
    parseComments(read(slug), slug).comments.map((each) => ({ ...each, id: undefined }));

  it('of WordPress bring approved and waiting comments, without addresses; twice the same', async () => {
    const path = file('wordpress.xml', wordpress);
    await run('import', path);
    expect(printed).toContain('4 comments of 1 articles, 0 known already, 1 without');
    const top = parseComments(read('شهر'), '').comments[0]!.id;
    expect(published('شهر')).toEqual([
      { at: '2025-01-01T13:30:00+03:30', name: 'نگار', text: 'سلام & درود' },
      { at: '2025-01-02T13:30:00+03:30', name: 'نگار', text: 'پاسخ', re: top },
      { at: '2025-01-03T13:30:00+03:30', name: 'نگار', text: 'پاسخ پاسخ', re: top },
    ]);
    expect(withStore(folders, (store) => readTally(store))).toMatchObject({ approved: 3, held: 1 });
    expect(readFileSync(join(folders.data, 'comments.sqlite'), 'latin1')).not.toMatch(/planted@|192\.0\.2\.77/);
    const before = read('شهر');
    await run('import', path);
    expect(printed).toContain('0 comments of 0 articles, 4 known already');
    expect(read('شهر')).toBe(before);
  });

  it('of many articles are exported and pulled in pages, none is lost', async () => {
    const items = Array.from(
      { length: 450 },
      (_, index) => `<item><wp:post_id>${index}</wp:post_id>
      <wp:post_name>khabar-${index}</wp:post_name>${comment(index, '1', 0, 'درود').replace(/2025-01-0\d+/, '2025-01-01')}</item>`,
    );
    const head = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>';
    await run('import', file('many.xml', `${head}${items.join('')}</channel></rss>`));
    const slugs = Array.from({ length: 450 }, (_, index) => `khabar-${index}`).toSorted();
    const exported = async (): Promise<string[]> => {
      await run('export');
      return printed
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { slug: string }).slug)
        .toSorted();
    };
    expect(await exported()).toEqual(slugs);
    // Databases of older versions have one change for all.
    withStore(folders, (store) => store.exec('UPDATE comment SET change = 7'));
    expect(await exported()).toEqual(slugs);
  });

  it('of staff without a name give files that a build takes', async () => {
    const text = wordpress.replaceAll('>نگار<', '>\u200C<').replaceAll('user_id>0<', 'user_id>3<');
    await run('import', file('staff.xml', text));
    expect(published('شهر')[0]).toMatchObject({ by: 'تحریریه' });
    expect(parseComments(read('شهر'), '').problems).toEqual([]);
  });

  it('of Disqus follow threads to articles', async () => {
    await run('import', file('disqus.xml', disqus));
    expect(published('metro')).toMatchObject([
      { name: 'رضا', text: 'یک\nدو' },
      { name: 'مریم', text: 'پاسخ', re: expect.any(String) },
    ]);
  });

  it('of Isso read its database', async () => {
    const path = join(folders.root, 'isso.db');
    const isso = new DatabaseSync(path);
    isso.exec(`CREATE TABLE threads (id INTEGER, uri TEXT, title TEXT);
      CREATE TABLE comments (tid, id INTEGER, parent INTEGER, created REAL, mode INTEGER, remote_addr TEXT, text TEXT, author TEXT, email TEXT);
      INSERT INTO threads VALUES (1, '/news/metro/', '');
      INSERT INTO comments VALUES (1, 1, NULL, 1735725600.5, 1, '192.0.2.0', 'یک', 'نگار', 'planted@example.org'),
        (1, 2, 1, 1735725700, 2, '', 'در انتظار', NULL, NULL), (1, 3, NULL, 1735725800, 4, '', 'حذف‌شده', NULL, NULL);`);
    isso.close();
    await run('import', path);
    expect(published('metro')).toMatchObject([{ name: 'نگار', text: 'یک' }]);
    expect(withStore(folders, (store) => readTally(store))).toMatchObject({ approved: 1, held: 1 });
  });

  it('of our own exports and files restore them with their ids', async () => {
    const id = add('خوب');
    await run('reply', id, 'سپاس');
    const before = read('metro');
    await run('export');
    const path = file('export.jsonl', printed);
    const own = file('metro.jsonl', before);
    for (const source of [path, own]) {
      const other = makeCommentFolders();
      const settings = { ...other, act: { by: 'a', now: 1 }, filter: {}, print: () => {} };
      await runCommentsCommand(['import', source], settings);
      expect(readFileSync(join(other.content, 'comments/metro.jsonl'), 'utf8')).toBe(before);
      removeCommentFolders(other);
    }
  });

  it.each([
    ['text', 'nonsense', /expected an export of WordPress/],
    ['a.jsonl', '{"id":"x"}', /a\.jsonl:1: this line is no comment/],
  ])('of other files are refused: %s', async (name, text, message) => {
    await expect(run('import', file(name, text))).rejects.toThrow(message);
    expect(withStore(folders, (store) => readTally(store))).toMatchObject({ approved: 0 });
  });
});
