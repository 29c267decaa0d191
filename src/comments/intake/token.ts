import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A valid token, or its fault. `soon`: it is genuine but too young, and will become valid. */
export type TokenCheck = { once: string } | 'token' | 'expired' | 'soon';

/** Makes and checks the tokens of forms. */
export interface Tokens {
  /** Make a token. @param now In milliseconds since 1970-01-01T00:00Z. */
  issue(slug: string, now: number): string;
  check(token: string, slug: string, now: number): TokenCheck;
}

/** Minimum and maximum age of a token in milliseconds. Nobody writes a comment in less than the minimum. */
export const tokenAge = { least: 3000, most: 7_200_000 } as const;

/**
 * Create the tokens of a secret: `moment.nonce.mac`, with HMAC-SHA-256 cut to 16 bytes over article, moment and nonce. A token
 * is for one article and, as the nonce is stored with the comment, for one comment.
 */
export function createTokens(secret: string): Tokens {
  const key = Buffer.from(secret, 'hex');
  const sign = (slug: string, moment: string, nonce: string): Buffer =>
    createHmac('sha256', key).update(`${slug}\n${moment}\n${nonce}`).digest().subarray(0, macBytes);
  return {
    issue(slug, now) {
      const [moment, nonce] = [Math.floor(now).toString(36), randomBytes(12).toString('base64url')];
      return `${moment}.${nonce}.${sign(slug, moment, nonce).toString('base64url')}`;
    },
    check(token, slug, now) {
      const [, moment, nonce, mac] = form.exec(token) ?? [];
      if (moment === undefined || nonce === undefined || mac === undefined) return 'token';
      if (!timingSafeEqual(Buffer.from(mac, 'base64url'), sign(slug, moment, nonce))) return 'token';
      const age = now - Number.parseInt(moment, 36);
      // Genuine tokens from the future were issued before the clock was set back.
      if (Math.abs(age) > tokenAge.most) return 'expired';
      return age >= 0 && age < tokenAge.least ? 'soon' : { once: nonce };
    },
  };
}

const macBytes = 16;
/** 12 and 16 bytes in base64url. */
const form = /^([0-9a-z]{1,11})\.([\w-]{16})\.([\w-]{22})$/;
