import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestDatabase, withoutServer } from '../support/postgres-server.ts';
import { runConcurrent, idsIn, settledStates, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { spawnCluster } from '../support/spawned-cluster.ts';

const LEASE_MS = 3_000;
const BOOT_MS = 300;
/** A tenth of the lease until it is noticed, and what the rest of the work takes. */
const MARGIN_MS = 3_000;
const CLIENTS = 30;

test(
  'what a killed process had leased, another finishes within the lease',
  {
    skip: withoutServer,
  },
  async (t) => {
    const cluster = await spawnCluster({
      processes: 2,
      simulator: { delaysMs: { boot: [BOOT_MS, BOOT_MS] }, quotas: { instancesPerZoneMax: 5_000 } },
      environment: { YUNTAI_LEASE_MS: `${LEASE_MS}` },
    });
    const launched: string[] = [];
    let held = 0;
    // Most of the time a workflow waits and is nobody's: killed until one was amid a step.
    for (let round = 0; round < 20 && held === 0; round += 1) {
      const victim = cluster.members[0];
      assert.ok(victim);
      let answers = 0;
      await runConcurrent(CLIENTS, async () => {
        for (;;) {
          try {
            const answer = await victim.client.call('RunInstances', TENCENT_LAUNCH);
            launched.push(...idsIn(answer));
          } catch (error) {
            // Killed, which is what this waits for.
            void error;
            return;
          }
          answers += 1;
          if (answers === 3 * CLIENTS) victim.server.process.kill('SIGKILL');
        }
      });
      const killedAt = Date.now();
      held = await leasedByTheDead(cluster.database);
      const survivor = cluster.members[1];
      assert.ok(survivor);
      const states = await settledStates(survivor.client.call);
      const tookMs = Date.now() - killedAt;
      t.diagnostic(`${held} leased by the dead one, all finished after ${tookMs} ms`);
      assert.ok(tookMs < LEASE_MS + BOOT_MS + MARGIN_MS, `it took ${tookMs} ms`);
      for (const id of launched) assert.equal(states.get(id), 'RUNNING', id);
      await cluster.start(0);
    }
    assert.ok(held > 0, 'no process was killed amid a step');
    await cluster.closeAudited();
  },
);

/** Leases that are neither renewed nor let go: a living process does one or the other. */
async function leasedByTheDead(database: TestDatabase): Promise<number> {
  const sql = 'select seq, epoch, lease_until from workflows where lease_until is not null';
  const leases = async () => (await database.query(sql)).map((row) => JSON.stringify(row));
  const first = await leases();
  await new Promise((resolve) => {
    setTimeout(resolve, LEASE_MS / 5);
  });
  const second = new Set(await leases());
  return first.filter((lease) => second.has(lease)).length;
}
