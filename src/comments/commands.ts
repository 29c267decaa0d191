import { cleanText } from '../core/comments/clean-text.ts';
import type { CommentMark } from '../core/comments/judge.ts';
import { formatDate, dateAt } from '../core/dates/news-date.ts';
import { importComments } from './import/import.ts';
import { exportChanges } from './publish/export.ts';
import { findDifferences, writeArticleFiles } from './publish/files.ts';
import { backUp } from './store/backups.ts';
import { openStore, type Store } from './store/database.ts';
import { type Act, closeArticle, decide, type Decision, edit, markWritten, reply } from './store/decide.ts';
import { addEditor, listEditors, removeEditor } from './store/editors.ts';
import { CommentsError } from './store/errors.ts';
import { tryLock } from './store/lock.ts';
import { commentedArticles, listComments, readTally, unpublishedArticles } from './store/queries.ts';
import type { CommentState, StoredComment } from './store/rows.ts';

/** Context of a command. Paths are absolute. */
export interface CommandSettings {
  data: string;
  content: string;
  /** Who acts, and when. */
  act: Act;
  /** Which comments `list` shows. */
  filter: { state?: string | undefined; slug?: string | undefined; mark?: string | undefined };
  print: (text: string) => void;
}

type Run = (
  store: Store,
  words: readonly string[],
  settings: CommandSettings,
) => Promise<number | void> | number | void;

/** Run a command, such as `approve k3v9m2xq7a`. @returns The exit code. @throws CommentsError if it can’t be done. */
export async function runCommentsCommand(
  [name = '', ...words]: readonly string[],
  settings: CommandSettings,
): Promise<number> {
  const run = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
  if (!run)
    throw new CommentsError(
      `There is no command «${name}». Expected one of ${Object.keys(commands).join(', ')}, or pull.`,
    );
  const store = openStore(settings.data);
  try {
    const code = await run(store, words, settings);
    publishWithoutService(store, settings);
    return code ?? 0;
  } finally {
    store.close();
  }
}

const commands = {
  list: (store, _, { filter, print }) => {
    const state = readState(filter.state ?? 'held');
    const found = listComments(store, { state, slug: filter.slug, mark: filter.mark as CommentMark | undefined });
    print(found.map(describe).join('\n\n') || 'No comments.');
    const { held, approved, rejected, spam } = readTally(store);
    print(`\nheld ${held}, approved ${approved}, rejected ${rejected}, spam ${spam}`);
  },
  approve: decideAll('approved'),
  reject: decideAll('rejected'),
  spam: decideAll('spam'),
  remove: decideAll('removed'),
  reply: (store, [id, ...words], { act }) => {
    if (!reply(store, needed(id, 'an ID'), neededText(words), act)) throw missing(id!);
  },
  edit: (store, [id, ...words], { act }) => {
    if (!edit(store, needed(id, 'an ID'), neededText(words), act)) throw missing(id!);
  },
  close: (store, [slug], { act }) => void closeArticle(store, needed(slug, 'the name of an article'), true, act),
  open: (store, [slug], { act }) => void closeArticle(store, needed(slug, 'the name of an article'), false, act),
  async editor(store, [what, ...names], { act, print }) {
    const name = names.join(' ').trim();
    if (what === 'list') print(listEditors(store).join('\n') || 'No editors.');
    else if (what === 'add') {
      const password = await addEditor(store, needed(name, 'a name'), act);
      print(`Password of «${name}», which is shown only now: ${password}`);
    } else if (what === 'remove') {
      if (!removeEditor(store, needed(name, 'a name'), act)) throw new CommentsError(`There is no editor «${name}».`);
    } else throw new CommentsError('Expected editor add NAME, editor remove NAME or editor list.');
  },
  export: (store, _, { print }) => {
    for (let after = 0; ;) {
      const lines = exportChanges(store, after);
      if (lines.length === 0) return;
      print(lines.map((line) => JSON.stringify(line)).join('\n'));
      after = lines.at(-1)!.change;
    }
  },
  import(store, files, { act, print }) {
    if (files.length === 0) throw new CommentsError('Expected a FILE.');
    for (const file of files) {
      const { added, known, refused, articles } = importComments(store, file, act);
      print(
        `${file}: ${added} comments of ${articles} articles, ${known} known already, ${refused} without an article or text.`,
      );
    }
  },
  async backup(store, [file], { print }) {
    await backUp(store, needed(file, 'a FILE'));
    print(`${file} is written.`);
  },
  verify(store, _, { content, print }) {
    const faults = store
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']));
    const isWhole = faults.join() === 'ok';
    if (!isWhole) print(['The database is damaged; restore a backup:', ...faults].join('\n'));
    const due = new Set(unpublishedArticles(store).map(([slug]) => slug));
    const different = findDifferences(store, content).filter((slug) => !due.has(slug));
    if (different.length > 0)
      print(['Files that differ from what is approved; «publish» writes them:', ...different].join('\n'));
    const isRight = isWhole && different.length === 0;
    if (isRight) print(`All is well: ${commentedArticles(store).length} articles with comments.`);
    return isRight ? 0 : 1;
  },
  publish: (store, _, { content, print }) => {
    const different = findDifferences(store, content);
    writeArticleFiles(store, content, different);
    if (different.length > 0) markWritten(store, []);
    print(`${different.length} files are written.`);
  },
} as const satisfies Record<string, Run>;

function decideAll(state: Decision): Run {
  return (store, ids, { act }) => {
    if (ids.length === 0) throw new CommentsError('Expected an ID, as «list» shows it.');
    const unknown = ids.filter((id) => !decide(store, id, state, act));
    if (unknown.length > 0) throw missing(unknown.join(', '));
  };
}

/** Write files at once if no service is running; a running service does so within seconds, and builds. */
function publishWithoutService(store: Store, { data, content, print }: CommandSettings): void {
  const due = unpublishedArticles(store);
  if (due.length === 0) return;
  const lock = tryLock(data);
  if (!lock) return;
  try {
    const slugs = due.map(([slug]) => slug);
    writeArticleFiles(store, content, slugs);
    markWritten(store, due);
    print(`Files of ${due.length} articles are written. Build the site to show them: npm run build`);
  } finally {
    lock.release();
  }
}

function describe({ id, at, slug, name, text, marks, state, by }: StoredComment): string {
  const facts = [id, formatDate(dateAt(at)), slug, name ?? '', ...marks.map((mark) => `[${mark}]`)];
  const decided = state === 'held' ? [] : [`${state}${by === undefined ? '' : ` (${by})`}`];
  const lines = (text ?? '(forgotten)').split('\n').map((line) => `    ${line}`);
  return [[...facts, ...decided].filter((fact) => fact !== '').join('  '), ...lines].join('\n');
}

const states = ['held', 'approved', 'rejected', 'spam', 'removed'] as const satisfies CommentState[];

function readState(text: string): CommentState {
  const state = states.find((name) => name === text);
  if (!state) throw new CommentsError(`--state: expected one of ${states.join(', ')}, found «${text}».`);
  return state;
}

function needed(text: string | undefined, what: string): string {
  if (text === undefined || text === '') throw new CommentsError(`Expected ${what}.`);
  return text;
}

function neededText(words: readonly string[]): string {
  return needed(cleanText(words.join(' ')), 'a text');
}

function missing(id: string): CommentsError {
  return new CommentsError(`There is no comment ${id} that this can be done with.`);
}
