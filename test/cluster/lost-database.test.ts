import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { boot, type Running } from '#server/boot.ts';
import { auditSettled } from '../support/audit.ts';
import {
  createDatabase,
  serverUrl,
  type TestDatabase,
  withoutServer,
} from '../support/postgres-server.ts';
import { severable, type Severable } from '../support/severable.ts';
import { KEY, idsIn, settledStates, tally, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { type TencentClient, tencentClient } from '../support/tencent-client.ts';

// The database goes away under a server and comes back: what is asked meanwhile is told to try
// again, nothing is half done, and the server needs nobody to start it again.

const LAUNCH = { ...TENCENT_LAUNCH, InternetAccessible: { InternetMaxBandwidthOut: 1 } };

describe('a database that is lost', { skip: withoutServer }, () => {
  let database: TestDatabase;
  let way: Severable;
  let server: Running;
  let client: TencentClient;
  before(async () => {
    database = await createDatabase();
    const { hostname: host, port } = new URL(serverUrl);
    way = await severable({ host, port: Number(port === '' ? 5432 : port) });
    const url = new URL(database.url);
    url.host = `127.0.0.1:${way.port}`;
    const simulation = { quotas: { instancesPerZoneMax: 2_000 } };
    server = await boot({ database: url.href, rootKey: KEY, simulation, admin: false });
    client = tencentClient(server.url, KEY);
  });
  after(async () => {
    client.close();
    await server.stop();
    await way.cut();
    await database.drop();
  });

  const launch = (token: string) =>
    client.call('RunInstances', { ...LAUNCH, ClientToken: token, InstanceCount: 2 });

  async function launched(token: string): Promise<readonly string[]> {
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await launch(token);
      if (answer.Error === undefined) return idsIn(answer);
      assert.equal(answer.Error.Code, 'ServiceUnavailable', JSON.stringify(answer));
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    throw new Error('The server does not recover.');
  }

  async function booksAreRight(instances: number): Promise<void> {
    const states = await settledStates(client.call);
    assert.equal(states.size, instances);
    assert.deepEqual(await auditSettled(server.store), []);
  }

  test('while it is away, reads and writes are told to try again', async () => {
    await launched('first');
    await way.cut();
    const answers = await Promise.all([
      launch('meanwhile'),
      client.call('DescribeInstances', {}),
      client.call('StopInstances', { InstanceIds: ['ins-00000000'] }),
    ]);
    assert.deepEqual(tally(answers), { ServiceUnavailable: 3 });
    await way.open();
    const ids = await launched('meanwhile');
    assert.deepEqual(await launched('meanwhile'), ids);
    await booksAreRight(4);
  });

  test('cut in the middle of many launches: each token has its launch, once', async () => {
    const tokens = Array.from({ length: 60 }, (_, index) => `burst-${index}`);
    const burst = Promise.all(tokens.map(launched));
    for (let cuts = 0; cuts < 4; cuts += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 120);
      });
      await way.cut();
      await way.open();
    }
    const ids = (await burst).flat();
    assert.equal(new Set(ids).size, 120);
    assert.deepEqual((await Promise.all(tokens.map(launched))).flat(), ids);
    await booksAreRight(124);
  });

  test('sessions that an administrator ends are made anew', async () => {
    const sql =
      'select pg_terminate_backend(pid) from pg_stat_activity ' +
      'where datname = current_database() and pid <> pg_backend_pid()';
    const tokens = Array.from({ length: 20 }, (_, index) => `ended-${index}`);
    const burst = Promise.all(tokens.map(launched));
    for (let times = 0; times < 5; times += 1) await database.query(sql);
    const ids = (await burst).flat();
    assert.equal(new Set(ids).size, 40);
    await booksAreRight(164);
  });
});
