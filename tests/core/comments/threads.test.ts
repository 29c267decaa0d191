import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comment, compareComments } from '../../../src/core/comments/comment.ts';
import { pagesOf, summarize, threadsOf } from '../../../src/core/comments/threads.ts';
import { countRuns } from '../../support/runs.ts';
import { makeComment, someComments } from './made-comments.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const at = (minute: number): string => `2026-11-20T09:${String(minute).padStart(2, '0')}:00+03:30`;
const shape = (comments: readonly Comment[]): string[] =>
  threadsOf(comments).map(({ top, replies }) => [top, ...replies].map(({ id }) => id.replace(/^0+/, '')).join('<'));
const re = (id: string): string => makeComment(id).id;

describe('threads', () => {
  it('have one level, and come oldest first', () => {
    const comments = [
      makeComment('d', { at: at(4), re: re('b') }),
      makeComment('c', { at: at(3), re: re('a') }),
      makeComment('b', { at: at(2), re: re('a') }),
      makeComment('a', { at: at(1) }),
      makeComment('e', { at: at(0) }),
    ];
    expect(shape(comments)).toEqual(['e', 'a<b<c<d']);
  });

  it('are in the order of ids where moments are the same, whatever the offset', () => {
    const same = '2026-11-20T05:33:00Z';
    expect(shape([makeComment('b', { at: same }), makeComment('a')])).toEqual(['a', 'b']);
  });

  it('begin with a reply to what is not there, and with each comment of a circle', () => {
    expect(shape([makeComment('a', { re: re('x') })])).toEqual(['a']);
    expect(shape([makeComment('a', { re: re('a') })])).toEqual(['a']);
    const circle = [
      makeComment('a', { re: re('b') }),
      makeComment('b', { re: re('a') }),
      makeComment('c', { re: re('a') }),
    ];
    expect(shape(circle)).toEqual(['a', 'b', 'c']);
  });

  it('keep the place of a removed comment while replies to it stand', () => {
    const gone = { text: '', removed: true } as const;
    expect(shape([makeComment('a', gone)])).toEqual([]);
    expect(shape([makeComment('a', gone), makeComment('b', { re: re('a') })])).toEqual(['a<b']);
    expect(shape([makeComment('a', gone), makeComment('b', { ...gone, re: re('a') })])).toEqual([]);
    expect(shape([makeComment('a'), makeComment('b', { ...gone, re: re('a') })])).toEqual(['a']);
  });

  it(`hold every comment that stands once, in one order for any order of the file (seed ${seed})`, () => {
    fc.assert(
      fc.property(someComments(9), fc.nat(), (comments, turn) => {
        const threads = threadsOf(comments);
        const turned = comments.map((_, index) => comments[(index + turn) % comments.length]!);
        expect(threadsOf(turned)).toEqual(threads);
        const shown = threads.flatMap(({ top, replies }) => [top, ...replies]);
        expect(new Set(shown).size).toBe(shown.length);
        for (const comment of comments) if (!comment.removed) expect(shown).toContain(comment);
        for (const { top, replies } of threads) {
          expect(replies.toSorted(compareComments)).toEqual(replies);
          expect(top.removed && replies.length === 0).not.toBe(true);
        }
        const tops = threads.map(({ top }) => top);
        expect(tops.toSorted(compareComments)).toEqual(tops);
      }),
      { seed, numRuns: countRuns(500, 20_000) },
    );
  });

  it('in a file as large as may be take no quadratic time', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      makeComment(`c${index}`, index > 0 ? { re: re(`c${index - 1}`) } : {}),
    );
    expect(threadsOf(chain).length).toBeGreaterThan(0);
  });
});

describe('pages of threads', () => {
  it(`never move a thread when a newer one comes (seed ${seed})`, () => {
    fc.assert(
      fc.property(someComments(12), fc.integer({ min: 1, max: 4 }), (comments, size) => {
        const before = pagesOf(threadsOf(comments), size);
        const after = pagesOf(threadsOf([...comments, makeComment('new', { at: '2030-01-01T00:00:00Z' })]), size);
        expect(before.flat()).toEqual(threadsOf(comments));
        before.forEach((page, index) => expect(after[index]!.slice(0, page.length)).toEqual(page));
        expect(after.every((page) => page.length > 0 && page.length <= size)).toBe(true);
        const [old, fresh] = [summarize(before.flat(), size).pages, summarize(after.flat(), size).pages];
        // Only the last page, or one that is added, has another fingerprint.
        expect(fresh.slice(0, -1)).toEqual(old.slice(0, fresh.length - 1));
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });
});

describe('the summary of comments', () => {
  const comments = [
    makeComment('a', { at: at(1) }),
    makeComment('b', { at: at(5), re: re('a') }),
    makeComment('c', { at: at(2) }),
  ];
  const sum = (changed: readonly Comment[] = comments) => summarize(threadsOf(changed), 1);

  it('counts what readers see, and knows the newest', () => {
    expect(sum()).toMatchObject({ count: 3, newest: Date.parse(at(5)) });
    expect(sum([])).toEqual({ count: 0, pages: [], newest: 0 });
    const gone = [makeComment('a', { text: '', removed: true, at: at(9) }), comments[1]!];
    expect(sum(gone)).toMatchObject({ count: 1, newest: Date.parse(at(5)) });
  });

  it.each<[string, Partial<Comment>]>([
    ['its text', { text: 'متن دیگر.' }],
    ['its name', { name: 'نگار' }],
    ['its moment', { at: at(3) }],
    ['who wrote it', { by: 'desk' }],
    ['its place', { re: undefined }],
    ['its removal', { text: '', removed: true }],
  ])('changes the fingerprint of its page alone with %s', (_, change) => {
    const changed = comments.map((comment) => (comment.id === re('b') ? { ...comment, ...change } : comment));
    const [before, after] = [sum().pages, sum(changed).pages];
    expect(after[0]).not.toBe(before[0]);
    expect(after.at(-1) === before[1] || after.length > 2).toBe(true);
  });

  it('does not depend on who of the desk wrote a reply', () => {
    const by = (name: string) => sum(comments.map((comment) => ({ ...comment, by: name }))).pages;
    expect(by('mina')).toEqual(by('reza'));
  });
});
