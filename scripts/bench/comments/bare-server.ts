import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The baseline for the service: a server that only reads a form and answers.
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const body = '{"ok":false}';
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`Takes comments at http://127.0.0.1:${(server.address() as AddressInfo).port}/comments/`);
});
