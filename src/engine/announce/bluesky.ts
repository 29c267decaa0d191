import { findFacets, makeTid } from '../../core/announce/markup.ts';
import { textOfPieces } from '../../core/announce/template.ts';
import type { BlueskyChannel } from '../../core/config/announce.ts';
import { hashNumber } from '../../core/text/hash.ts';
import { type Answer, ask, type Outcome, type ServiceRequest, wordsOf } from './request.ts';
import { again } from './retry.ts';
import type { Draft, Service, ServiceOptions } from './service.ts';

/** An open session: com.atproto.server.createSession. */
interface Session {
  accessJwt: string;
  did: string;
}

/**
 * Post to an account of Bluesky (docs.bsky.app). The record’s key comes from the message, so a post that is sent again takes
 * the place of itself.
 */
export function createBluesky(
  { handle, server = 'https://bsky.social' }: BlueskyChannel,
  options: ServiceOptions,
): Service {
  const { secret, timeout, pause } = options;
  let session: Session | undefined;
  const call = (method: string, request: Partial<ServiceRequest>): Promise<Answer> =>
    ask({
      ...request,
      url: `${server}/xrpc/${method}`,
      headers: { ...(session && { authorization: `Bearer ${session.accessJwt}` }), ...request.headers },
      timeout,
      secrets: [secret, ...(session ? [session.accessJwt] : [])],
    });
  const callWithJson = (method: string, value: unknown): Promise<Answer> =>
    call(method, { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  /** @returns What is in the way, if anything. */
  const open = async (): Promise<Outcome | undefined> => {
    if (session) return undefined;
    const answer = await callWithJson('com.atproto.server.createSession', { identifier: handle, password: secret });
    if (answer.kind === 'wait') return answer;
    const { accessJwt, did } = (answer.kind === 'answer' ? answer.body : undefined) ?? {};
    if (answer.kind === 'answer' && typeof accessJwt === 'string' && typeof did === 'string') {
      session = { accessJwt, did };
      return undefined;
    }
    // No post was sent yet, whatever went wrong.
    const reason = answer.kind === 'answer' ? wordsOf(answer.status, answer.body?.['message']) : answer.reason;
    return { kind: 'refused', reason, isChannel: true };
  };
  const upload = async ({ picture }: Draft): Promise<unknown> => {
    if (!picture || picture.bytes.length > largestBlob) return undefined;
    const headers = { 'content-type': 'image/jpeg' };
    const answer = await call('com.atproto.repo.uploadBlob', { body: picture.bytes, headers });
    return answer.kind === 'answer' && answer.status === 200 ? answer.body?.['blob'] : undefined;
  };
  return {
    send: async (draft) => {
      const closed = await open();
      if (closed) return closed;
      const thumb = await upload(draft);
      const pieces = draft.write(true);
      const { url: uri, title, lead: description, since, key } = draft;
      const record = {
        $type: 'app.bsky.feed.post',
        text: textOfPieces(pieces),
        facets: findFacets(pieces),
        langs: ['fa'],
        createdAt: new Date(since).toISOString(),
        embed: { $type: 'app.bsky.embed.external', external: { uri, title, description, ...(thumb ? { thumb } : {}) } },
      };
      const collection = 'app.bsky.feed.post';
      const rkey = makeTid(since, hashNumber(key));
      const { did: repo } = session!;
      const put = async (): Promise<Outcome> =>
        outcomeOf(await callWithJson('com.atproto.repo.putRecord', { repo, collection, rkey, record }));
      const outcome = await again(pause, put);
      if (outcome.kind !== 'sent') return outcome;
      return {
        ...outcome,
        id: rkey,
        url: `https://bsky.app/profile/${handle}/post/${rkey}`,
        hasPicture: thumb !== undefined,
      };
    },
  };
}

/** Lexicon app.bsky.embed.external: `maxSize` of `thumb`, in bytes. */
const largestBlob = 1_000_000;

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind !== 'answer') return answer;
  const { status, body } = answer;
  const reason = wordsOf(status, body?.['message'] ?? body?.['error']);
  if (status >= 500) return { kind: 'unsure', reason };
  if (status >= 400) return { kind: 'refused', reason, isChannel: [401, 403].includes(status) };
  if (typeof body?.['uri'] !== 'string') return { kind: 'unsure', reason: `${status}, and no readable answer` };
  return { kind: 'sent', hasPicture: false };
}
