import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  containsIpv6,
  formatIpv6,
  formatIpv6Block,
  ipv6BlockWithin,
  keptIpv6Block,
  parseIpv6,
  parseIpv6Block,
} from './ipv6.ts';

test('an address has the text of RFC 5952, and any text of RFC 4291 is read', () => {
  const same = ['::', '::1', '1::', '2001:db8::1', '1:0:2:3:4:5:6:7', '2001:db8::1:0:0:1'];
  for (const text of same) assert.equal(formatIpv6(parseIpv6(text) ?? -1n), text);
  assert.equal(formatIpv6(parseIpv6('2001:0DB8:0:0:0:0:0:0001') ?? -1n), '2001:db8::1');
  assert.equal(formatIpv6(parseIpv6('1:2:3:4:5:6:7::') ?? -1n), '1:2:3:4:5:6:7:0');
  const wrong = ['', ':', ':::', '1', '1:2:3:4:5:6:7:8:9', '1::2::3', '1:2:3:4:5:6:7:8::', 'g::'];
  for (const text of [...wrong, '10.0.0.1', '::10.0.0.1', '12345::', '::1%eth0']) {
    assert.equal(parseIpv6(text), undefined, text);
  }
  const address = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
  fc.assert(fc.property(address, (one) => parseIpv6(formatIpv6(one)) === one));
});

test('a block has no address bit behind its mask', () => {
  assert.equal(parseIpv6Block('2001:db8::/33')?.bits, 33);
  assert.equal(parseIpv6Block('::1/128')?.network, 1n);
  for (const text of ['2001:db8::1/64', '::/129', '::', '::/01', '::/64/1', '::/', '::/-1']) {
    assert.equal(parseIpv6Block(text), undefined, text);
  }
  const block = keptIpv6Block('2001:db8:0:100::/56');
  const last = ipv6BlockWithin(block, 64, 255);
  assert.equal(formatIpv6Block(last), '2001:db8:0:1ff::/64');
  assert.ok(containsIpv6(block, last.network));
  assert.ok(!containsIpv6(block, ipv6BlockWithin(block, 64, 256).network));
  assert.ok(!containsIpv6(block, block.network - 1n));
  assert.throws(() => keptIpv6Block('x'));
});
