import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { boot } from '#server/boot.ts';
import { makePostgres } from '../../scripts/postgres-server.mjs';
import { auditSettled } from '../support/audit.ts';
import { withoutOwnServer } from '../support/postgres-server.ts';
import { NO_DISK, smallDisk } from '../support/small-disk.ts';
import {
  idsIn,
  KEY,
  scratchDirectory,
  settledStates,
  TENCENT_LAUNCH,
} from '../support/spawned-cloud.ts';
import { type TencentClient, tencentClient } from '../support/tencent-client.ts';

// The database server itself crashes, and starts again: what was answered is there, once.

const COUNT = 2;
const TRIES_MAX = 600;
const PAUSE_MS = 50;
const CRASHES = 3;
const CRASH_AFTER_MS = 400;
const TOKENS = 60;
const LAUNCHES_MAX = 2_000;
const simulation = { quotas: { instancesPerZoneMax: 10_000 } };

type Postgres = Awaited<ReturnType<typeof makePostgres>>;

interface Cloud {
  /** Launches with a token, repeated until it is answered. */
  launched(token: string): Promise<readonly string[]>;
  /** The code that one launch is refused with; undefined where it is not. */
  refusal(token: string): Promise<string | undefined>;
}

/** Runs with a cloud on a server, then audits its books; `instances` are to be there. */
async function withCloud(
  postgres: Postgres,
  use: (cloud: Cloud) => Promise<number>,
): Promise<void> {
  await postgres.start();
  const running = await boot({ database: postgres.url, rootKey: KEY, simulation, admin: false });
  const client = tencentClient(running.url, KEY);
  const refusal = async (token: string) => (await launch(client, token)).Error?.Code;
  const launched = async (token: string): Promise<readonly string[]> => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const answer = await launch(client, token);
      if (answer.Error === undefined) return idsIn(answer);
      assert.equal(answer.Error.Code, 'ServiceUnavailable', JSON.stringify(answer));
      await pause(PAUSE_MS);
    }
    throw new Error('The server does not recover.');
  };
  const instances = await use({ launched, refusal });
  assert.equal((await settledStates(client.call)).size, instances);
  assert.deepEqual(await auditSettled(running.store), []);
  client.close();
  await running.stop();
  await postgres.stop();
}

function launch(client: TencentClient, ClientToken: string) {
  const InternetAccessible = { InternetMaxBandwidthOut: 1 };
  const more = { InstanceCount: COUNT, InternetAccessible, ClientToken };
  return client.call('RunInstances', { ...TENCENT_LAUNCH, ...more });
}

test('a database server that crashes is waited for', { skip: withoutOwnServer() }, async () => {
  const postgres = await makePostgres(scratchDirectory());
  await withCloud(postgres, async ({ launched }) => {
    const tokens = Array.from({ length: TOKENS }, (_, index) => `crash-${index}`);
    const burst = Promise.all(tokens.map(launched));
    for (let crashes = 0; crashes < CRASHES; crashes += 1) {
      await pause(CRASH_AFTER_MS);
      await postgres.stop('SIGQUIT');
      await postgres.start();
    }
    const ids = await burst;
    assert.equal(new Set(ids.flat()).size, TOKENS * COUNT);
    assert.deepEqual(await Promise.all(tokens.map(launched)), ids);
    return TOKENS * COUNT;
  });
});

test(
  'a database server whose log has no room gives up, and is waited for',
  { skip: withoutOwnServer() },
  async (t) => {
    const root = scratchDirectory();
    const log = join(root, 'log');
    const disk = smallDisk(log, 16);
    if (disk === undefined) {
      t.skip(NO_DISK);
      return;
    }
    try {
      const inside = join(log, 'wal');
      mkdirSync(inside);
      const postgres = await makePostgres(root, {
        log: inside,
        initdb: ['--wal-segsize=1'],
        settings: ['min_wal_size=2MB', 'max_wal_size=64MB'],
      });
      await withCloud(postgres, async ({ launched, refusal }) => {
        disk.fill();
        let launches = 0;
        let code: string | undefined;
        while (code === undefined && launches < LAUNCHES_MAX) {
          code = await refusal(`full-${launches}`);
          launches += 1;
        }
        assert.equal(code, 'ServiceUnavailable');
        assert.match(postgres.output(), /PANIC: .*No space left on device/);
        disk.free();
        if (!postgres.isRunning()) await postgres.start();
        const tokens = Array.from({ length: launches }, (_, index) => `full-${index}`);
        const ids = new Set<string>();
        for (const token of tokens) for (const id of await launched(token)) ids.add(id);
        assert.equal(ids.size, launches * COUNT);
        return ids.size;
      });
    } finally {
      disk.release();
    }
  },
);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
