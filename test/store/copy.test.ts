import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, test } from 'node:test';
import { openSqlite } from '#store/sqlite.ts';
import { MAIN } from '../support/command.ts';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import {
  idsIn,
  okay,
  scratchDirectory,
  spawnCloud,
  TENCENT_LAUNCH,
} from '../support/spawned-cloud.ts';
import { onlySqlite } from '../support/store-choice.ts';

const NODE = ['--disable-warning=ExperimentalWarning', MAIN];
const ROWS_TO_BE_KILLED_IN = 60_000;

function yuntai(...args: string[]) {
  const run = spawnSync(process.execPath, [...NODE, ...args], { encoding: 'utf8' });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** A directory of a cloud with running instances that no server has; and their ids. */
async function usedCloud() {
  const cloud = await spawnCloud();
  const launch = { ...TENCENT_LAUNCH, InstanceCount: 3 };
  const ids = idsIn(await okay(cloud.tencent('RunInstances', launch)));
  await cloud.settled();
  return { cloud, ids };
}

/** The same instances run there, and one more can be launched. */
async function assertServes(
  options: Parameters<typeof spawnCloud>[0],
  ids: readonly string[],
): Promise<void> {
  const cloud = await spawnCloud(options);
  assert.deepEqual([...(await cloud.settled()).keys()].toSorted(), ids.toSorted());
  await okay(cloud.tencent('RunInstances', TENCENT_LAUNCH));
  const after = await cloud.settled();
  assert.deepEqual([...new Set(after.values())], ['RUNNING']);
  assert.equal(after.size, ids.length + 1);
  cloud.server.process.kill('SIGTERM');
  assert.equal(await cloud.server.ended, 0);
}

describe('yuntai store copy', { skip: onlySqlite }, () => {
  test('refuses what a server runs on, and serves what it has copied', async () => {
    const { cloud, ids } = await usedCloud();
    const to = join(scratchDirectory(), 'copy');
    const refused = yuntai('store', 'copy', '--from', cloud.data, '--to', to);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /^yuntai: The data directory .* is in use by process \d+.*\n$/);
    await cloud.closeAudited();
    const copied = yuntai('store', 'copy', '--from', cloud.data, '--to', to);
    assert.equal(copied.code, 0, copied.stderr);
    assert.match(copied.stdout, /^instances +3 {2}sha256:[0-9a-f]{64}$/m);
    const again = yuntai('store', 'copy', '--from', cloud.data, '--to', to);
    assert.match(again.stderr, /^yuntai: The target .* is not empty/);
    await assertServes({ data: to }, ids);
  });

  test('to PostgreSQL and back, each of which serves', { skip: withoutServer }, async () => {
    const { cloud, ids } = await usedCloud();
    await cloud.closeAudited();
    const { url, drop } = await createDatabase();
    assert.equal(yuntai('store', 'copy', '--from', cloud.data, '--to', url).code, 0);
    const key = join(cloud.data, 'key');
    const environment = { YUNTAI_DATABASE_URL: url, YUNTAI_KEY_FILE: key };
    const running = await spawnCloud({ environment });
    const back = join(scratchDirectory(), 'back');
    const copyBack = ['store', 'copy', '--from', url, '--to', back, '--key-file', key];
    assert.match(yuntai(...copyBack).stderr, /^yuntai: Servers run on .*: stop all of them/);
    running.server.process.kill('SIGTERM');
    assert.equal(await running.server.ended, 0);
    const copied = yuntai(...copyBack);
    assert.equal(copied.code, 0, copied.stderr);
    await assertServes({ data: back }, ids);
    await assertServes({ environment }, ids);
    await drop();
  });

  test('one that is killed leaves no cloud, and the next starts over', async () => {
    const from = join(scratchDirectory(), 'from');
    const store = await openSqlite({ directory: from });
    await store.write((tx) => {
      const rows = Array.from({ length: ROWS_TO_BE_KILLED_IN }, (_, address) => {
        return { range: 'r', address };
      });
      return tx.insert('released_addresses', rows);
    });
    await store.close();
    const to = join(scratchDirectory(), 'to');
    const copy = ['store', 'copy', '--from', from, '--to', to];
    const child = spawn(process.execPath, [...NODE, ...copy], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // It is in the middle of its largest table when it says so for the first time.
    for await (const text of child.stderr) if (/released_addresses/.test(String(text))) break;
    child.kill('SIGKILL');
    if (child.signalCode === null) await once(child, 'exit');
    assert.equal(child.signalCode, 'SIGKILL');
    assert.ok(existsSync(to));
    const nothing = yuntai('store', 'copy', '--from', to, '--to', join(scratchDirectory(), 'x'));
    assert.match(nothing.stderr, /^yuntai: There is no cloud in /);
    const served = yuntai('serve', '--port', '0', '--data', to);
    assert.equal(served.code, 1);
    assert.match(served.stderr, /^yuntai: A copy into this place was begun and not finished/);
    const again = yuntai(...copy);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stdout, new RegExp(`^released_addresses +${ROWS_TO_BE_KILLED_IN} `, 'm'));
  });
});

test('an older Yuntai refuses newer data in one line', { skip: onlySqlite }, async () => {
  const data = join(scratchDirectory(), 'newer');
  const store = await openSqlite({ directory: data });
  await store.write(async (tx) => {
    await tx.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
  });
  await store.close();
  const served = yuntai('serve', '--port', '0', '--data', data);
  assert.equal(served.code, 1);
  assert.match(served.stderr, /^yuntai: The data was last opened by a newer Yuntai: .*\n$/);
  const copied = yuntai('store', 'copy', '--from', data, '--to', join(scratchDirectory(), 'x'));
  assert.equal(copied.code, 1);
  assert.match(copied.stderr, /^yuntai: The data was last opened by a newer Yuntai: .*\n$/);
});
