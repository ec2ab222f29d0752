import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cidrOf } from '../subnet/cidr-of-row.ts';
import { formatCidr } from '../subnet/cidr.ts';
import { checkVpcCidr, type VpcCidrRule } from './cidr-rule.ts';

const rule: VpcCidrRule = {
  allowed: [
    { within: cidrOf('10.0.0.0/8'), mask: { bitsMin: 12, bitsMax: 28 } },
    { within: cidrOf('192.168.0.0/16'), mask: { bitsMin: 16, bitsMax: 28 } },
  ],
  excluded: [cidrOf('10.9.0.0/16')],
};

test('a block is judged by its form, then its mask, then where it lies', () => {
  for (const text of ['10.16.0.0/12', '10.1.2.0/28', '192.168.0.0/16']) {
    assert.equal(formatCidr(checkVpcCidr(text, rule)), text);
  }
  const reason = (text: string) => {
    try {
      checkVpcCidr(text, rule);
    } catch (error) {
      return (error as { readonly reason?: string }).reason;
    }
    return undefined;
  };
  for (const text of ['', '10.0.0.0', '10.0.0.1/16', '10.0.0.0/33', '::/16', '10.0.0.0/016']) {
    assert.equal(reason(text), 'vpc.cidrMalformed', text);
  }
  for (const text of ['10.0.0.0/8', '10.0.0.0/29', '192.168.0.0/15', '0.0.0.0/0']) {
    assert.equal(reason(text), 'vpc.maskNotAllowed', text);
  }
  for (const text of ['11.0.0.0/16', '172.16.0.0/16', '10.9.1.0/24', '10.0.0.0/12']) {
    assert.equal(reason(text), 'vpc.cidrNotAllowed', text);
  }
});
