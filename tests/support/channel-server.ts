import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a service got. */
export interface ChannelCall {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Fields of a form, or of JSON. */
  fields: Record<string, unknown>;
  /** Files of a form, or the body itself, by name. */
  files: Record<string, { type: string; size: number }>;
}

/** What a service answers. */
export interface ChannelReply {
  status: number;
  headers?: Record<string, string>;
  /** Text, or a value for JSON. */
  body?: unknown;
}

/** A local server that answers as the documented services do: bots of Telegram, Bale and Eitaa, Mastodon, Bluesky. */
export interface ChannelServer {
  url: string;
  /** All requests, in order. */
  calls: ChannelCall[];
  /** Messages that readers see, in order, as text. */
  messages: string[];
  /** Answer differently; `undefined` lets the service answer, `'silence'` keeps the request open, `'cut'` closes it. */
  faults: ((call: ChannelCall) => ChannelReply | 'silence' | 'cut' | undefined)[];
  /** Forget everything. */
  reset(): void;
  close(): void;
}

const longest = { text: 4096, caption: 1024 };

/** Start a server on a free port. */
export async function startChannels(): Promise<ChannelServer> {
  const keys = new Map<string, unknown>();
  let numbers = 100;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const call: ChannelCall = {
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          ...(await readBody(request.headers['content-type'] ?? '', Buffer.concat(chunks))),
        };
        self.calls.push(call);
        const fault = self.faults.map((make) => make(call)).find((each) => each !== undefined);
        if (fault === 'silence') return;
        if (fault === 'cut') return void request.socket.destroy();
        const { status, headers, body } = fault ?? reply(call);
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: ChannelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    messages: [],
    faults: [],
    reset: () => {
      keys.clear();
      Object.assign(self, { calls: [], messages: [], faults: [] });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };

  function reply(call: ChannelCall): ChannelReply {
    if (call.path.startsWith('/xrpc/')) return bluesky(call);
    if (/^\/api\/v\d\//.test(call.path)) return mastodon(call);
    return bot(call);
  }

  function bot({ path, fields, files }: ChannelCall): ChannelReply {
    const refuse = (status: number, description: string): ChannelReply => ({
      status,
      body: { ok: false, error_code: status, description },
    });
    const [, , method = ''] = path.split('/');
    const real = path.startsWith('/api/') ? path.split('/')[3]! : method;
    if (typeof fields['chat_id'] !== 'string') return refuse(400, 'Bad Request: chat_id is empty');
    if (real === 'sendPhoto' && !files['photo']) return refuse(400, 'Bad Request: there is no photo in the request');
    if (real === 'sendFile' && !files['file']) return refuse(400, 'file is required');
    const name = fields['caption'] === undefined ? 'text' : 'caption';
    const written = String(fields[name] ?? '');
    let shown = written;
    if (fields['parse_mode'] === 'HTML') {
      const bare = written.replace(/<\/?b>/g, '');
      if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(bare)) return refuse(400, "Bad Request: can't parse entities");
      shown = bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    }
    if (shown.trim() === '') return refuse(400, 'Bad Request: message text is empty');
    if (shown.length > longest[name]) return refuse(400, `Bad Request: ${name} is too long`);
    if (real.startsWith('edit')) {
      if (path.startsWith('/api/')) return refuse(404, 'method not found');
      self.messages.push(`changed ${String(fields['message_id'])}: ${shown}`);
      return { status: 200, body: { ok: true, result: { message_id: Number(fields['message_id']) } } };
    }
    self.messages.push(shown);
    return { status: 200, body: { ok: true, result: { message_id: ++numbers, chat: { id: 1 } } } };
  }

  function mastodon({ path, method, fields, files, headers }: ChannelCall): ChannelReply {
    if (!/^Bearer ./.test(headers.authorization ?? '')) {
      return { status: 401, body: { error: 'The access token is invalid' } };
    }
    if (path === '/api/v2/media') return { status: files['file'] ? 200 : 422, body: { id: `media-${++numbers}` } };
    const text = String(fields['status']);
    const letters = [...new Intl.Segmenter('en').segment(text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)))].length;
    if (letters > 500)
      return { status: 422, body: { error: 'Validation failed: Text character limit of 500 exceeded' } };
    const key = headers['idempotency-key'];
    if (method === 'POST' && typeof key === 'string' && keys.has(key)) return { status: 200, body: keys.get(key) };
    const id = method === 'PUT' ? path.split('/').at(-1)! : String(++numbers);
    self.messages.push(method === 'PUT' ? `changed ${id}: ${text}` : text);
    const body = { id, url: `${self.url}/@khabar/${id}`, media_attachments: fields['media_ids'] };
    if (typeof key === 'string') keys.set(key, body);
    return { status: 200, body };
  }

  function bluesky({ path, fields, files, headers }: ChannelCall): ChannelReply {
    const method = path.slice('/xrpc/'.length);
    if (method === 'com.atproto.server.createSession') {
      const isRight = fields['password'] === 'bluesky-secret';
      if (!isRight)
        return { status: 401, body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' } };
      return { status: 200, body: { accessJwt: 'jwt-secret', refreshJwt: 'r', did: 'did:plc:abc', handle: 'k' } };
    }
    if (headers.authorization !== 'Bearer jwt-secret')
      return { status: 401, body: { error: 'InvalidToken', message: 'Bad token' } };
    if (method === 'com.atproto.repo.uploadBlob') {
      const blob = { $type: 'blob', ref: { $link: 'bafk' }, mimeType: 'image/jpeg', size: files['body']!.size };
      return { status: 200, body: { blob } };
    }
    const { rkey, record } = fields as { rkey: string; record: { text: string } };
    if ([...new Intl.Segmenter('en').segment(record.text)].length > 300) {
      return {
        status: 400,
        body: { error: 'InvalidRequest', message: 'Record/text must not be longer than 300 graphemes' },
      };
    }
    if (!/^[2-7a-j][2-7a-z]{12}$/.test(rkey))
      return { status: 400, body: { error: 'InvalidRequest', message: 'Bad rkey' } };
    if (!keys.has(rkey)) self.messages.push(record.text);
    keys.set(rkey, record);
    return { status: 200, body: { uri: `at://did:plc:abc/app.bsky.feed.post/${rkey}`, cid: 'bafy' } };
  }
  return self;
}

async function readBody(type: string, body: Buffer): Promise<Pick<ChannelCall, 'fields' | 'files'>> {
  if (type.startsWith('application/json'))
    return { fields: JSON.parse(body.toString()) as ChannelCall['fields'], files: {} };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { fields: Object.fromEntries(new URLSearchParams(body.toString())), files: {} };
  }
  if (!type.startsWith('multipart/')) return { fields: {}, files: { body: { type, size: body.length } } };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const entries = [...form.entries()];
  return {
    fields: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    files: Object.fromEntries(
      entries.flatMap(([name, value]) =>
        typeof value === 'string' ? [] : [[name, { type: value.type, size: value.size }]],
      ),
    ),
  };
}
