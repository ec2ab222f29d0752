import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRule, type Peer, type RuleSpec } from './rule.ts';
import { isSameRule } from './same-rule.ts';

test('a rule is read once, however many it is compared with', () => {
  let reads = 0;
  const rule: RuleSpec = {
    ...openRule,
    get peer(): Peer {
      reads += 1;
      return { kind: 'ipv4', cidr: '10.0.0.1/8' };
    },
  };
  const others = Array.from({ length: 200 }, (_, at): RuleSpec => {
    return { ...openRule, peer: { kind: 'ipv4', cidr: `10.${at}.0.0/16` } };
  });
  const same: RuleSpec = { ...openRule, peer: { kind: 'ipv4', cidr: '10.0.0.0/8' } };
  assert.deepEqual(
    [...others, same].filter((other) => isSameRule(other, rule)),
    [same],
  );
  assert.equal(reads, 1);
});
