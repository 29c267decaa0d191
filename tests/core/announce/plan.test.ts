import { describe, expect, it } from 'vitest';
import { planRun, type RunInput, type RunPlan } from '../../../src/core/announce/plan.ts';
import { type AnnounceState, emptyState, parseState } from '../../../src/core/announce/state.ts';
import type { ChannelSettings } from '../../../src/core/config/announce.ts';
import { makeArticle, makeDate, makeSite, type ArticleParts } from '../../support/make-site.ts';

const telegram: ChannelSettings = { service: 'telegram', chat: '@khabar' };
const bluesky: ChannelSettings = { service: 'bluesky', handle: 'khabar.example' };
const now = makeDate('1405/09/08 18:00').epoch;
const hour = 3_600_000;

/** An article of the day, at an hour. */
const at = (slug: string, time: string, fields: ArticleParts = {}) =>
  makeArticle({ slug, title: `تیتر ${slug}`, date: makeDate(`1405/09/08 ${time}`), ...fields });

function plan(state: AnnounceState, articles: ReturnType<typeof at>[], more: Partial<RunInput> = {}): RunPlan {
  const site = makeSite(articles, { sections: [{ slug: 'sport', name: 'ورزش' }] });
  return planRun({
    state,
    site,
    articles: site.articles,
    settings: { channels: [telegram] },
    now,
    again: false,
    ...more,
  });
}
const sends = ({ sends }: RunPlan, channel: ChannelSettings = telegram): string[] =>
  [...sends].flatMap(([each, tasks]) => (each === channel ? tasks.map(({ article }) => article.slug) : []));
const edits = ({ edits }: RunPlan): string[] => [...edits.values()].flat().map(({ article }) => article.slug);

/** The state after everything due was sent. */
function afterSending({ state, sends }: RunPlan): AnnounceState {
  for (const [channel, tasks] of sends) {
    const name = channel === telegram ? 'telegram @khabar' : 'bluesky khabar.example';
    for (const { guid, article } of tasks) {
      state.articles[guid]!.posts[name] = { state: 'sent', since: now, id: '7', updated: article.updated?.epoch };
    }
  }
  return parseState(JSON.stringify(state))!;
}
const known = (articles: ReturnType<typeof at>[] = [at('old', '08:00')]): AnnounceState =>
  plan(emptyState(), articles).state;

