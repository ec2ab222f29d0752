import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { realClock, simulatedClock } from '#kernel/clock.ts';
import type { Topic } from '#store/news.ts';
import { openPostgresNews, type PostgresNewsOptions } from '#store/postgres-news.ts';
import {
  createDatabase,
  serverUrl,
  type TestDatabase,
  withoutServer,
} from '../support/postgres-server.ts';
import { severable, type Severable } from '../support/severable.ts';

type Heard = EventTarget & { readonly topics: Topic[] };

/** News that listen already; each topic heard from then on is an event of that name. */
async function listening(options: Partial<PostgresNewsOptions> & { readonly url: string }) {
  const news = openPostgresNews({ wall: realClock(), onLost: () => undefined, ...options });
  const heard: Heard = Object.assign(new EventTarget(), { topics: [] });
  news.listen((topic) => {
    heard.topics.push(topic);
    heard.dispatchEvent(new Event(topic));
  });
  // All topics are heard once it listens.
  await once(heard, 'keys');
  heard.topics.length = 0;
  return { news, heard };
}

describe('news whose connection is lost', { skip: withoutServer, timeout: 30_000 }, () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.drop());

  async function wayThere(): Promise<{ way: Severable; url: string }> {
    const { hostname: host, port } = new URL(serverUrl);
    const way = await severable({ host, port: Number(port === '' ? 5432 : port) });
    const url = new URL(database.url);
    url.host = `127.0.0.1:${way.port}`;
    return { way, url: url.href };
  }

  test('what is told while it is away is sent when it is back', async () => {
    const { way, url } = await wayThere();
    const lost = Promise.withResolvers<unknown>();
    const one = await listening({ url, onLost: lost.resolve });
    const two = await listening(database);
    await way.cut();
    await lost.promise;
    one.news.tell('clock');
    const clock = once(two.heard, 'clock');
    await way.open();
    await clock;
    assert.deepEqual(two.heard.topics, ['clock']);
    await Promise.all([one.news.close(), two.news.close()]);
    await way.cut();
  });

  test('what the database has not taken when it is cut off is sent when it is back', async () => {
    const { way, url } = await wayThere();
    const one = await listening({ url, answerMsMax: 100 });
    const two = await listening(database);
    way.mute();
    one.news.tell('keys');
    const keys = once(two.heard, 'keys');
    await new Promise(setImmediate);
    await way.cut();
    await way.open();
    await keys;
    assert.deepEqual(two.heard.topics, ['keys']);
    await Promise.all([one.news.close(), two.news.close()]);
    await way.cut();
  });

  test('what is told right before it is closed is sent', async () => {
    const one = await listening(database);
    const two = await listening(database);
    const clock = once(two.heard, 'clock');
    one.news.tell('clock');
    await one.news.close();
    await clock;
    await two.news.close();
  });

  test('a network that has gone silent is noticed', async () => {
    const { way, url } = await wayThere();
    const wall = simulatedClock(0);
    const lost = Promise.withResolvers<unknown>();
    const one = await listening({ url, wall, onLost: lost.resolve, answerMsMax: 100 });
    way.mute();
    wall.advance(5_000);
    assert.match(String(await lost.promise), /timeout/);
    await one.news.close();
    await way.cut();
  });
});
