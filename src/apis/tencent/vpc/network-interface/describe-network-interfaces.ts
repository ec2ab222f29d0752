// https://cloud.tencent.com/document/api/215/15817 and models/tencent/vpc.json
// DescribeNetworkInterfaces. Each instance has one interface, the primary one, under its key.
import { linksOf } from '#resources/instance/links.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, list, time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { asks, asksForNone, refusedValue } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-network-interfaces.ts';
import { shownInterface } from './network-interface-shapes.ts';

/** An exact address: what is asked for by a part of one would match too much to be of use. */
function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}

const filters = vpcFilters({
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'subnet-id': asks('subnets', filteredId('subnet')),
  'network-interface-id': asks('keys', filteredId('network-interface')),
  'attachment.instance-id': asks('keys', filteredId('instance')),
  'groups.security-group-id': asks('securityGroups', filteredId('security-group')),
  'address-ip': asks('privateAddresses', addressOf),
  'ip-exact-match': asksForNone('true', 'false'),
  'public-address-ip': asks('publicAddresses', addressOf),
  'is-primary': asksForNone('true', '1'),
  'eni-type': asksForNone('1'),
  'eni-qos': asksForNone('default'),
  'termination-protection': asksForNone('false'),
  'traffic-protection': asksForNone('false'),
  // No interface has a name, a description, or IPv6.
  'network-interface-name': asksForNone(),
  'network-interface-description': asksForNone(),
  'address-ipv6': asksForNone(),
  'address-type': asksForNone(),
});

export const describeNetworkInterfaces = action.read({
  model,
  input: {
    NetworkInterfaceIds: vpcIds('network-interface'),
    Filters: filters.shape,
    ...numberedPage,
  },
  rules: [idsOrFilters('NetworkInterfaceIds')],
  output: {
    NetworkInterfaceSet: {
      item: {
        fields: {
          GroupSet: list(id('security-group')),
          Attachment: { fields: { AttachTime: time({ form: 'spaced' }) } },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, db } = context;
    const { tags, ...query } = filters.read(input.Filters, region);
    const { total, instances } = await listInstances(context, {
      region,
      addressed: true,
      keys: keysNamed(input.NetworkInterfaceIds?.map(String)),
      ...query,
      // Tags are of instances: their interfaces have none.
      nothing: tags === undefined ? undefined : true,
      ...pageOf(input),
    });
    const links = await linksOf(
      db,
      instances.map(({ key }) => key),
    );
    return {
      TotalCount: total,
      NetworkInterfaceSet: instances.map((instance) =>
        shownInterface(instance, links(instance.key).securityGroups),
      ),
    };
  },
});
