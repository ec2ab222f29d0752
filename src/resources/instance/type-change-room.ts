import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import { disksOf, moveDisksWith } from '../disk/disk.ts';
import { bookHost, keepCapacity, returnCapacity, takeCapacity } from '../host/capacity.ts';
import type { NoCapacity } from '../host/capacity.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { constraintOfMember, type GroupAsked } from '../placement-group/take-capacity.ts';
import type { Scope } from '../scope.ts';
import { needOf } from './instance.ts';
import type { Instance } from './instance.ts';
import { returnSpotVcpus, takeSpotVcpus } from './quotas.ts';

/**
 * The room that an instance needs to become one of another type. It is booked before the old one is
 * given back, so that an instance whose change fails has what it had.
 */

interface Of {
  readonly instance: Key<'instance'>;
}

const heldRoom = statement<Of>()((db, p) =>
  db.selectFrom('type_changes').selectAll().where('instance', '=', p.instance),
);

const forgetHeldRoom = statement<Of>()((db, p) =>
  db.deleteFrom('type_changes').where('instance', '=', p.instance),
);

type Sized = Pick<InstanceType, 'name' | 'cpu' | 'memoryMiB'>;

/**
 * Books what the new type needs more: on the host of the instance, else all of it on another one
 * of the zone. Answers the host it will be on, or why there is none.
 */
export async function holdRoom(
  scope: Scope,
  instance: Instance,
  to: Sized,
): Promise<{ readonly host: Key<'host'> } | { readonly reason: string }> {
  const { db } = scope;
  const grown = {
    cpu: Math.max(to.cpu - instance.cpu, 0),
    memoryMiB: Math.max(to.memoryMiB - instance.memoryMiB, 0),
    diskGiB: 0,
  };
  const { host } = instance;
  const spotVcpus = await takeMoreVcpus(scope, instance, to);
  if (host !== null && (await bookHost(db, host, grown))) {
    await note(scope, instance, { to, host, ...grown, spotVcpus, placement: null });
    return { host };
  }
  return holdElsewhere(scope, instance, { ...to, spotVcpus });
}

/** Books all that it needs on another host of its zone, as a member of the group it is in. */
export async function holdElsewhere(
  scope: Scope,
  instance: Instance,
  { spotVcpus = 0, ...to }: Sized & { readonly spotVcpus?: number },
): Promise<{ readonly host: Key<'host'> } | { readonly reason: string }> {
  if (instance.dedicatedHost !== null) return { reason: 'The dedicated host has no more room.' };
  const reason = scope.cloud.supply.lacks('machine-move');
  if (reason !== undefined) return { reason };
  const { placementGroup: group, placementPart: part } = instance;
  const placement = group === null ? null : { group, part };
  return holdMove(scope, instance, { to, placement, spotVcpus });
}

/** Where an instance may move to: as a type, and as a member of a group. */
export interface Move {
  readonly to: Sized;
  readonly placement: GroupAsked | null;
  readonly spotVcpus: number;
}

/** Books all that an instance needs on another host of its zone, where its group allows it. */
export async function holdMove(
  scope: Scope,
  instance: Instance,
  { to, placement, spotVcpus }: Move,
): Promise<{ readonly host: Key<'host'> } | NoCapacity> {
  const disks = (await disksOf(scope.db, [instance.key])).get(instance.key) ?? [];
  const need = needOf(to, disks);
  const { zone } = instance;
  const allowed = placement === null ? {} : await constraintOfMember(scope, instance, placement);
  const taken = await takeCapacity(scope, { zone, need, count: 1, countMin: 1, ...allowed });
  if (!('hosts' in taken)) return taken;
  const [host = ''] = taken.hosts;
  await note(scope, instance, { to, host, ...need, spotVcpus, placement });
  return { host };
}

interface Held {
  readonly to: Sized;
  readonly host: Key<'host'>;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly diskGiB: number;
  readonly spotVcpus: number;
  readonly placement: GroupAsked | null;
}

async function note({ db }: Scope, { key }: Instance, held: Held): Promise<void> {
  await db.insert('type_changes', [
    {
      instance: key,
      type: held.to.name,
      host: held.host,
      cpu: held.cpu,
      memory_mib: held.memoryMiB,
      disk_gib: held.diskGiB,
      spot_vcpus: held.spotVcpus,
      placement_group: held.placement?.group ?? null,
      placement_part: held.placement?.part ?? null,
    },
  ]);
}

/** @throws instance.quotaExceeded where a spot instance grows beyond its account's vCPUs */
async function takeMoreVcpus(scope: Scope, instance: Instance, to: Sized): Promise<number> {
  const { chargeType, cpu } = instance;
  const vcpus = chargeType === 'spot' ? Math.max(to.cpu - cpu, 0) : 0;
  if (vcpus > 0) await takeSpotVcpus(scope, instance, vcpus);
  return vcpus;
}

/** The host that the instance is to be on. */
export async function heldHost(
  reader: Reader,
  { key, host }: Pick<Instance, 'key' | 'host'>,
): Promise<Key<'host'> | null> {
  const held = await reader.first(heldRoom, { instance: key });
  return held === undefined || held.disk_gib === 0 ? host : held.host;
}

/** Gives back what was booked: the instance stays what it is. */
export async function dropRoom(tx: Tx, instance: Instance): Promise<void> {
  const held = await tx.first(heldRoom, { instance: instance.key });
  if (held === undefined) return;
  const { host, cpu, memory_mib: memoryMiB, disk_gib: diskGiB } = held;
  await returnCapacity(tx, { cpu, memoryMiB, diskGiB }, [host]);
  if (held.spot_vcpus > 0) await returnSpotVcpus(tx, instance, held.spot_vcpus);
  await tx.run(forgetHeldRoom, { instance: instance.key });
}

/**
 * Gives back what the instance had, and leaves it what the new type needs. Answers the host that it
 * is on then.
 */
export async function takeHeldRoom(
  tx: Tx,
  instance: Instance,
  to: Pick<Sized, 'cpu' | 'memoryMiB'>,
): Promise<Key<'host'> | null> {
  const { key, host: from, chargeType } = instance;
  const held = await tx.first(heldRoom, { instance: key });
  if (held === undefined || from === null) return from;
  const disks = (await disksOf(tx, [key])).get(key) ?? [];
  const moves = held.disk_gib > 0;
  await dropRoom(tx, instance);
  const host = moves ? held.host : from;
  const kept = moves ? disks : [];
  await returnCapacity(tx, needOf(instance, kept), [from]);
  await keepCapacity(tx, needOf(to, kept), host);
  if (moves) await moveDisksWith(tx, key, host);
  if (chargeType === 'spot') await returnSpotVcpus(tx, instance, instance.cpu - to.cpu);
  return host;
}