describe('planRun', () => {
  it('announces nothing on the first run, and then what is new, oldest first', () => {
    const first = plan(emptyState(), [at('old', '08:00')]);
    expect([first.isFirst, sends(first)]).toEqual([true, []]);
    const next = plan(first.state, [at('old', '08:00'), at('b', '12:00'), at('a', '10:00')]);
    expect([next.isFirst, sends(next)]).toEqual([false, ['a', 'b']]);
    expect(sends(plan(afterSending(next), [at('old', '08:00'), at('b', '12:00'), at('a', '10:00')]))).toEqual([]);
  });

  it('keeps announcing what did not get through', () => {
    const next = plan(known(), [at('a', '10:00')]);
    expect(sends(plan(next.state, [at('a', '10:00')]))).toEqual(['a']);
  });

  it('announces what was noted by the first run when it is asked to, once', () => {
    const since = makeDate('1405/09/08 09:00').epoch;
    const articles = [at('old', '08:00'), at('a', '10:00')];
    const next = plan(known(articles), articles, { since });
    expect(sends(next)).toEqual(['a']);
    expect(sends(plan(afterSending(next), articles, { since }))).toEqual([]);
    expect(sends(plan(emptyState(), articles, { since }))).toEqual(['a']);
  });

  it('does not announce what is too old when it is first seen, and says so once', () => {
    const articles = [at('old', '08:00'), makeArticle({ slug: 'late', date: makeDate('1405/09/01 08:00') })];
    const next = plan(known(), articles);
    expect([sends(next), next.late.map(({ slug }) => slug)]).toEqual([[], ['late']]);
    expect(plan(next.state, articles).late).toEqual([]);
    const archive = makeArticle({ slug: 'archive', date: makeDate('1404/01/01') });
    expect(plan(known(), [archive]).late).toEqual([]);
  });

  it('gives up what could not be sent in time, and says so once', () => {
    const next = plan(known(), [at('a', '10:00')]);
    const later = plan(next.state, [at('a', '10:00')], { now: now + 72 * hour });
    expect([sends(later), later.missed]).toEqual([[], [{ channel: 'telegram @khabar', path: '/news/a/' }]]);
    expect(plan(later.state, [at('a', '10:00')], { now: now + 72 * hour }).missed).toEqual([]);
  });

  it('leaves out «channels: false», until it is taken back', () => {
    const next = plan(known(), [at('a', '10:00', { isUnannounced: true })]);
    expect(sends(next)).toEqual([]);
    expect(sends(plan(next.state, [at('a', '10:00')]))).toEqual(['a']);
  });

  it('sends to a channel of sections what belongs there', () => {
    const channel = { ...telegram, sections: ['sport'] };
    const articles = [at('a', '10:00'), at('b', '11:00', { section: 'sport' })];
    expect(sends(plan(known(), articles, { settings: { channels: [channel] } }), channel)).toEqual(['b']);
  });

  it('begins a new channel with what comes after it', () => {
    const state = afterSending(plan(known(), [at('a', '10:00')]));
    const settings = { channels: [telegram, bluesky] };
    const next = plan(state, [at('a', '10:00'), at('b', '11:00')], { settings });
    expect([sends(next, telegram), sends(next, bluesky)]).toEqual([['b'], ['b']]);
  });

  it('knows a renamed article, by its alias or else by date and headline', () => {
    const state = afterSending(plan(known(), [at('a', '10:00'), at('b', '11:00')]));
    const moved = [
      at('new', '10:00', { title: 'تیتر دیگر', aliases: [{ path: '/news/a/', line: 1, column: 1 } as never] }),
      at('c', '11:00', { title: 'تیتر b' }),
    ];
    const next = plan(state, moved);
    expect([sends(next), next.gone]).toEqual([[], []]);
  });

  it('reports messages about articles that are withdrawn, once', () => {
    const state = afterSending(plan(known(), [at('a', '10:00')]));
    const next = plan(state, []);
    expect(next.gone.map(({ channel, path, post }) => [channel, path, post.id])).toEqual([
      ['telegram @khabar', '/news/a/', '7'],
    ]);
    expect(plan(next.state, []).gone).toEqual([]);
    expect(sends(plan(next.state, [at('a', '10:00')]))).toEqual([]);
  });

  it('changes messages only for a later «updated», and only where services can', () => {
    const settings = { channels: [telegram, bluesky] };
    const state = afterSending(plan(known(), [at('a', '10:00')], { settings }));
    expect(edits(plan(state, [at('a', '10:00', { title: 'تیتر تازه' })], { settings }))).toEqual([]);
    const updated = at('a', '10:00', { title: 'تیتر تازه', updated: makeDate('1405/09/08 12:00') });
    expect(edits(plan(state, [updated], { settings }))).toEqual(['a']);
  });

  it('does not send again what a killed run was sending, unless it is asked to', () => {
    const next = plan(known(), [at('a', '10:00')]);
    next.state.articles['https://example.org/news/a/']!.posts['telegram @khabar'] = { state: 'sending', since: now };
    const after = plan(next.state, [at('a', '10:00')]);
    expect([sends(after), after.unsure]).toEqual([[], [{ channel: 'telegram @khabar', path: '/news/a/' }]]);
    expect(plan(after.state, [at('a', '10:00')]).unsure).toEqual([]);
    expect(sends(plan(after.state, [at('a', '10:00')], { again: true }))).toEqual(['a']);
  });

  it('sends it again where the service recognises it, with the same moment', () => {
    const settings = { channels: [bluesky] };
    const next = plan(known(), [at('a', '10:00')], { settings });
    // As if the channel had been there from the beginning.
    next.state.articles['https://example.org/news/a/']!.posts['bluesky khabar.example'] = {
      state: 'sending',
      since: 5,
    };
    const after = plan(next.state, [at('a', '10:00')], { settings, now });
    expect(after.unsure).toHaveLength(1);
    next.state.articles['https://example.org/news/a/']!.posts['bluesky khabar.example']!.since = now - hour;
    const again = plan(next.state, [at('a', '10:00')], { settings });
    expect([...again.sends.values()].flat().map(({ post }) => post!.since)).toEqual([now - hour]);
  });

  it('announces nothing twice when the clock runs ahead or back', () => {
    const days = Array.from({ length: 60 }, (_, index) =>
      makeArticle({
        slug: `d${index}`,
        title: `${index}`,
        date: makeDate(new Date(now - (60 - index) * 24 * hour).toISOString()),
      }),
    );
    const all = [...days, at('a', '10:00')];
    let state = afterSending(plan(known(days), all));
    for (const days of [400, -40, -3, 0, 30, 0]) {
      const moment = now + days * 24 * hour;
      const shown = all.filter(({ date }) => date.epoch <= moment);
      const future = days === 400 ? [makeArticle({ slug: 'future', date: makeDate('1406/05/01') })] : [];
      const next = plan(state, [...shown, ...future], { now: moment });
      expect([days, sends(next).filter((slug) => slug !== 'future')]).toEqual([days, []]);
      state = afterSending(next);
    }
    expect(sends(plan(state, [...all, at('b', '12:00')]))).toEqual(['b']);
  });
});

describe('parseState', () => {
  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"run":1,"channels":{},"articles":{"a":{}},"pings":{}}'])(
    'refuses %j',
    (text) => expect(parseState(text)).toBeUndefined(),
  );
});
