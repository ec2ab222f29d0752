import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { systemTime } from '#kernel/time-source.ts';
import { boot } from '#server/boot.ts';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import { scratchDirectory } from '../support/spawned-cloud.ts';
import { hearing } from '../support/hearing-log.ts';

const offBy = (ms: number) => ({ ...systemTime, wall: () => Date.now() + ms });

describe('machines whose clocks differ from that of the database', { skip: withoutServer }, () => {
  test('count by it, are warned from a second on, and refused from thirty', async () => {
    const database = await createDatabase();
    const keyFile = join(scratchDirectory(), 'key');
    const { log, warnings } = hearing();
    const options = { database: database.url, keyFile, admin: false, log };
    const refused = /clock of this machine differs from that of the database by 3\d{4} ms/;
    await assert.rejects(boot({ ...options, time: offBy(31_000) }), refused);
    await assert.rejects(boot({ ...options, time: offBy(-31_000) }), refused);
    assert.deepEqual(warnings(), []);
    for (const [ms, count] of [
      [0, 0],
      [-25_000, 1],
      [25_000, 2],
    ] as const) {
      const server = await boot({ ...options, time: offBy(ms) });
      assert.equal(warnings().length, count);
      for (const clock of [server.wall, server.clock.clock]) {
        assert.ok(Math.abs(clock.now() - Date.now()) < 900, `off by ${ms}`);
      }
      await server.stop();
    }
    await database.drop();
  });
});

describe('processes with different root key pairs', { skip: withoutServer }, () => {
  test('are told that the second takes the place of the first', async () => {
    const database = await createDatabase();
    const keyFile = join(scratchDirectory(), 'key');
    const { log, warnings } = hearing();
    const options = { database: database.url, keyFile, admin: false, log };
    const pair = (id: string) => ({ id, secret: 'a-secret-of-the-test' });
    const first = await boot({ ...options, rootKey: pair('AKIDfirst') });
    await (await boot({ ...options, rootKey: pair('AKIDfirst') })).stop();
    assert.deepEqual(warnings(), []);
    await (await boot({ ...options, rootKey: pair('AKIDsecond') })).stop();
    assert.match(warnings().join(), /"replaced":"AKIDfirst","by":"AKIDsecond".*give all processes/);
    await first.stop();
    await database.drop();
  });
});
