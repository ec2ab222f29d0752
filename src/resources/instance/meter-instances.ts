import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { meteredDisksOf } from '../disk/meter-disks.ts';
import { type Metered, meter } from '../meter/meters.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance } from './instance.ts';
import { instancesByKeys } from './table.ts';

/** Before its machine is made, in the bin, and once it is released, an instance costs nothing. */
const FREE_STATES: ReadonlyArray<Instance['state']> = [
  'creating',
  'booting',
  'launch-failed',
  'recycled',
  'terminating',
];

/** What an instance costs by time and use, without its disks. */
export function meteredInstance(instance: Instance): readonly Metered[] {
  const { account, region, zone, key: resource, state, type, internet } = instance;
  if (FREE_STATES.includes(state) || instance.isolatedBy === 'arrears') return [];
  const where = { account, region, zone, resource, level: null };
  const line = instance.chargeType === 'spot' ? 'spot' : 'machine';
  const { chargeType: by, outMbps: quantity } = internet;
  const bandwidth = { ...where, name: '', quantity } as const;
  // What stands still sends nothing.
  const sends = quantity > 0 && state !== 'stopped';
  return [
    ...(machineCosts(instance) ? [{ ...where, line, name: type, quantity: 1 } as const] : []),
    ...(by === 'bandwidth-hourly' && quantity > 0
      ? [{ ...bandwidth, line: 'bandwidth' } as const]
      : []),
    ...(by === 'traffic' && sends ? [{ ...bandwidth, line: 'traffic' } as const] : []),
  ];
}

/**
 * A machine costs while it runs, and while it stands still where it was not stopped to cost nothing
 * (seed 004 L14625-14637). On a host of one's own the host costs instead.
 */
function machineCosts({ chargeType, state, stopMode }: Instance): boolean {
  if (chargeType !== 'postpaid' && chargeType !== 'spot') return false;
  return state !== 'stopped' || (chargeType !== 'spot' && stopMode !== 'stop-charging');
}

/**
 * Has instances and their disks cost what they are now, from `now` on: cloud milliseconds. `hold`
 * is what is frozen for each, where they are new.
 */
export async function meterInstances(
  tx: Tx,
  keys: ReadonlyArray<Key<'instance'>>,
  { now, hold = 0 }: { readonly now: number; readonly hold?: number },
): Promise<void> {
  const rows = await tx.all(instancesByKeys, { keys });
  const instances = new Map(rows.map((row) => [row.key, instanceOf(row)]));
  const disks = await meteredDisksOf(tx, instances);
  const wanted = [...[...instances.values()].flatMap(meteredInstance), ...disks.wanted];
  const holds = new Map(keys.map((key) => [key, hold]));
  const resources = [...keys, ...disks.keys];
  await meter(tx, { resources, wanted }, hold > 0 ? { now, holds } : { now });
}
