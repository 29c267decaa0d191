import { Agent, request } from 'node:http';

/** A form to send. */
export interface Shot {
  body: string;
  headers: Readonly<Record<string, string>>;
}

/** Send forms over many connections for some seconds. @returns The number of responses by status. */
export async function loadServer(
  address: string,
  seconds: number,
  nextShot: () => Shot,
  connections = 64,
): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = new Map<number, number>();
  const end = performance.now() + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const status = await shoot(address, agent, nextShot());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return statuses;
}

function shoot(address: string, agent: Agent, { body, headers }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, {
      agent,
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    })
      .on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
      .on('error', reject)
      .end(body);
  });
}
