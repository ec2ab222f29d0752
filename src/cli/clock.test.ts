import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationMs } from './clock.ts';

test('durations are whole numbers of a unit', () => {
  assert.equal(durationMs('500ms'), 500);
  assert.equal(durationMs('30s'), 30_000);
  assert.equal(durationMs('90m'), 5_400_000);
  assert.equal(durationMs('12h'), 43_200_000);
  assert.equal(durationMs('7d'), 604_800_000);
  for (const text of ['', '7', 'd', '-7d', '1.5h', '7 d', '7w', `${'9'.repeat(13)}s`]) {
    assert.throws(() => durationMs(text), /no duration/, text);
  }
});
