import { disksOf, type InstanceDisk } from '../../disk/disk.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import type { InstanceType } from '../../instance-type/instance-type.ts';
import { addressesOf } from '../../network-interface/addresses.ts';
import { interfacesOfInstances } from '../../network-interface/by-keys.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Instance } from '../instance.ts';
import { isClosed, stockReader } from '../stock.ts';
import { typeChangeFaults } from '../type-change-faults.ts';
import { typeRefusal, typeRefusals, type TypeFitFacts } from '../type-fit.ts';

/** An instance that is to become one of another type. */
export interface TypePlan {
  readonly from: InstanceType;
  readonly to: InstanceType;
  readonly disks: readonly InstanceDisk[];
}

export interface TypeAsked {
  readonly type: string;
  /** Whether another family may be meant. */
  readonly family: 'any' | 'the same';
  /** What the asker believes it to become: the other way is refused. */
  readonly way?: 'up' | 'down' | undefined;
}

/** What of an instance decides which types it may become. @throws type-change.formerTypeGone */
export async function typeFitFacts(
  { db, cloud }: ReadScope,
  instance: Instance,
): Promise<TypeFitFacts & { readonly disks: readonly InstanceDisk[] }> {
  const { key } = instance;
  const from = cloud.catalogue.instanceType(instance.type);
  if (from === undefined) throw typeChangeFaults.formerTypeGone({ instance: key });
  const disks = (await disksOf(db, [key])).get(key) ?? [];
  const interfaces = (await interfacesOfInstances(db, [key])).get(key) ?? [];
  const addresses = await addressesOf(db, interfaces);
  const local = disks.filter(({ category, doc }) =>
    cloud.catalogue.diskKind(category, doc.performanceLevel).startsWith('local-'),
  );
  return {
    instance,
    from,
    disks,
    hasLocalSystemDisk: local.some(({ role }) => role === 'system'),
    hasLocalDataDisk: local.some(({ role }) => role === 'data'),
    dataDisks: disks.filter(({ role }) => role === 'data').length,
    interfaces: interfaces.length,
    addressesMost: Math.max(1, ...[...addresses.values()].map(({ length }) => length)),
  };
}

/** Which type an instance is to become: one that fits it and is left in its zone. */
export const planTypeChange = verb(
  [
    instanceTypeFaults.notFound,
    instanceTypeFaults.notInZone,
    instanceTypeFaults.soldOut,
    typeChangeFaults.formerTypeGone,
    typeChangeFaults.otherFamily,
    typeChangeFaults.sameType,
    ...typeRefusals,
    typeChangeFaults.notLarger,
    typeChangeFaults.notSmaller,
  ],
  async (scope: ReadScope, instance: Instance, asked: TypeAsked): Promise<TypePlan> => {
    const { catalogue } = scope.cloud;
    const { key, zone, chargeType: charge, launchedBy } = instance;
    const to = catalogue.instanceType(asked.type);
    if (to === undefined) throw instanceTypeFaults.notFound({ type: asked.type });
    const facts = await typeFitFacts(scope, instance);
    const { from, disks } = facts;
    if (asked.family === 'the same' && from.family !== to.family) {
      throw typeChangeFaults.otherFamily({ instance: key, family: to.family });
    }
    if (to.name === from.name) throw typeChangeFaults.sameType({ instance: key, type: to.name });
    const refusal = typeRefusal(facts, to);
    if (refusal !== undefined) throw refusal;
    requireWay(instance, { from, to }, asked.way);
    if (!catalogue.sells(to, zone)) throw instanceTypeFaults.notInZone({ type: to.name, zone });
    const left = await stockReader(scope);
    const { count, limits } = left({ zone, type: to.name, charge }, 1);
    if (count === 0 || isClosed(scope, launchedBy, zone)) {
      throw instanceTypeFaults.soldOut({ type: to.name, zone, charge, limit: limits });
    }
    return { from, to, disks };
  },
);

type Exchange = Pick<TypePlan, 'from' | 'to'>;

/** Up is what has no less of anything. */
export function isUp({ from, to }: Exchange): boolean {
  return to.cpu >= from.cpu && to.memoryMiB >= from.memoryMiB;
}

function requireWay({ key: instance }: Instance, exchange: Exchange, way: TypeAsked['way']): void {
  const { from, to } = exchange;
  const type = to.name;
  if (way === 'up' && !isUp(exchange)) throw typeChangeFaults.notLarger({ instance, type });
  const isDown = isUp({ from: to, to: from });
  if (way === 'down' && !isDown) throw typeChangeFaults.notSmaller({ instance, type });
}
