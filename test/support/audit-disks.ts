import type { DiskRow } from '#store/schema/disk.ts';
import type { InstanceRow } from '#store/schema/instance.ts';
import type { Reader } from '#store/store.ts';

interface Books {
  readonly instances: readonly InstanceRow[];
  readonly disks: readonly DiskRow[];
  readonly hosts: ReadonlyArray<{ readonly key: string }>;
  readonly workflows: ReadonlyArray<{ readonly target: string; readonly kind: string }>;
}

const FREE = ['creating', 'available', 'resizing', 'restoring', 'recycled', 'deleting'];
const ATTACHED = [
  'creating',
  'attaching',
  'in-use',
  'detaching',
  'resizing',
  'restoring',
  'recycled',
];
const BETWEEN = ['creating', 'attaching', 'detaching', 'resizing', 'restoring', 'deleting'];

/**
 * That each disk is attached to an instance that is there, on its host and under a device of its
 * own, or to none, on a host; and that a timer waits for each that is paid in advance by itself,
 * for each in the bin by itself, and for no other.
 */
export function auditDisks({ instances, disks, hosts, workflows }: Books): readonly string[] {
  const known = new Set(hosts.map(({ key }) => key));
  const holders = new Map(
    instances
      .filter(({ state }) => state !== 'launch-failed')
      .map((row) => [row.key, row] as const),
  );
  const problems: string[] = [];
  for (const disk of disks) {
    const { key, instance, host, state } = disk;
    if (host === null || !known.has(host)) problems.push(`Disk ${key} is on no host.`);
    const legal = instance === null ? FREE : ATTACHED;
    if (!legal.includes(state)) problems.push(`Disk ${key} is ${state}, of ${instance ?? 'none'}.`);
    if (instance === null) continue;
    const holder = holders.get(instance);
    if (holder === undefined) {
      problems.push(`Disk ${key} is attached to ${instance}, which is not there.`);
    } else if (holder.host !== host || holder.zone !== disk.zone) {
      problems.push(`Disk ${key} is elsewhere than its instance ${instance}.`);
    }
  }
  const devices = disks.map(({ instance, device }) => `${instance ?? ''} ${device ?? ''}`);
  for (const [at, { instance, device, key }] of disks.entries()) {
    const isTwice = device !== null && devices.indexOf(devices[at] ?? '') !== at;
    if (instance !== null && isTwice) problems.push(`Disk ${key}: device ${device} is taken.`);
    if (instance === null && device !== null) problems.push(`Disk ${key} has a device, ${device}.`);
  }
  return [...problems, ...auditTimers(disks, workflows)];
}

function auditTimers(disks: readonly DiskRow[], workflows: Books['workflows']): readonly string[] {
  const meant = disks.flatMap(({ key, charge_type: charge, state, instance }) => {
    if (state === 'recycled' && instance === null) return [`disk-recycle:${key}`];
    const ends = charge === 'prepaid' && state !== 'recycled' && state !== 'deleting';
    return ends ? [`disk-expiry:${key}`] : [];
  });
  const there = workflows
    .map(({ target }) => target)
    .filter((target) => /^disk-(?:expiry|recycle):/.test(target));
  const lost = meant.filter((target) => !there.includes(target));
  const left = there.filter((target) => !meant.includes(target));
  return [
    ...lost.map((target) => `The timer ${target} is missing.`),
    ...left.map((target) => `The timer ${target} is left.`),
  ];
}

/** Disks that are on their way still. */
export async function unsettledDisks({ db }: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('disks')
    .select(['key', 'state'])
    .where('state', 'in', BETWEEN)
    .execute();
  return rows.map(({ key, state }) => `Disk ${key} is still ${state}.`);
}
