// https://cloud.tencent.com/document/api/215/15782 and models/tencent/vpc.json CreateSubnet.
import { zoneFaults } from '#resources/zone/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { freeCount } from '#resources/address/range.ts';
import { createSubnet as createSubnetVerb } from '#resources/subnet/verbs/create-subnet.ts';
import { string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-subnet.ts';
import { shownSubnet, subnetMask, subnetName } from './subnet-shapes.ts';

const later = { source: 'tencentcloud-sdk-python-vpc 3.1.193', deprecated: true } as const;

export const createSubnet = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    SubnetName: subnetName,
    CidrBlock: { max: 64, reasons: { empty: subnetFaults.empty } },
    Zone: { reasons: { malformed: zoneFaults.notInRegion } },
    Tags: tagsGiven,
    CdcId: { deprecated: true },
    StackType: string(later),
    Ipv6CidrBlock: string(later),
  },
  handle: async (context, input) => {
    const tags = checkedTags(input.Tags);
    const subnet = await createSubnetVerb(context, {
      vpc: input.VpcId,
      region: context.region,
      zone: input.Zone,
      block: { cidr: input.CidrBlock },
      mask: subnetMask,
      name: input.SubnetName,
      description: '',
      tags,
    });
    const free = await freeCount(context.db, subnet.key);
    return { Subnet: shownSubnet(subnet, { free, tags }) };
  },
});
