import { hash } from 'node:crypto';

/** Make a text that stands for some bytes and, as far as anyone will see, for no others. */
export function digestOf(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url').slice(0, 16);
}
