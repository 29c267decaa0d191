import { hash } from 'node:crypto';

/** SHA-256 of the data, base64url, truncated to 16 characters. */
export function digestOf(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url').slice(0, 16);
}
