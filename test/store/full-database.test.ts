import assert from 'node:assert/strict';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import { NO_DISK, smallDisk } from '../support/small-disk.ts';
import { okay, scratchDirectory, spawnCloud, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { auditSettled } from '../support/audit.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';

const LAUNCHES_MAX = 300;
const INSTANCES = 20;

test(
  'a database without room refuses for now, until there is some',
  { skip: withoutServer },
  async (t) => {
    const database = await createDatabase();
    const name = `${database.name}_disk`;
    const [server] = await database.query('show data_directory');
    const directory = String(server?.['data_directory']);
    const path = join(scratchDirectory(), 'disk');
    const disk = smallDisk(path, 24);
    if (disk === undefined) {
      await database.drop();
      t.skip(NO_DISK);
      return;
    }
    try {
      chownSync(join(path, '..'), statSync(directory).uid, statSync(directory).gid);
      const space = join(path, 'space');
      mkdirSync(space);
      chownSync(space, statSync(directory).uid, statSync(directory).gid);
      await database.query(`create tablespace ${name} location '${space}'`);
      await database.query(`create database ${name} tablespace ${name}`);
      const url = new URL(database.url);
      url.pathname = `/${name}`;
      const cloud = await spawnCloud({ environment: { YUNTAI_DATABASE_URL: url.href } });
      const launch = () => {
        return cloud.tencent('RunInstances', { ...TENCENT_LAUNCH, InstanceCount: INSTANCES });
      };
      await okay(launch());
      await cloud.settled();
      disk.fill();
      let refused: string | undefined;
      for (let launches = 0; launches < LAUNCHES_MAX && refused === undefined; launches += 1) {
        const answer = (await launch()) as { Error?: { Code: string } };
        refused = answer.Error?.Code;
      }
      assert.equal(refused, 'ServiceUnavailable');
      await okay(cloud.tencent('DescribeInstances', {}));
      disk.free();
      await cloud.settled();
      cloud.server.process.kill('SIGTERM');
      assert.equal(await cloud.server.ended, 0);
      const store = await openPostgres({
        pool: openPool({ url: url.href, onLost: () => undefined }),
      });
      assert.deepEqual(await auditSettled(store), []);
      await store.close();
      await database.query(`drop database ${name} with (force)`);
      await database.query(`drop tablespace ${name}`);
    } finally {
      disk.release();
      await database.drop();
    }
  },
);
