import type { Reader } from '#store/store.ts';

/**
 * What hangs on snapshots and policies is of some that are there: shares, copies that are being
 * made, disks that are bound. Each policy that is enabled waits for its next time, and no other
 * does.
 */
export async function auditSnapshots({ db }: Pick<Reader, 'db'>): Promise<readonly string[]> {
  const snapshots = await db.selectFrom('snapshots').selectAll().execute();
  const shares = await db.selectFrom('snapshot_shares').selectAll().execute();
  const groups = await db.selectFrom('snapshot_groups').select('key').execute();
  const disks = new Set((await db.selectFrom('disks').select('key').execute()).map(keyOf));
  const there = new Set(snapshots.map(keyOf));
  const known = new Set(groups.map(keyOf));
  const problems: string[] = [];
  for (const { snapshot } of shares) {
    if (!there.has(snapshot)) problems.push(`A share is left of snapshot ${snapshot}.`);
  }
  for (const { key, state, source, snapshot_group: group } of snapshots) {
    if (state === 'copying' && !there.has(source ?? '')) {
      problems.push(`Snapshot ${key} is copied from ${source}, which is not there.`);
    }
    if (group !== null && !known.has(group)) {
      problems.push(`Snapshot ${key} is in the group ${group}, which is not there.`);
    }
  }
  return [...problems, ...(await auditBackups({ db })), ...(await auditPolicies({ db }, disks))];
}

/**
 * A backup is one of a disk that is there, which has no more of them than it may have; the one of a
 * day is over that while it is made, since another goes when it is whole.
 */
async function auditBackups({ db }: Pick<Reader, 'db'>): Promise<readonly string[]> {
  const disks = await db.selectFrom('disks').select(['key', 'backup_quota']).execute();
  const backups = await db
    .selectFrom('disk_backups')
    .select(['disk', 'state', 'automatic'])
    .execute();
  const quotas = new Map(disks.map((disk) => [disk.key, disk.backup_quota] as const));
  const counts = Map.groupBy(backups, ({ disk }) => disk);
  return [...counts].flatMap(([disk, those]) => {
    const quota = quotas.get(disk);
    if (quota === undefined) return [`Backups are left of disk ${disk}, which is gone.`];
    const whole = those.filter(({ state, automatic }) => state !== 'creating' || automatic === 0);
    return whole.length > quota ? [`Disk ${disk} has more than its ${quota} backups.`] : [];
  });
}

async function auditPolicies(
  { db }: Pick<Reader, 'db'>,
  disks: ReadonlySet<string>,
): Promise<readonly string[]> {
  const policies = await db.selectFrom('auto_snapshot_policies').selectAll().execute();
  const bindings = await db.selectFrom('auto_snapshot_policy_disks').selectAll().execute();
  const timers = await db
    .selectFrom('workflows')
    .select('target')
    .where('kind', '=', 'auto-snapshot-policy.run')
    .execute();
  const keys = new Set(policies.map(keyOf));
  const problems = bindings.flatMap(({ policy, disk }) =>
    keys.has(policy) && disks.has(disk) ? [] : [`Disk ${disk} is bound to ${policy}: one is gone.`],
  );
  const waiting = timers.map(({ target }) => target).toSorted();
  const meant = policies
    .filter((policy) => policy.enabled === 1 && policy.next_at !== null)
    .map(({ key }) => `auto-snapshot-policy:${key}`)
    .toSorted();
  const same = waiting.join() === meant.join();
  return same ? problems : [...problems, `Timers of ${waiting.join()}; policies: ${meant.join()}.`];
}

function keyOf({ key }: { readonly key: string }): string {
  return key;
}
