import type { Key } from '#kernel/key.ts';
import { derivedKey } from '#kernel/ids.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { disksOfKeys } from '../../disk/by-keys.ts';
import type { SnapshotServices } from '../../snapshot/services.ts';
import { newSnapshotRow, type SnapshotDisk, startSnapshots } from '../../snapshot/make.ts';
import { automaticCounts } from '../../snapshot/usage.ts';
import { type AutoSnapshotPolicy, endOfDays, policyOf } from '../policy.ts';
import { nextTime } from '../schedule.ts';
import { boundDisksBehind, movePolicyRow, policiesByKeys } from '../table.ts';

export interface RunPolicyInput {
  readonly policy: Key<'auto-snapshot-policy'>;
  /** Cloud milliseconds: a time of the schedule. */
  readonly at: number;
  /** The last disk of which a snapshot was made for that time; "" where none was. */
  readonly after: string;
}

/** As many snapshots are written in one transaction, which others wait for. */
const SNAPSHOTS_PER_WRITE = 500;
const RETRY_MS = 60_000;

interface Limits {
  readonly now: number;
  /** Of the keys of snapshots, which another try draws anew. */
  readonly attempt: number;
  readonly perDisk: number;
}

/**
 * Makes snapshots of the disks of a policy when one of its times comes, then waits for the next.
 * Where the clock went on over several times, each has its snapshots, as many in one transaction
 * as others can wait for. A snapshot whose end is over as well is not made. What is written and how
 * far it is stand in one transaction, so no time counts twice, whatever process carries it out.
 */
export const runPolicyWorkflow = defineWorkflow<RunPolicyInput, SnapshotServices>()((step) => ({
  kind: 'auto-snapshot-policy.run',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step<{ readonly perDisk: number }>({
      name: 'run',
      run({ input: { at }, now, services: { configuration } }) {
        const done = { perDisk: configuration.automaticSnapshotsPerDiskMax };
        return Promise.resolve(at > now ? { waitMs: at - now } : { done });
      },
      async commit(tx, { input, now, attempt }, { perDisk }) {
        const row = await tx.first(policiesByKeys, { keys: [input.policy] });
        if (row === undefined) return;
        const policy = policyOf(row);
        if (!policy.enabled || policy.nextAt !== input.at) return;
        await takeTimes(tx, { policy, from: input }, { now, attempt, perDisk });
      },
    }),
  ],
}));

async function takeTimes(
  tx: Tx,
  { policy, from }: { readonly policy: AutoSnapshotPolicy; readonly from: RunPolicyInput },
  limits: Limits,
): Promise<void> {
  let { at, after } = from;
  let room = SNAPSHOTS_PER_WRITE;
  let next: number | undefined = at;
  while (next !== undefined && next <= limits.now && room > 0) {
    at = next;
    const disks = isOver(policy, at, limits.now)
      ? []
      : await tx.all(boundDisksBehind, { policy: policy.key, after, most: room });
    const keys = disks.map(({ disk }) => disk);
    await makeSnapshots(tx, { policy, at, keys }, limits);
    if (keys.length === room) {
      after = keys.at(-1) ?? '';
      break;
    }
    room -= keys.length;
    after = '';
    next = nextTime(policy.schedule, at);
  }
  await tx.run(movePolicyRow, { key: policy.key, from: from.at, to: next ?? null });
  if (next === undefined) return;
  await startWorkflow(tx, runPolicyWorkflow, {
    target: `auto-snapshot-policy:${policy.key}`,
    input: { policy: policy.key, at: next, after },
    now: limits.now,
    dueAt: Math.max(next, limits.now),
  });
}

/** Whether what is made at a time has ended already, and leaves nothing behind. */
function isOver(policy: AutoSnapshotPolicy, at: number, now: number): boolean {
  const end = endOfDays(at, policy.retentionDays);
  return end !== null && end <= now;
}

interface Due {
  readonly policy: AutoSnapshotPolicy;
  readonly at: number;
  readonly keys: ReadonlyArray<Key<'disk'>>;
}

async function makeSnapshots(tx: Tx, { policy, at, keys }: Due, limits: Limits): Promise<void> {
  if (keys.length === 0) return;
  const disks = await disksOfKeys(tx, keys);
  const instances = await instancesOfKeys(
    tx,
    disks.flatMap(({ instance }) => instance ?? []),
  );
  const counts = await automaticCounts(tx, keys);
  const those = disks
    .map((disk): SnapshotDisk => ({ disk, instance: instances.get(disk.instance ?? '') ?? null }))
    .filter((one) => isInUse(policy, one))
    .filter(({ disk }) => (counts.get(disk.key) ?? 0) < limits.perDisk);
  const expiresAt = endOfDays(at, policy.retentionDays);
  const rows = those.map((one) => {
    const key = derivedKey(`${policy.key} ${one.disk.key} ${at} ${limits.attempt}`);
    return newSnapshotRow(key, one, { at, name: null, expiresAt, policy: policy.key });
  });
  await tx.insert('snapshots', rows);
  await startSnapshots(
    tx,
    rows.map(({ key }) => key),
    { now: at, expiresAt },
  );
}

/** What nobody writes to needs no snapshot (BindAutoSnapshotPolicy). */
function isInUse({ doc }: AutoSnapshotPolicy, { disk, instance }: SnapshotDisk): boolean {
  if (disk.state !== 'in-use' || instance === null) return false;
  return instance.state === 'running' || (doc.ofStopped === true && instance.state === 'stopped');
}
