import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../src/engine/import/media/public-address.ts';

const seed = 14040724;

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.0.6.139', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2a00:1450:4001:81b::200e'])(
    'accepts %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd12::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    '2002:0a00:0001::1',
    '64:ff9b::a00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    'localhost',
    '',
    '1',
    '0x7f.1',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it(`checks IPv4 within IPv6 as IPv4 (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        if (!isPublicAddress(address)) expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
      { seed },
    );
  });
});
