// https://cloud.tencent.com/document/api/215/42942 and models/tencent/vpc.json DescribeVpcLimits.
import { limitOf } from '#resources/quota/quota.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { list, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-vpc-limits.ts';

/** The quotas of the page that are counted here; the others are of what there is none yet. */
const limits = {
  'appid-max-vpcs': 'vpcsPerRegionMax',
  'vpc-max-subnets': 'subnetsPerVpcMax',
  'vpc-max-route-tables': 'routeTablesPerVpcMax',
  'route-table-max-policies': 'routesPerTableMax',
  'vpc-max-network-acls': 'networkAclsPerVpcMax',
  'network-acl-max-inbound-policies': 'rulesPerAclDirectionMax',
  'network-acl-max-outbound-policies': 'rulesPerAclDirectionMax',
  'vpc-max-nat-gateways': 'natGatewaysPerVpcMax',
  'nat-gateway-max-eips': 'addressesPerNatGatewayMax',
  'nat-gateway-max-dnapts': 'dnatRulesPerGatewayMax',
  // Counted for all networks of a region together.
  'vpc-max-enis': 'networkInterfacesPerRegionMax',
  'vpc-max-havips': 'haVipsPerVpcMax',
  'vpc-max-assistant_cidrs': 'blocksPerVpcMax',
} as const;

type LimitType = keyof typeof limits;

export const describeVpcLimits = action.read({
  model,
  input: {
    LimitTypes: list(string({ values: Object.keys(limits) as readonly LimitType[] }), {
      max: 100,
      required: true,
      reasons: { count: listingFaults.tooManyIds },
    }),
  },
  handle: async (context, { LimitTypes }) => {
    const values = LimitTypes.map(async (type) => ({
      LimitType: type,
      LimitValue: await limitOf(context, limits[type], { place: context.region }),
    }));
    return { VpcLimitSet: await Promise.all(values) };
  },
});
