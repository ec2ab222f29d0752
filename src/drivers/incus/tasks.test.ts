import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DriverAnswer } from '../driver.ts';
import { createTasks } from './tasks.ts';

const failure = (retryable: boolean): DriverAnswer => ({
  state: 'failed',
  reason: 'server-refused',
  retryable,
});

test('what came of a call for good is not done again, what may pass is', async () => {
  const tasks = createTasks();
  const ways: ReadonlyArray<readonly [DriverAnswer, number]> = [
    [{ state: 'done' }, 1],
    [failure(false), 1],
    [failure(true), 3],
    [{ state: 'pending', pollAfterMs: 5 }, 3],
  ];
  for (const [at, [answer, times]] of ways.entries()) {
    let done = 0;
    const work = (): Promise<DriverAnswer> => {
      done += 1;
      return Promise.resolve(answer);
    };
    for (let call = 0; call < 3; call += 1) {
      assert.deepEqual(await tasks.run(`create:a:${at}`, work), answer);
    }
    assert.equal(done, times, JSON.stringify(answer));
  }
});

test('calls at the same time are one, and a throw is forgotten', async () => {
  const tasks = createTasks();
  let done = 0;
  const work = async (): Promise<DriverAnswer> => {
    done += 1;
    if (done === 1) throw new Error('the first time');
    return { state: 'done' };
  };
  const both = await Promise.allSettled([tasks.run('a', work), tasks.run('a', work)]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(await tasks.run('a', work), { state: 'done' });
  assert.equal(done, 2);
});
