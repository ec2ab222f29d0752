// https://cloud.tencent.com/document/api/215/15782 and models/tencent/vpc.json CreateSubnet.
import { freeCount } from '#resources/address/range.ts';
import { createSubnet as createSubnetVerb } from '#resources/subnet/verbs/create-subnet.ts';
import { id, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { idCodes } from '../listing.ts';
import { checkedTags, tagsGiven } from '../tags.ts';
import * as model from '../models/create-subnet.ts';
import { shownSubnet } from './subnet-shapes.ts';

const mask = { bitsMin: 16, bitsMax: 28 };
const later = { source: 'tencentcloud-sdk-python-vpc 3.1.193', deprecated: true } as const;

export const createSubnet = action.write({
  name: 'CreateSubnet',
  region: 'required',
  ratePerSecond: 100,
  input: structure({
    VpcId: id('vpc', { required: true, codes: idCodes }),
    SubnetName: string({
      required: true,
      max: 60,
      codes: { length: 'InvalidParameterValue.TooLong', empty: 'InvalidParameterValue.Empty' },
    }),
    CidrBlock: string({ required: true, max: 64, codes: { empty: 'InvalidParameterValue.Empty' } }),
    Zone: id('zone', { required: true, codes: { malformed: 'InvalidParameterValue' } }),
    Tags: tagsGiven,
    CdcId: string({ deprecated: true }),
    StackType: string(later),
    Ipv6CidrBlock: string(later),
  }),
  output: model.response,
  uses: [createSubnetVerb],
  // The page has no mask without a block, so it cannot be met.
  says: { 'subnet.noRoom': 'LimitExceeded' },
  handle: async (context, input) => {
    const tags = checkedTags(input.Tags);
    const subnet = await createSubnetVerb(context, {
      vpc: input.VpcId,
      region: context.region,
      zone: input.Zone,
      block: { cidr: input.CidrBlock },
      mask,
      name: input.SubnetName,
      description: '',
      tags,
    });
    const free = await freeCount(context.db, subnet.key);
    return { Subnet: shownSubnet(subnet, { free, tags }) };
  },
});
