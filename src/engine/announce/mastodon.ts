import { textOfPieces } from '../../core/announce/template.ts';
import type { MastodonChannel } from '../../core/config/announce.ts';
import { type Answer, ask, type Outcome, type ServiceRequest, wordsOf } from './request.ts';
import { again } from './retry.ts';
import type { Draft, Service, ServiceOptions } from './service.ts';

/**
 * Post to an account of Mastodon (docs.joinmastodon.org/methods/statuses). The server recognises a post that comes again
 * within an hour by its Idempotency-Key, so what had no clear answer is sent again.
 */
export function createMastodon({ server }: MastodonChannel, { secret, timeout, pause }: ServiceOptions): Service {
  const call = (path: string, request: Partial<ServiceRequest>): Promise<Answer> =>
    ask({
      ...request,
      url: server + path,
      headers: { authorization: `Bearer ${secret}`, ...request.headers },
      timeout,
      secrets: [secret],
    });
  const callWithJson = (path: string, value: unknown, request: Partial<ServiceRequest> = {}): Promise<Answer> =>
    call(path, {
      ...request,
      body: JSON.stringify(value),
      headers: { 'content-type': 'application/json', ...request.headers },
    });
  const upload = async ({ picture }: Draft): Promise<string[]> => {
    if (!picture) return [];
    const fields = { description: picture.alt.slice(0, longestDescription) };
    const body = { fields, name: 'file', file: picture.bytes };
    const answer = await call('/api/v2/media', { body });
    const id = answer.kind === 'answer' && answer.status < 300 ? answer.body?.['id'] : undefined;
    if (typeof id !== 'string') return [];
    // 202: the server is still at work on it, and refuses posts with it until it is done (206 meanwhile).
    let isReady = answer.kind === 'answer' && answer.status === 200;
    for (let tries = 0; tries < 5 && !isReady; tries++) {
      await pause(1000);
      const state = await call(`/api/v1/media/${encodeURIComponent(id)}`, { method: 'GET' });
      isReady = state.kind === 'answer' && state.status === 200;
    }
    return isReady ? [id] : [];
  };
  return {
    send: async (draft) => {
      const media = await upload(draft);
      const post = { status: textOfPieces(draft.write(media.length > 0)), media_ids: media, language: 'fa' };
      const headers = { 'idempotency-key': draft.key };
      return again(pause, async () => outcomeOf(await callWithJson('/api/v1/statuses', post, { headers }), media));
    },
    edit: async ({ id = '', media = [], hasPicture = false }, draft) => {
      const post = { status: textOfPieces(draft.write(hasPicture)), media_ids: media, language: 'fa' };
      const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
      return again(pause, async () => outcomeOf(await callWithJson(path, post, { method: 'PUT' }), media));
    },
  };
}

/** docs.joinmastodon.org/methods/media: the limit of descriptions. */
const longestDescription = 1500;

function outcomeOf(answer: Answer, media: string[]): Outcome {
  if (answer.kind !== 'answer') return answer;
  const { status, body } = answer;
  const reason = wordsOf(status, body?.['error']);
  if (status >= 500) return { kind: 'unsure', reason };
  if (status >= 400) return { kind: 'refused', reason, isChannel: [401, 403].includes(status) };
  const { id, url } = body ?? {};
  if (typeof id !== 'string') return { kind: 'unsure', reason: `${status}, and no readable answer` };
  return { kind: 'sent', id, media, hasPicture: media.length > 0, ...(typeof url === 'string' && { url }) };
}
