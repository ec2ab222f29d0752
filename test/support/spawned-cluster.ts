import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { administer } from '#cli/admin-client.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import { auditSettled } from './audit.ts';
import { createDatabase, type TestDatabase } from './postgres-server.ts';
import { KEY, scratchDirectory } from './spawned-cloud.ts';
import { type Spawned, spawnServer } from './spawned.ts';
import { type TencentClient, tencentClient } from './tencent-client.ts';

/** One process of a cloud that several share. */
export interface Member {
  readonly data: string;
  readonly server: Spawned;
  readonly client: TencentClient;
}

/** Several processes on one database, each with a data directory of its own and one key file. */
export interface SpawnedCluster {
  readonly database: TestDatabase;
  /** Replaced by another one when it is restarted. */
  readonly members: Member[];
  /** A command of a member's administration socket. */
  admin(
    member: number,
    command: string,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  /** Ends a member, and starts it again where it was. */
  end(member: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  start(member: number): Promise<void>;
  /** Ends all in peace, audits the books and removes the database. */
  closeAudited(): Promise<void>;
}

export interface ClusterOptions {
  readonly processes: number;
  /** A simulator.json. */
  readonly simulator?: object;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the processes all at once, on a database that none has seen before. */
export async function spawnCluster(options: ClusterOptions): Promise<SpawnedCluster> {
  const { processes, simulator = {} } = options;
  const root = scratchDirectory();
  const file = join(root, 'simulator.json');
  writeFileSync(file, JSON.stringify(simulator));
  const database = await createDatabase();
  const environment = {
    YUNTAI_DATABASE_URL: database.url,
    YUNTAI_KEY_FILE: join(root, 'key'),
    YUNTAI_SIMULATOR: file,
    ...options.environment,
  };
  const spawnMember = async (index: number): Promise<Member> => {
    const data = join(root, `data-${index}`);
    const server = await spawnServer({ data, keyId: KEY.id, keySecret: KEY.secret, environment });
    return { data, server, client: tencentClient(server.url, KEY) };
  };
  const members = await Promise.all(Array.from({ length: processes }, (_, at) => spawnMember(at)));
  const memberAt = (index: number): Member => {
    const member = members[index];
    assert.ok(member);
    return member;
  };
  const end: SpawnedCluster['end'] = async (index, signal) => {
    const { server, client } = memberAt(index);
    server.process.kill(signal);
    assert.equal(await server.ended, signal === 'SIGTERM' ? 0 : signal);
    client.close();
  };
  return {
    database,
    members,
    admin: (index, command, input) => administer({ data: memberAt(index).data }, command, input),
    end,
    async start(index) {
      members[index] = await spawnMember(index);
    },
    async closeAudited() {
      await Promise.all(members.map((_, index) => end(index, 'SIGTERM')));
      const pool = openPool({ url: database.url, onLost: () => undefined });
      const store = await openPostgres({ pool });
      const problems = await auditSettled(store);
      await store.close();
      assert.deepEqual(problems, []);
      await database.drop();
    },
  };
}
