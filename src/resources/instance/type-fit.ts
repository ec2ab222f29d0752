import type { Fault } from '#kernel/fault.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import type { Instance } from './instance.ts';
import { typeChangeFaults } from './type-change-faults.ts';

/** What of an instance decides which types it may become. */
export interface TypeFitFacts {
  readonly instance: Pick<Instance, 'key' | 'chargeType' | 'internet'>;
  readonly from: InstanceType;
  readonly hasLocalSystemDisk: boolean;
  readonly hasLocalDataDisk: boolean;
  readonly dataDisks: number;
  /** How many interfaces it has, and how many addresses the one with the most. */
  readonly interfaces: number;
  readonly addressesMost: number;
}

/** What `typeRefusal` may answer. */
export const typeRefusals = [
  typeChangeFaults.ownHost,
  typeChangeFaults.localSystemDisk,
  typeChangeFaults.notToFamily,
  typeChangeFaults.notFromFamily,
  typeChangeFaults.heterogeneous,
  typeChangeFaults.fromGpu,
  typeChangeFaults.toGpu,
  typeChangeFaults.toArm,
  typeChangeFaults.fromArm,
  typeChangeFaults.localDisks,
  typeChangeFaults.tooMuchBandwidth,
  typeChangeFaults.tooManyInterfaces,
  typeChangeFaults.tooManyAddresses,
  typeChangeFaults.tooManyDisks,
] as const;

/**
 * Why an instance does not become one of a type; undefined where it may. The order is that of the
 * causes: what the instance is, which families go together, what the new type has room for
 * (seed 004 L19938-20150).
 */
export function typeRefusal(facts: TypeFitFacts, to: InstanceType): Fault | undefined {
  return ownRefusal(facts) ?? familyRefusal(facts, to) ?? roomRefusal(facts, to);
}

/** What keeps an instance from any other type. */
export function ownRefusal({ instance, from, ...facts }: TypeFitFacts): Fault | undefined {
  const { key } = instance;
  if (instance.chargeType === 'dedicated-host' || from.tenancy === 'dedicated-host') {
    return typeChangeFaults.ownHost({ instance: key });
  }
  return facts.hasLocalSystemDisk ? typeChangeFaults.localSystemDisk({ instance: key }) : undefined;
}

/** What keeps it from the families of that type. */
export function familyRefusal(
  { instance, from, ...facts }: TypeFitFacts,
  to: InstanceType,
): Fault | undefined {
  const about = { instance: instance.key, family: to.family };
  const isSold = to.tenancy === 'shared' && to.catalogue === from.catalogue;
  if (!isSold) return typeChangeFaults.notToFamily(about);
  if (from.family === to.family) return undefined;
  if (from.fpgas > 0 || to.fpgas > 0) return typeChangeFaults.heterogeneous(about);
  if (from.gpu !== null && from.gpu.model !== to.gpu?.model) return typeChangeFaults.fromGpu(about);
  if (from.gpu === null && to.gpu !== null) return typeChangeFaults.toGpu(about);
  if (from.architecture !== to.architecture) {
    return to.architecture === 'arm64'
      ? typeChangeFaults.toArm(about)
      : typeChangeFaults.fromArm(about);
  }
  if (facts.hasLocalDataDisk) return typeChangeFaults.localDisks(about);
  if (isTied(to)) return typeChangeFaults.notToFamily(about);
  return isTied(from) ? typeChangeFaults.notFromFamily(about) : undefined;
}

/** Whether a type comes with what cannot go along: its own disks, or its place in a cluster. */
function isTied({ localDisks, needsHpcCluster }: InstanceType): boolean {
  return localDisks !== null || needsHpcCluster;
}

/** What it has that the type has no room for. */
export function roomRefusal(
  { instance, ...facts }: TypeFitFacts,
  to: InstanceType,
): Fault | undefined {
  const { key, internet } = instance;
  const { mbps, interfacesMax, addressesPerInterfaceMax } = to.network;
  if (internet.outMbps > mbps) {
    return typeChangeFaults.tooMuchBandwidth({ instance: key, limit: mbps });
  }
  if (facts.interfaces > interfacesMax) {
    return typeChangeFaults.tooManyInterfaces({ instance: key, limit: interfacesMax });
  }
  if (facts.addressesMost > addressesPerInterfaceMax) {
    return typeChangeFaults.tooManyAddresses({ instance: key, limit: addressesPerInterfaceMax });
  }
  if (facts.dataDisks > to.dataDisksMax) {
    return typeChangeFaults.tooManyDisks({ instance: key, limit: to.dataDisksMax });
  }
  return undefined;
}
