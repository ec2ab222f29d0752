import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { defaultIncusConfiguration } from './configuration.ts';
import { EngineError } from './engine-error.ts';
import { createTransport } from './transport.ts';

test('bytes that a server does not take are not made any more', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'yt-transport-'));
  const path = join(directory, 'socket');
  const server = createServer((request) => request.once('data', () => request.destroy()));
  server.listen(path);
  await once(server, 'listening');
  const transport = createTransport({ ...defaultIncusConfiguration, server: `unix:${path}` });
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(65_536));
    },
  });
  const body = { stream: endless, bytes: 2 ** 40 };
  const request = { method: 'POST', path: '/1.0/images', body, timeoutMs: 60_000 } as const;
  await assert.rejects(
    transport.request(request),
    (error) => error instanceof EngineError && error.isUnreachable,
  );
  assert.equal(endless.destroyed, true);
  transport.close();
  server.close();
  rmSync(directory, { recursive: true });
});
