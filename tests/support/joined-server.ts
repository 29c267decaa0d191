import { createServer, request, type Server } from 'node:http';

/** Two servers under one origin, as a web server joins a site and its service of comments. */
export interface JoinedServer {
  close(): Promise<void>;
}

/** Pass requests on to the service if `isService` says so, and to the site otherwise. */
export async function joinServers(
  port: number,
  { site, service }: { site: string; service: string },
  isService: (method: string, path: string) => boolean,
): Promise<JoinedServer> {
  const server: Server = createServer((asked, answer) => {
    const { method = 'GET', url = '/', headers } = asked;
    const { hostname, port: own } = new URL(isService(method, url) ? service : site);
    const passed = request({ hostname, port: own, method, path: url, headers }, (found) => {
      answer.writeHead(found.statusCode!, found.headers);
      found.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
