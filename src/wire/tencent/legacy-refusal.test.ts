import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WireFault } from '../wire-fault.ts';
import { legacyRefusal } from './legacy-refusal.ts';

const of = (code: string) => legacyRefusal(new WireFault(code, 'why'));

describe('a refusal of the legacy generation', () => {
  test('of the common family has its number, and the later name of it (seed 004 L51577)', () => {
    for (const [code, number] of [
      ['InvalidParameter', 4000],
      ['InvalidParameter.SignatureFailure', 4100],
      ['InvalidParameter.SecretIdNotFound', 4100],
      ['InvalidRequest.LimitExceeded', 4400],
      ['InvalidRequest.ReplayAttack', 4500],
      ['InternalError.ResourceOpFailed', 5100],
      ['InternalError', 6000],
      ['InvalidAction.NotFound', 6100],
    ] as const) {
      assert.deepEqual(of(code), { code: number, message: 'why', codeDesc: code });
    }
  });

  test('of a page names its code in front of the message, in parentheses (L51452)', () => {
    for (const [code, number] of [
      ['InvalidParameter.InvaildZoneId', 4000],
      ['OperationConstraints.InvaildInstanceStatus', 5100],
      ['OperationFail.SystemBusy', 5200],
      ['OperationConstraints.AccountBalanceNotEnough', 5300],
      ['InnerError.VpcError', 5100],
    ] as const) {
      assert.deepEqual(of(code), { code: number, message: `(${code})why`, codeDesc: code });
    }
  });

  test('of security groups has the number of its page (L55918-55924)', () => {
    assert.deepEqual(of('7001'), { code: 7001, message: '(7001)why', codeDesc: '7001' });
  });

  test('a code that is a name of every object is none of these', () => {
    assert.equal(of('constructor').code, 5100);
    assert.equal(of('__proto__').code, 5100);
  });
});
