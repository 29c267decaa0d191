import type { ServerResponse } from 'node:http';
import type { Connect } from 'vite';

/** Answer a request of the live preview with bytes, or leave it to the next handler where there are none. */
export async function respond(
  response: ServerResponse,
  bytes: Promise<Uint8Array | undefined>,
  next: Connect.NextFunction,
): Promise<void> {
  try {
    const found = await bytes;
    if (found) response.end(found);
    else next();
  } catch (error) {
    next(error);
  }
}
