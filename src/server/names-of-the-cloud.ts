import { catalogue } from '#apis/catalogue.ts';
import { zoneByVendorName } from '#catalogue/places.ts';
import { chargeTypes } from '#resources/instance/instance.ts';
import { zones } from '#resources/region/region.ts';
import { quotaNames } from './environment.ts';

/** What simulator.json and provocations may name. */
export const namesOfTheCloud = {
  zones: zones.map(({ name }) => name),
  zoneNamed: (name: string) =>
    zoneByVendorName('tencent', name) ?? zoneByVendorName('aliyun', name),
  charges: chargeTypes,
  quotas: quotaNames,
  isType: (name: string) => catalogue.instanceType(name) !== undefined,
};
