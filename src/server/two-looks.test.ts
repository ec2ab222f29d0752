import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TwoLooks } from './two-looks.ts';

test('what is shown twice in a row is told, and is new once', () => {
  const looks = new TwoLooks();
  assert.deepEqual([looks.next(['a']), looks.told], [false, []]);
  assert.deepEqual([looks.next(['a', 'b']), looks.told], [true, ['a']]);
  assert.deepEqual([looks.next(['a']), looks.told], [false, ['a']]);
  assert.deepEqual([looks.next([]), looks.told], [false, []]);
  assert.deepEqual([looks.next(['a']), looks.told], [false, []]);
});
