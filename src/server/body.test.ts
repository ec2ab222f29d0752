import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { rawConnection } from '../../test/support/raw-connection.ts';
import { type Body, type BodyOptions, ByteRoom, readBody } from './body.ts';
import { createServer } from './node-http.ts';

const BYTES_MAX = 200_000;

let options: Omit<BodyOptions, 'declared'> = { bytesMax: BYTES_MAX, room: new ByteRoom(0) };
let read: (body: Body) => void = () => undefined;
const server = createServer((request, response) => {
  const declared = request.headers['content-length'];
  void readBody(request, { ...options, declared }).then((body) => {
    read(body);
    response.end();
  });
});

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** What becomes of a body that is sent in these chunks. */
async function sentAs(chunks: Buffer, limits: typeof options): Promise<Body> {
  options = limits;
  const result = new Promise<Body>((resolve) => {
    read = resolve;
  });
  const connection = rawConnection((server.address() as AddressInfo).port);
  connection.send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
  connection.send(chunks);
  connection.send('0\r\n\r\n');
  const body = await result;
  connection.cut();
  return body;
}

function sent(pieces: readonly Buffer[], limits: typeof options): Promise<Body> {
  const chunks = pieces.flatMap((piece) => [
    Buffer.from(`${piece.length.toString(16)}\r\n`),
    piece,
    Buffer.from('\r\n'),
  ]);
  return sentAs(Buffer.concat(chunks), limits);
}

test('however a body is cut, it is read as one, and its room is given back', async () => {
  const piece = fc.uint8Array({ minLength: 1, maxLength: 30_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (bytes) => {
      const room = new ByteRoom(BYTES_MAX);
      const pieces = bytes.map((one) => Buffer.from(one));
      const whole = Buffer.concat(pieces);
      const body = await sent(pieces, { bytesMax: BYTES_MAX, room });
      if (whole.length > BYTES_MAX) assert.equal(body.read, 'too-large');
      else assert.deepEqual('bytes' in body && body.bytes, whole);
      if (body.read === 'whole') room.giveBack(body.held);
      assert.ok(room.take(BYTES_MAX), 'all of the room is there again');
      assert.ok(!room.take(1), 'and no more than there was');
    }),
    { numRuns: 60 },
  );
});

test('a body without room is refused with its beginning, one in one piece never', async () => {
  const room = new ByteRoom(100_000);
  const pieces = ['Action=', 'x'.repeat(100_000)].map((text) => Buffer.from(text));
  const body = await sent(pieces, { bytesMax: BYTES_MAX, room });
  assert.equal(body.read, 'unavailable');
  assert.equal('bytes' in body && body.bytes.toString(), 'Action=');
  assert.ok(room.take(100_000), 'it has given back what it took');
  const one = await sent([Buffer.from('{}')], { bytesMax: BYTES_MAX, room });
  assert.equal(one.read, 'whole');
});

test('a megabyte in pieces of one byte takes some megabytes, not hundreds', async () => {
  const room = new ByteRoom(4_000_000);
  const chunks = Buffer.from('1\r\nx\r\n'.repeat(1_000_000));
  const before = process.memoryUsage().rss;
  const body = await sentAs(chunks, { bytesMax: 1_000_000, room });
  const grown = process.memoryUsage().rss - before;
  assert.equal('bytes' in body && body.bytes.length, 1_000_000);
  assert.ok(grown < 200e6, `${Math.round(grown / 1e6)} MB`);
});
