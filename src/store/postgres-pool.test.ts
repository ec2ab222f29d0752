import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { openPool } from './postgres-pool.ts';

/** What a pooler such as PgBouncer takes without being told to. */
const TAKEN = ['application_name', 'client_encoding', 'database', 'user'];

test('nothing is asked for at the start of a session that a pooler refuses', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const { port } = server.address() as AddressInfo;
  const url = `postgres://yuntai@127.0.0.1:${port}/yuntai`;
  const pool = openPool({ url, onLost: () => undefined, durable: false });
  const refused = assert.rejects(pool.acquire());
  const [socket] = await connected;
  const [start] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  await refused;
  await pool.close();
  server.close();
  // Length and version of four bytes each, then names and values, each with a zero after it.
  const words = start.toString('utf8', 8).split('\0');
  const names = words.filter((word, index) => index % 2 === 0 && word !== '');
  assert.deepEqual(names.toSorted(), TAKEN);
});
