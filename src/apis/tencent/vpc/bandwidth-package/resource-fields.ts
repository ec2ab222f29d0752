import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { list, string } from '#wire/builders.ts';
import { parseTencentId } from '../../ids.ts';
import { idOf } from '../../structs/filters.ts';

const RESOURCES_MAX = 100;

/** ResourceIds: of addresses, and of load balancers, of which there are none here. */
export const resourceIds = list(string({ max: 64 }), {
  required: true,
  min: 1,
  max: RESOURCES_MAX,
  reasons: { count: listingFaults.tooManyIds },
});

export const resourceType = string({ default: 'Address', values: ['Address', 'LoadBalance'] });

/** Reads an address among the values of a filter. @throws Fault where it is malformed */
export const addressOf = idOf('elastic-address', listingFaults.valueMalformed);

/** The keys of addresses. @throws Fault where one is malformed, or is no address */
export function addressKeys(ids: readonly string[], type: string): readonly string[] {
  return ids.map((id) => {
    const parsed = parseTencentId('elastic-address', id);
    if (parsed !== 'malformed' && type === 'Address') return parsed.key;
    if (/^(?:lb|eip)-[0-9a-z]{7,9}$/.test(id)) {
      const message = `The resource \`${id}\` does not exist.`;
      throw bandwidthPackageFaults.addressNotFound({ message });
    }
    const message = `\`${id.slice(0, 64)}\` is no id of a resource.`;
    throw bandwidthPackageFaults.addressMalformed({ message });
  });
}
