// https://cloud.tencent.com/document/product/215/31960 and models/tencent/vpc.json CreateSubnets.
import { freeCounts } from '#resources/address/range.ts';
import { associate } from '#resources/route-table/verbs/associations.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { createSubnet } from '#resources/subnet/verbs/create-subnet.ts';
import type { Subnet } from '#resources/subnet/subnet.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-subnets.ts';
import { shownSubnet, subnetMask, subnetName } from './subnet-shapes.ts';

/** All of them or none; the tags are on each. */
export const createSubnets = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    Subnets: {
      min: 1,
      max: 100,
      reasons: { count: subnetFaults.tooManyNamed },
      item: {
        fields: {
          SubnetName: subnetName,
          CidrBlock: { max: 64, reasons: { empty: subnetFaults.empty } },
          Zone: { reasons: { malformed: zoneFaults.notInRegion } },
          RouteTableId: vpcId('route-table'),
        },
      },
    },
    Tags: tagsGiven,
    CdcId: { deprecated: true },
  },
  handle: async (context, input) => {
    const { region } = context;
    const tags = checkedTags(input.Tags);
    const made: Subnet[] = [];
    for (const asked of input.Subnets) {
      const subnet = await createSubnet(context, {
        vpc: input.VpcId,
        region,
        zone: asked.Zone,
        block: { cidr: asked.CidrBlock },
        mask: subnetMask,
        name: asked.SubnetName,
        description: '',
        tags,
      });
      const { RouteTableId: table = subnet.routeTable } = asked;
      await associate(context, { table, subnet: subnet.key, region });
      made.push({ ...subnet, routeTable: table });
    }
    const free = await freeCounts(
      context.db,
      made.map(({ key }) => key),
    );
    return {
      SubnetSet: made.map((subnet) => shownSubnet(subnet, { free: free.get(subnet.key), tags })),
    };
  },
});
