import { addressesOfPackages } from '../../elastic-address/require.ts';
import { meterInstances } from '../../instance/meter-instances.ts';
import { leavePackage } from '../../instance/usage.ts';
import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import type { BandwidthPackage } from '../bandwidth-package.ts';
import { bandwidthPackageFaults } from '../faults.ts';
import { bandwidthPackageQuota } from '../quota.ts';
import { changePackageRow, deletePackageRow } from '../table.ts';
import { hasAddresses } from '../usage.ts';
import { takeOut } from './change-members.ts';
import { type PackageNamed, requirePackage } from './list-packages.ts';

type Changeable = 'name' | 'description' | 'charge' | 'mbps' | 'protected' | 'resourceGroup';

export interface PackageChange extends PackageNamed {
  /** What is undefined stays as it is. */
  readonly change: {
    readonly [Name in Changeable]?: BandwidthPackage[Name] | undefined;
  };
  /** Refuses the package as it would be. */
  readonly check?: (changed: BandwidthPackage) => void;
}

/** Changes a package; what is paid in advance stays so, and what is not, too. */
export const changePackage = verb(
  [requirePackage, bandwidthPackageFaults.chargeFixed],
  async (scope: Scope, request: PackageChange): Promise<void> => {
    const before = await requirePackage(scope, request);
    const { change } = request;
    const { key } = before;
    const { charge = before.charge } = change;
    if (charge !== before.charge && (charge === 'prepaid' || before.charge === 'prepaid')) {
      throw bandwidthPackageFaults.chargeFixed({ 'bandwidth-package': key });
    }
    const { name = before.name, description = before.description, mbps = before.mbps } = change;
    const { resourceGroup = before.resourceGroup, protected: isProtected = before.protected } =
      change;
    const changed = { name, description, charge, mbps, resourceGroup };
    request.check?.({ ...before, ...changed, protected: isProtected });
    await scope.db.run(changePackageRow, { key, ...changed, protected: isProtected ? 1 : 0 });
  },
);

export interface PackageDeletion extends PackageNamed {
  /** Whether elastic addresses in it are taken out first. */
  readonly force?: boolean;
}

/** Deletes a package that has no address in it. */
export const deletePackage = verb(
  [requirePackage, bandwidthPackageFaults.protected, bandwidthPackageFaults.inUse],
  async (scope: Scope, request: PackageDeletion): Promise<void> => {
    const { db } = scope;
    const found = await requirePackage(scope, request);
    const { key } = found;
    const named = { 'bandwidth-package': key };
    if (found.protected) throw bandwidthPackageFaults.protected(named);
    if (request.force === true) {
      await takeOut(db, (await addressesOfPackages(db, [key])).get(key) ?? []);
    }
    if (await hasAddresses(db, key)) throw bandwidthPackageFaults.inUse(named);
    await meterInstances(db, await leavePackage(db, key), { now: scope.now });
    await db.run(deletePackageRow, { key });
    await deleteTags(db, 'bandwidth-package', [key]);
    await bandwidthPackageQuota.giveBack(scope, found);
  },
);
