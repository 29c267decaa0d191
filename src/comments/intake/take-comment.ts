import { type CommentForm, parseForm } from '../../core/comments/form.ts';
import type { createJudge, JudgedComment } from '../../core/comments/judge.ts';
import type { Writer } from '../store/writer.ts';
import type { AnswerCode } from './answers.ts';
import { type Buckets, createBuckets } from './buckets.ts';
import type { Tokens } from './token.ts';

/** Dependencies for accepting comments. */
export interface TakeTools {
  writer: Pick<Writer, 'insert'>;
  tokens: Tokens;
  judge: ReturnType<typeof createJudge>;
  isOpen: (slug: string) => boolean;
  senderKey: (network: string, now: number) => string;
  /** Buckets of articles. */
  articles: Buckets;
  /** The time of day, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** In milliseconds; it never goes back. */
  clock: () => number;
}

/** Outcome of a form. */
export interface Taken {
  /**
   * `preview`: nothing was stored, and the form is right. `reply`: the button «پاسخ» was pressed in a browser without scripts, and there is
   * no text yet. `trap`: a program has filled the form in.
   */
  code: AnswerCode | 'preview' | 'reply' | 'trap' | 'same';
  /** The form, where it could be read. */
  form?: CommentForm;
  judged?: JudgedComment;
  /** Seconds after which to try again. */
  wait?: number;
}

/** Create the rate limit per article: no real conversation has a hundred comments within seconds. */
export function articleBuckets(): Buckets {
  return createBuckets({ holds: 120, perSecond: 2, most: 10_000 });
}

/**
 * Take the body of a form, cheap checks first.
 *
 * @param network Of the sender.
 * @param hasSteps Whether a form without a token is a first step: that of browsers without scripts.
 */
export async function takeComment(
  tools: TakeTools,
  body: Uint8Array,
  network: string,
  hasSteps: boolean,
): Promise<Taken> {
  const form = parseForm(body);
  if (typeof form === 'string') return { code: form };
  if (form.website !== '') return { code: 'trap', form };
  if (!tools.isOpen(form.slug)) return { code: 'closed', form };
  const now = tools.now();
  const isFirst = form.token === '' && hasSteps;
  const check = isFirst ? undefined : tools.tokens.check(form.token, form.slug, now);
  // A signature is checked in less time than a text. Scripts can mend nothing else; pages show the text again.
  if (check === 'token' || (typeof check === 'string' && !hasSteps)) return { code: check, form };
  const judged = tools.judge(form);
  if (judged === 'empty' && isFirst && form.re !== '') return { code: 'reply', form };
  if (typeof judged === 'string') return { code: judged, form };
  if (check === undefined) return { code: 'preview', form, judged };
  if (typeof check === 'string') return { code: check, form, judged };
  const wait = tools.articles.take(form.slug, tools.clock());
  if (wait > 0) return { code: 'rate', form, judged, wait };
  const sender = tools.senderKey(network, now);
  const result = await tools.writer.insert({ ...judged, slug: form.slug, once: check.once, sender, at: now });
  if (result === undefined) return { code: 'busy', form, judged };
  return { code: result === 'stored' ? 'thanks' : result, form, judged };
}
