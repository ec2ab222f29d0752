import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { systemTime } from '#kernel/time-source.ts';
import { boot } from '#server/boot.ts';
import { openSharedTime } from '#server/open-shared-time.ts';
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

describe('a clock that is set while a process runs', { skip: withoutServer }, () => {
  test('is measured every half minute, and told; the time goes on by the database', async () => {
    const database = await createDatabase();
    const { log, warnings } = hearing();
    let off = 0;
    const armed: number[] = [];
    const time = {
      ...systemTime,
      wall: () => Date.now() + off,
      timer: (ms: number) => {
        armed.push(ms);
        return () => undefined;
      },
    };
    const shared = await openSharedTime(database.url, { log, time });
    const isRight = () => assert.ok(Math.abs(shared.wall() - Date.now()) < 900, `off by ${off}`);
    const measured = async (ms: number): Promise<number> => {
      off = ms;
      await shared.measure();
      isRight();
      return warnings().length;
    };
    assert.deepEqual(armed, [30_000]);
    assert.equal(await measured(300), 0);
    assert.equal(await measured(-3_600_000), 1);
    // Told once, not every half minute; and again where it is better, or worse.
    assert.equal(await measured(-3_600_100), 1);
    assert.equal(await measured(0), 2);
    assert.match(
      warnings()[0] ?? '',
      /differs from that of the database by 3\d{6} ms.*Set both by NTP/,
    );
    await database.drop();
    // What cannot be measured stays as it was.
    assert.equal(await measured(0), 2);
    shared.end();
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
