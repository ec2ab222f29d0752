import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseProvocation } from './parse-provocation.ts';
import type { Provocation } from './provocation.ts';

const accepted: readonly Provocation[] = [
  { effect: 'fail', verb: 'create', times: 3 },
  { effect: 'fail', verb: 'stop', times: 1, zone: 'z', machine: 'm', reason: 'r', retryable: true },
  { effect: 'slow', verb: 'start', times: 2, addedMs: 10 },
  { effect: 'sold-out' },
  { effect: 'sold-out', type: 't', zone: 'z', charge: 'c' },
  { effect: 'seen', machine: 'm', state: 'absent' },
];

const refused: ReadonlyArray<readonly [value: unknown, message: RegExp]> = [
  [null, /^\$ must be an object/],
  [{}, /^\$\.effect is missing/],
  [{ effect: 'explode' }, /^\$\.effect is "explode"; use one of fail, slow, sold-out, seen/],
  [{ effect: 'fail', times: 1 }, /^\$\.verb is missing/],
  [{ effect: 'fail', verb: 'shrink', times: 1 }, /^\$\.verb is "shrink"; use one of create/],
  [{ effect: 'fail', verb: 'stop', times: '1' }, /^\$\.times must be a whole number/],
  [{ effect: 'fail', verb: 'stop', times: 1, retryable: 'yes' }, /^\$\.retryable must be true or/],
  [{ effect: 'slow', verb: 'stop', times: 1 }, /^\$\.addedMs is missing/],
  [{ effect: 'sold-out', verb: 'stop' }, /^\$ has no key "verb"/],
  [{ effect: 'seen', machine: 'm', state: 'ill' }, /^\$\.state is "ill"; use one of running/],
];

describe('a provocation as JSON', () => {
  for (const provocation of accepted) {
    test(`accepts ${JSON.stringify(provocation)}`, () => {
      const sent: unknown = JSON.parse(JSON.stringify(provocation));
      assert.deepEqual(parseProvocation(sent), provocation);
    });
  }
  for (const [value, message] of refused) {
    test(`refuses ${JSON.stringify(value)} and says why`, () => {
      assert.throws(() => parseProvocation(value), { message });
    });
  }
  test('refuses names that the cloud does not have: they would mean nothing', () => {
    const known = { zones: ['z'], charges: ['c'], isType: (name: string) => name === 't' };
    for (const provocation of accepted) {
      assert.deepEqual(parseProvocation({ ...provocation }, known), provocation);
    }
    const refuses = (value: unknown, message: RegExp): void =>
      assert.throws(() => parseProvocation(value, known), { message });
    refuses(
      { effect: 'fail', verb: 'stop', times: 1, zone: 'y' },
      /^\$\.zone is "y"; use one of z/,
    );
    refuses({ effect: 'sold-out', zone: 'y' }, /^\$\.zone is "y"; use one of z/);
    refuses({ effect: 'sold-out', type: 'y' }, /^\$\.type is "y", which is no type/);
    refuses({ effect: 'sold-out', charge: 'y' }, /^\$\.charge is "y"; use one of c/);
  });
});
