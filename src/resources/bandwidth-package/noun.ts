import { bandwidthPackageTable } from '#store/schema/bandwidth-package.ts';
import { noun } from '../noun.ts';
import { bandwidthPackageFaults } from './faults.ts';

/** Bandwidth that several public addresses share. */
export const bandwidthPackageNoun = noun({
  name: 'bandwidth-package',
  tables: { bandwidth_packages: bandwidthPackageTable },
  onReset: 'goes',
  faults: bandwidthPackageFaults,
  hasIds: true,
  tagged: 'bandwidth_packages',
  // https://www.tencentcloud.com/document/product/684/15247: packages of a region, and addresses
  // of a package.
  limits: { bandwidthPackagesPerRegionMax: 20, addressesPerBandwidthPackageMax: 100 },
  limitsBy: { bandwidthPackagesPerRegionMax: ['region'] },
  counted: { table: 'bandwidth_packages', scope: 'bandwidth-packages' },
});
