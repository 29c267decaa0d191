import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Networks that are not public: IANA's special-purpose registries (RFC 6890), multicast, and tunnels into any of them. */
const reserved = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  reserved.addSubnet(network, bits, 'ipv6');
}

/** Return whether an IP address belongs to the public internet. IPv4 addresses within IPv6 are checked as IPv4. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  const family = isIP(plain);
  if (family === 0 || reserved.check(plain, family === 6 ? 'ipv6' : 'ipv4')) return false;
  return family === 4 || !/^::ffff:/i.test(plain);
}

/** A host is not on the public internet. */
export class PrivateAddressError extends Error {}

/**
 * Resolve a host name for a connection, unless one of its addresses is not public. The connection uses the checked
 * addresses, so resolving differently the next time does not help an attacker.
 */
export function lookupPublic(
  host: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new PrivateAddressError(`${host} is not a public address`), []);
    }
    return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
  });
}
