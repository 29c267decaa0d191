import { writeTelegramHtml } from '../../core/announce/markup.ts';
import type { Post } from '../../core/announce/state.ts';
import { textOfPieces } from '../../core/announce/template.ts';
import type { BotChannel } from '../../core/config/announce.ts';
import { type Answer, ask, type Outcome, wordsOf } from './request.ts';
import type { Draft, Service, ServiceOptions } from './service.ts';

/**
 * Post to a channel as a bot: Telegram (core.telegram.org/bots/api), Bale (docs.bale.ai), whose methods are the same, and
 * Eitaa (eitaayar.ir), which takes files only and changes nothing.
 */
export function createBot({ service, chat, server }: BotChannel, { secret, timeout }: ServiceOptions): Service {
  const origin = server ?? origins[service];
  const isTelegram = service === 'telegram';
  const call = (
    method: string,
    texts: Record<string, string>,
    picture?: { name: string; file: Uint8Array },
  ): Promise<Answer> => {
    const fields = { chat_id: chat, ...texts };
    const path = service === 'eitaa' ? `api/${secret}` : `bot${secret}`;
    const body = picture ? { fields, ...picture } : new URLSearchParams(fields);
    return ask({ url: `${origin}/${path}/${method}`, body, timeout, secrets: [secret] });
  };
  const written = (name: 'text' | 'caption', { write }: Draft): Record<string, string> => {
    const pieces = write(name === 'caption');
    return isTelegram ? { [name]: writeTelegramHtml(pieces), parse_mode: 'HTML' } : { [name]: textOfPieces(pieces) };
  };
  const sendText = async (draft: Draft): Promise<Outcome> =>
    outcomeOf(await call('sendMessage', written('text', draft)), false);

  return {
    send: async (draft) => {
      if (!draft.picture) return sendText(draft);
      const [method, name] = service === 'eitaa' ? (['sendFile', 'file'] as const) : (['sendPhoto', 'photo'] as const);
      const picture = { name, file: draft.picture.bytes };
      const outcome = outcomeOf(await call(method, written('caption', draft), picture), true);
      // A picture that the service can’t take must not hold up the news.
      return outcome.kind === 'refused' && !outcome.isChannel ? sendText(draft) : outcome;
    },
    edit: async ({ id = '', hasPicture = false }: Post, draft) => {
      const [method, name] = hasPicture
        ? (['editMessageCaption', 'caption'] as const)
        : (['editMessageText', 'text'] as const);
      const outcome = outcomeOf(await call(method, { message_id: id, ...written(name, draft) }), hasPicture);
      const isSame = outcome.kind === 'refused' && outcome.reason.includes('message is not modified');
      return isSame || outcome.kind === 'sent' ? { kind: 'sent', id, hasPicture } : outcome;
    },
    urlOf: (id) => (chat.startsWith('@') && pages[service] ? `${pages[service]}/${chat.slice(1)}/${id}` : undefined),
  };
}

const origins = {
  telegram: 'https://api.telegram.org',
  bale: 'https://tapi.bale.ai',
  eitaa: 'https://eitaayar.ir',
} as const;
const pages = { telegram: 'https://t.me', bale: undefined, eitaa: 'https://eitaa.com' } as const;

/** What the services say about a channel rather than a message. */
const ofChannel =
  /chat not found|kicked|not a member|not enough rights|need administrator|have no rights|blocked|deactivated/i;

function outcomeOf(answer: Answer, hasPicture: boolean): Outcome {
  if (answer.kind !== 'answer') return answer;
  const { status, body } = answer;
  if (body?.['ok'] === true) {
    const { message_id: id } = (body['result'] ?? {}) as { message_id?: unknown };
    const isId = typeof id === 'number' || (typeof id === 'string' && id !== '');
    return { kind: 'sent', hasPicture, ...(isId && { id: String(id) }) };
  }
  const { retry_after: seconds } = (body?.['parameters'] ?? {}) as { retry_after?: unknown };
  if (typeof seconds === 'number') return { kind: 'wait', seconds };
  const code = Number(body?.['error_code'] ?? status);
  const reason = wordsOf(code, body?.['description']);
  if (code === 429) return { kind: 'wait', seconds: 5 };
  if (status >= 500 || code >= 500) return { kind: 'unsure', reason };
  // Neither yes nor no, such as a page of a proxy.
  if (status < 400 && body?.['ok'] !== false) return { kind: 'unsure', reason: `${status}, and no readable answer` };
  return { kind: 'refused', reason, isChannel: [401, 403, 404].includes(code) || ofChannel.test(reason) };
}
