// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcattribute
import { subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { answerDryRun } from '../../dry-run.ts';
import { owner } from '../../owner.ts';
import { silent } from '../parameters.ts';
import { shownVpc, vpcFields } from './vpc-shapes.ts';

export const describeVpcAttribute = action.read({
  name: 'DescribeVpcAttribute',
  region: 'required',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string({ required: true }),
    VpcId: id('vpc', { required: true }),
    IsDefault: boolean(silent),
    DryRun: boolean(),
  }),
  output: structure({
    ...vpcFields,
    AssociatedCens: list(
      structure({ CenId: string(), CenOwnerId: integer(), CenStatus: string() }),
      { element: 'AssociatedCen' },
    ),
    AssociatedPropagationSources: list(
      structure({
        SourceInstanceId: string(),
        SourceType: string(),
        SourceOwnerId: integer(),
        Status: string(),
        RoutePropagated: boolean(),
      }),
      { element: 'AssociatedPropagationSources' },
    ),
    ClassicLinkEnabled: boolean(),
    CloudResources: list(structure({ ResourceType: string(), ResourceCount: integer() }), {
      element: 'CloudResourceSetType',
    }),
    Ipv4GatewayId: string(),
    SupportIpv4Gateway: boolean(),
  }),
  uses: [getVpc],
  handle: async (context, input) => {
    answerDryRun(input.DryRun);
    const vpc = await getVpc(context, { vpc: input.VpcId, region: context.region });
    const tags = await tagsOf(context.db, 'vpc', [vpc.key]);
    const subnets = (await subnetsOfVpcs(context, [vpc.key])).get(vpc.key) ?? [];
    const count = (type: string, of: number) => ({ ResourceType: type, ResourceCount: of });
    return {
      ...shownVpc(vpc, { tags: tags.get(vpc.key), subnets }),
      AssociatedCens: [],
      AssociatedPropagationSources: [],
      ClassicLinkEnabled: false,
      CloudResources: [
        count('VRouter', 1),
        count('RouteTable', 1),
        ...(subnets.length === 0 ? [] : [count('VSwitch', subnets.length)]),
      ],
      Ipv4GatewayId: '',
      SupportIpv4Gateway: false,
    };
  },
});
