import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { stderrLog } from '#kernel/log.ts';
import type { News, Topic } from '#store/news.ts';
import { openSqlite } from '#store/sqlite.ts';
import { cloudClock } from './cloud-clock.ts';
import { followNews } from './follow-news.ts';

const HOUR_MS = 3_600_000;

/** Two processes of one cloud between which every word is lost. */
async function setUp(t: TestContext) {
  const opened = await openSqlite({ directory: ':memory:' });
  t.after(() => opened.close());
  const lookedAt = Promise.withResolvers<void>();
  let looks = 0;
  let tell: (topic: Topic) => void = () => undefined;
  const listen: News['listen'] = (heard) => {
    tell = heard;
    return () => undefined;
  };
  const store = { ...opened, news: { tell: () => undefined, listen } };
  const [ours, theirs] = await Promise.all([1, 2].map(() => cloudClock(store)));
  assert.ok(ours && theirs);
  const clock = {
    async follow() {
      await ours.follow();
      looks += 1;
      if (looks === 2) lookedAt.resolve();
    },
  };
  const wall = simulatedClock(0);
  const log = stderrLog('silent');
  const shelf = { refreshed: 0 };
  const refresh = async (): Promise<void> => void (shelf.refreshed += 1);
  const machines = { images: { refresh } };
  const follow = () =>
    followNews({ store, clock, keyring: { forget: () => undefined }, machines, wall, log });
  const told = (topic: Topic) => tell(topic);
  return {
    ours,
    theirs,
    wall,
    follow,
    looks: () => looks,
    lookedAt: lookedAt.promise,
    told,
    shelf,
  };
}

test('what was changed between the first look and listening is not missed', async (t) => {
  const { ours, theirs, follow } = await setUp(t);
  await theirs.advance(HOUR_MS);
  assert.equal(ours.offsetMs(), 0);
  const end = await follow();
  assert.equal(ours.offsetMs(), HOUR_MS);
  end();
});

test('where word of it is lost, the clock is followed within five seconds', async (t) => {
  const { ours, theirs, wall, follow, lookedAt } = await setUp(t);
  const end = await follow();
  await theirs.advance(HOUR_MS);
  wall.advance(5_000);
  await lookedAt;
  assert.equal(ours.offsetMs(), HOUR_MS);
  end();
});

test('nothing is looked at once it has ended', async (t) => {
  const { wall, follow, looks } = await setUp(t);
  (await follow())();
  wall.advance(60_000);
  assert.equal(looks(), 1);
});

test('images are read again when another process has taken one in', async (t) => {
  const { follow, told, shelf } = await setUp(t);
  const end = await follow();
  told('clock');
  assert.equal(shelf.refreshed, 0);
  told('images');
  assert.equal(shelf.refreshed, 1);
  end();
});
