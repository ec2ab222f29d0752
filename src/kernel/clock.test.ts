import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forwardClock, realClock } from './clock.ts';
import { jumpingTime } from './jumping-time.test-support.ts';

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;
const jumps = [HOUR, -HOUR, MONTH, -MONTH];

describe('a clock that never goes back', () => {
  for (const jump of jumps) {
    it(`goes on by what passes after the system's time was set by ${jump / HOUR} hours`, () => {
      const time = jumpingTime(START);
      const clock = forwardClock({ source: time, offsetMs: 5_000 });
      time.pass(10_000);
      const before = clock.now();
      time.pass(50);
      time.jump(jump);
      const after = clock.now();
      assert.equal(after - before, Math.max(jump, 0) + 50);
      time.pass(7_000);
      assert.equal(clock.now() - after, 7_000);
      assert.equal(clock.aheadMs(), 5_000 - Math.min(jump, 0));
    });

    it(`runs what is due, though that was set by ${jump / HOUR} hours while it waited`, () => {
      const time = jumpingTime(START);
      const clock = forwardClock({ source: time });
      let ran = 0;
      clock.at(clock.now() + 10_000, () => (ran += 1));
      time.pass(3_000);
      time.jump(jump);
      time.pass(6_999);
      assert.equal(ran, jump > 0 ? 1 : 0);
      time.pass(1);
      assert.equal(ran, 1);
    });
  }

  it('waits out a step back of a moment', () => {
    const time = jumpingTime(START);
    const clock = forwardClock({ source: time });
    assert.equal(clock.now(), START);
    time.jump(-20);
    assert.equal(clock.now(), START);
    time.pass(15);
    assert.equal(clock.now(), START);
    time.pass(15);
    assert.equal(clock.now(), START + 10);
    assert.equal(clock.aheadMs(), 0);
  });

  it('begins where an earlier run was, though the system is behind that', () => {
    const time = jumpingTime(START);
    const clock = forwardClock({ source: time, offsetMs: 1_000, notBefore: START + MONTH });
    assert.equal(clock.now(), START + MONTH);
    time.pass(5);
    assert.equal(clock.now(), START + MONTH + 5);
  });

  it('is moved forward, and what has become due runs', () => {
    const time = jumpingTime(START);
    const clock = forwardClock({ source: time });
    const ran: string[] = [];
    clock.at(START + MONTH, () => ran.push('month'));
    clock.at(START + HOUR, () => ran.push('hour'));
    clock.advance(MONTH);
    time.pass(0);
    assert.deepEqual(ran, ['hour', 'month']);
    assert.throws(() => clock.advance(-1), RangeError);
  });
});

describe('real time', () => {
  for (const jump of jumps) {
    it(`keeps what comes after some seconds apart from a jump of ${jump / HOUR} hours`, () => {
      const time = jumpingTime(START);
      const clock = realClock(time);
      let ran = 0;
      clock.after(10_000, () => (ran += 1));
      const cancel = clock.after(10_000, () => (ran += 1));
      const began = clock.steady();
      time.jump(jump);
      assert.equal(clock.now(), START + jump);
      cancel();
      time.pass(9_999);
      assert.equal(ran, 0);
      time.pass(1);
      assert.equal(ran, 1);
      assert.equal(clock.steady() - began, 10_000);
    });
  }
});
