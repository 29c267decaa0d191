import { Agent, get } from 'node:http';

/** What came of asking a server again and again. */
export interface LoadResult {
  requests: number;
  /** The status or error of each request that failed, with its path. */
  failures: string[];
}

/** Ask a server for paths, one after the other, by so many readers at once. */
export async function askForSeconds(
  origin: string,
  paths: readonly string[],
  seconds: number,
  readers: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const end = Date.now() + seconds * 1000;
  const result: LoadResult = { requests: 0, failures: [] };
  const read = async (): Promise<void> => {
    while (Date.now() < end) {
      const path = paths[result.requests++ % paths.length]!;
      const status = await ask(origin + path, agent);
      if (status !== '200') result.failures.push(`${status} ${path}`);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  agent.destroy();
  return result;
}

/** Read an answer to its end. */
function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get(url, { agent, headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      response.on('error', (error) => resolve(error.message)).on('end', () => resolve(String(response.statusCode)));
      response.resume();
    }).on('error', (error) => resolve(error.message));
  });
}
