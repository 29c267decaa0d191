import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadMedia, type Downloads } from '../../../../src/engine/import/media/download.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let content: string;
let server: Server;
let base: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[];

beforeEach(async () => {
  content = mkdtempSync(join(tmpdir(), 'download-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url!);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  rmSync(content, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const uploads = '/wp-content/uploads/2016/05';

function download(...paths: readonly string[]): Promise<Downloads> {
  const addresses = paths.map((path) => base + path);
  return downloadMedia(addresses, { content, maxBytes: 1000, firstPause: 1, isAllowed: () => true });
}

function sendPicture(response: ServerResponse): void {
  response.setHeader('content-type', 'image/png');
  response.end(png);
}

describe('downloadMedia', () => {
  it('takes the original of a resized picture, and fetches nothing twice', async () => {
    answer = (request, response) =>
      request.url === `${uploads}/pol.png` ? sendPicture(response) : response.writeHead(404).end();
    const first = await download(`${uploads}/pol-300x200.png`);
    expect([...first.fetched]).toEqual([`${base}${uploads}/pol-300x200.png`]);
    expect(readFileSync(join(content, 'media/2016/05/pol.png'))).toEqual(png);
    await download(`${uploads}/pol-300x200.png`, `${uploads}/pol.png`);
    expect(asked).toEqual([`${uploads}/pol.png`]);
  });

  it('takes the given size if the original is missing', async () => {
    answer = (request, response) =>
      request.url!.includes('-300x200') ? sendPicture(response) : response.writeHead(404).end();
    await download(`${uploads}/pol-300x200.png`);
    expect(existsSync(join(content, 'media/2016/05/pol-300x200.png'))).toBe(true);
  });

  it('tries again after a failure of the host, and not after a refusal', async () => {
    answer = (request, response) => {
      if (request.url!.includes('gone')) response.writeHead(410).end();
      else if (asked.length < 3) response.writeHead(503).end();
      else sendPicture(response);
    };
    expect((await download(`${uploads}/slow.png`)).failed.size).toBe(0);
    expect(asked).toHaveLength(3);
    const { failed } = await download(`${uploads}/gone.png`);
    expect([...failed.values()]).toEqual(['status 410']);
    expect(asked).toHaveLength(4);
  });

  it('rejects files that are too large, truncated or not pictures, and leaves no partial file', async () => {
    answer = (request, response) => {
      if (request.url!.includes('large')) response.end(Buffer.concat([png, Buffer.alloc(2000)]));
      else if (request.url!.includes('cut'))
        response.writeHead(200, { 'content-length': 900 }).write(png, () => response.destroy());
      else response.end('<html>Sign in first</html>');
    };
    const { failed, fetched } = await download(`${uploads}/large.png`, `${uploads}/cut.png`, `${uploads}/login.png`);
    expect(fetched.size).toBe(0);
    expect(failed.get(`${base}${uploads}/large.png`)).toContain('larger than 1000 bytes');
    expect(failed.get(`${base}${uploads}/login.png`)).toBe('its content does not match its name');
    expect(failed.has(`${base}${uploads}/cut.png`)).toBe(true);
    expect(readdirSync(join(content, 'media/2016/05'))).toEqual([]);
  });

  it('follows a limited number of redirects, only on the web', async () => {
    answer = (request, response) => {
      if (request.url === '/moved.png') response.writeHead(302, { location: `${uploads}/pol.png` }).end();
      else if (request.url === '/loop.png') response.writeHead(302, { location: '/loop.png' }).end();
      else if (request.url === '/file.png') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else sendPicture(response);
    };
    const { failed } = await download('/moved.png', '/loop.png', '/file.png');
    expect([...failed.values()].toSorted()).toEqual(['not on the web', 'too many redirects']);
  });

  it('never asks a private address, even by a redirect or a name', async () => {
    answer = (_, response) => sendPicture(response);
    const names = [
      'http://127.0.0.1:1/a.png',
      'http://[::1]/a.png',
      'http://localhost/a.png',
      'http://169.254.169.254/a.png',
      'http://2130706433/a.png',
      'http://[::ffff:10.0.0.1]/a.png',
      `${base}/a.png`,
    ];
    const { failed } = await downloadMedia(names, { content, maxBytes: 1000, firstPause: 1 });
    expect(failed.size).toBe(names.length);
    for (const reason of failed.values()) expect(reason).toContain('not a public address');
    expect(asked).toEqual([]);
  });

  it('asks at most four at a time', async () => {
    let [open, most] = [0, 0];
    answer = (_, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        sendPicture(response);
      }, 20);
    };
    const { fetched } = await download(...Array.from({ length: 12 }, (_, index) => `${uploads}/${index}.png`));
    expect(fetched.size).toBe(12);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('leaves existing files', async () => {
    mkdirSync(join(content, 'media/2016/05'), { recursive: true });
    writeFileSync(join(content, 'media/2016/05/pol.png'), 'ours');
    await download(`${uploads}/pol.png`);
    expect(asked).toEqual([]);
    expect(readFileSync(join(content, 'media/2016/05/pol.png'), 'utf8')).toBe('ours');
  });
});
