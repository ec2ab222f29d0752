import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DriverFailure } from '#drivers/driver.ts';
import { settle } from './machine.ts';

const refused: DriverFailure = { state: 'failed', reason: 'server-refused', retryable: false };
const passing: DriverFailure = { ...refused, reason: 'server-failed', retryable: true };
const silent: DriverFailure = { ...passing, reason: 'host-did-not-answer', unreachable: true };

describe('a failure of a driver', () => {
  test('is final at once, or after seven tries, or after eleven where nothing answers', () => {
    assert.deepEqual(settle(refused, 1), { failed: 'server-refused' });
    assert.throws(() => settle(passing, 6), /^Error: server-failed$/);
    assert.deepEqual(settle(passing, 7), { failed: 'server-failed' });
    assert.throws(() => settle(silent, 10), /^Error: host-did-not-answer$/);
    assert.deepEqual(settle(silent, 11), { failed: 'host-did-not-answer' });
  });

  test('is told with what the server says', () => {
    const detail = 'Parent device "ytbr0" doesn\'t exist';
    const failed = `server-refused: ${detail}`;
    assert.deepEqual(settle({ ...refused, detail }, 1), { failed });
  });
});
