import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { simulatedClock } from '#kernel/clock.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, GiveUp } from './definition.ts';
import { startWorkflow } from './start.ts';
import { workflowCases } from './testing.ts';
import type { WorkflowBench } from './testing.ts';

/** A machine that exists outside the store, and a host's free places inside it. */
interface Services {
  readonly machines: Set<string>;
}

interface Input {
  readonly key: string;
}

const launch = defineWorkflow<Input, Services>()((step) => ({
  kind: 'test.launch',
  attemptsMax: 3,
  steps: [
    step({
      name: 'book',
      async commit(tx, { input }) {
        await book(tx, input.key, -1);
      },
      async uncommit(tx, { input }) {
        await book(tx, input.key, 1);
      },
    }),
    step({
      name: 'create',
      async run({ input, services, beganAt, now }) {
        services.machines.add(input.key);
        if (now < beganAt + 500) return { waitMs: beganAt + 500 - now };
        return { done: { bootedAt: now } };
      },
      async undo({ input, services, beganAt, now }) {
        if (now < beganAt + 200) return { waitMs: beganAt + 200 - now };
        services.machines.delete(input.key);
        return undefined;
      },
    }),
    step({
      name: 'note',
      async commit(tx, { input, results }) {
        const { bootedAt } = results['create'] as { bootedAt: number };
        await tx.insert('meta', [{ name: `booted ${input.key}`, value: String(bootedAt) }]);
      },
      async uncommit(tx, { input }) {
        await tx.db.deleteFrom('meta').where('name', '=', `booted ${input.key}`).execute();
      },
    }),
    step({
      name: 'announce',
      async run({ services, input }) {
        if (!services.machines.has(input.key)) throw new GiveUp('the machine is gone');
        return { done: 'announced' };
      },
      async commit(tx, { input }, announced) {
        await tx.insert('meta', [{ name: `end ${input.key}`, value: announced }]);
      },
    }),
  ],
  async failed(tx, { input }, { step }) {
    await tx.insert('meta', [{ name: `end ${input.key}`, value: `failed in ${step}` }]);
  },
}));

async function book(tx: Tx, key: string, change: number): Promise<void> {
  await tx.db
    .updateTable('hosts')
    .set((eb) => ({ cpu_free: eb('cpu_free', '+', change) }))
    .where('key', '=', `host of ${key}`)
    .execute();
}

async function open(): Promise<WorkflowBench<Services>> {
  const store = await openSqlite({ directory: ':memory:' });
  const cloud = simulatedClock(1_000_000);
  const services = { machines: new Set<string>() };
  const cpu = { cpu_total: 4, cpu_free: 4 };
  const memory = { memory_mib_total: 4, memory_mib_free: 4, disk_gib_total: 4, disk_gib_free: 4 };
  const host = { key: 'host of i1', zone: 'z', state: 'up' as const, doc: '{}', ...cpu, ...memory };
  await store.write(async (tx) => {
    await tx.insert('hosts', [host]);
    const start = { target: 'instance:i1', input: { key: 'i1' }, now: cloud.now() };
    assert.equal(await startWorkflow(tx, launch, start), 'started');
  });
  const world = async () =>
    store.read(async (reader) => {
      const meta = await reader.db
        .selectFrom('meta')
        .selectAll()
        .where(sql`name`, 'like', '% i1')
        .execute();
      const { cpu_free } = await reader.db
        .selectFrom('hosts')
        .select('cpu_free')
        .executeTakeFirstOrThrow();
      return {
        ends: meta.filter((row) => row.name === 'end i1'),
        booted: meta.length,
        free: cpu_free,
      };
    });
  return {
    store,
    cloud,
    services,
    async succeeded() {
      const { ends, booted, free } = await world();
      assert.deepEqual([...services.machines], ['i1']);
      assert.deepEqual(
        { booted, free, end: ends[0]?.value },
        { booted: 2, free: 3, end: 'announced' },
      );
    },
    async undone() {
      const { ends, booted, free } = await world();
      assert.deepEqual([...services.machines], []);
      assert.deepEqual({ booted, free }, { booted: 1, free: 4 });
      assert.match(ends[0]?.value ?? '', /^failed in /);
    },
    close: () => store.close(),
  };
}

workflowCases(launch, open);
