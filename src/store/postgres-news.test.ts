import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { realClock, simulatedClock } from '#kernel/clock.ts';
import { openPostgresNews } from './postgres-news.ts';

/** Accepts connections and says nothing. */
async function silence() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connected = once(server, 'connection').then(([socket]: Socket[]) => {
    assert.ok(socket);
    socket.resume();
    return { gone: once(socket, 'close') };
  });
  return { url: `postgres://yuntai@127.0.0.1:${port}/yuntai`, connected, server };
}

describe('news where the database does not answer', () => {
  it('closing ends the connection that is being made', { timeout: 10_000 }, async () => {
    const { url, connected, server } = await silence();
    const news = openPostgresNews({ url, wall: realClock(), onLost: () => undefined });
    const { gone } = await connected;
    await news.close();
    await gone;
    server.close();
  });

  it('a connection that is not answered is lost', { timeout: 10_000 }, async () => {
    const { url, connected, server } = await silence();
    const lost = Promise.withResolvers<unknown>();
    const options = { url, wall: simulatedClock(0), onLost: lost.resolve, answerMsMax: 50 };
    const news = openPostgresNews(options);
    const { gone } = await connected;
    assert.match(String(await lost.promise), /timeout/);
    await gone;
    await news.close();
    server.close();
  });

  for (const url of [
    'postgres://127.0.0.1:port/yuntai',
    'postgres://127.0.0.1/yuntai?sslrootcert=/nowhere/ca.pem',
  ]) {
    it(`what cannot even be tried is lost, each time: ${url}`, async () => {
      const wall = simulatedClock(0);
      const losses: unknown[] = [];
      const news = openPostgresNews({ url, wall, onLost: (error) => losses.push(error) });
      assert.equal(losses.length, 1);
      wall.advance(1_000);
      assert.equal(losses.length, 2);
      await news.close();
    });
  }
});
