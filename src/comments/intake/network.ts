import { createHmac, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

/** Where a request comes from. */
export interface Peer {
  /** Address of the other end of the connection. */
  remote: string | undefined;
  /** Header `X-Real-IP`, which proxies set. */
  forwarded: string | undefined;
}

/**
 * Create a function that returns the network of a request: an IPv4 address, or the first half of an IPv6 address, since
 * anyone at home has all of the other half.
 *
 * @param proxies Addresses, besides those of this machine, whose `X-Real-IP` is believed.
 */
export function createNetworkOf(proxies: readonly string[]): (peer: Peer) => string {
  const trusted = new Set(proxies.map(networkOf));
  return ({ remote = '', forwarded = '' }) => {
    const isTrusted = isLoopback(remote) || trusted.has(networkOf(remote));
    return networkOf(isTrusted && isIP(forwarded) !== 0 ? forwarded : remote);
  };
}

/** Return whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/**
 * Create a function that makes a key of a network. The secret is in memory only and changes every day, so nobody can find the
 * address from it, or tell that two days had the same reader.
 */
export function createSenderKey(): (network: string, now: number) => string {
  let [secret, day] = [randomBytes(32), Number.NaN];
  return (network, now) => {
    const today = Math.floor(now / 86_400_000);
    if (today !== day) [secret, day] = [randomBytes(32), today];
    return createHmac('sha256', secret).update(network).digest('base64url').slice(0, 16);
  };
}

/** @example networkOf('2001:db8::7') // '2001:db8:0:0' */
function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (isIP(plain) !== 6) return plain;
  const groups = groupsOf(plain);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [before = '', after] = hex.split('::');
  const read = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [start, end] = [read(before), read(after ?? '')];
  return [...start, ...Array<number>(Math.max(0, 8 - start.length - end.length)).fill(0), ...end];
}
