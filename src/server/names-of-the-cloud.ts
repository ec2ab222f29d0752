import { catalogue } from '#apis/catalogue.ts';
import { regionByVendorName, zoneByVendorName } from '#catalogue/places.ts';
import { chargeTypes } from '#resources/instance/instance.ts';
import { zones } from '#resources/region/region.ts';
import { quotaNames } from './environment.ts';

/** What simulator.json and provocations may name. */
export const namesOfTheCloud = {
  zones: zones.map(({ name }) => name),
  zoneNamed: (name: string) =>
    zoneByVendorName('tencent', name) ?? zoneByVendorName('aliyun', name),
  placeNamed: (what: 'region' | 'zone', name: string) => {
    const find = what === 'zone' ? zoneByVendorName : regionByVendorName;
    return find('tencent', name) ?? find('aliyun', name);
  },
  charges: chargeTypes,
  quotas: quotaNames,
  isType: (name: string) =>
    catalogue.instanceType(name) !== undefined || catalogue.dedicatedHostType(name) !== undefined,
};
