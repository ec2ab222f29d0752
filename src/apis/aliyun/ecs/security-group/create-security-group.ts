// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsecuritygroup
// Seed 001 L21 sends its readers here for SecurityGroupId.
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { boolean, id, string, structure } from '#wire/builders.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags, type TagCodes } from '../../given-tags.ts';
import { owner } from '../../owner.ts';
import { typeNamed } from './security-group-shapes.ts';
import * as model from '../models/create-security-group.ts';

const tagCodes: TagCodes = {
  key: 'InvalidTagKey.Malformed',
  value: 'InvalidTagValue.Malformed',
  twice: 'Duplicate.TagKey',
  count: { code: 'QuotaExceed.Tags', status: 403 },
};
const nameCode = 'InvalidSecurityGroupName.Malformed';
const descriptionCode = 'InvalidDescription.Malformed';

export const createSecurityGroup = action.write({
  name: 'CreateSecurityGroup',
  region: 'required',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string({ required: true }),
    VpcId: id('vpc'),
    SecurityGroupName: string({
      min: 2,
      max: 128,
      pattern: /^\p{L}[\p{L}\p{N}:_.-]*$/u,
      codes: { length: nameCode, pattern: nameCode },
    }),
    Description: string({
      min: 2,
      max: 256,
      pattern: /^(?!https?:\/\/)/,
      codes: { length: descriptionCode, pattern: descriptionCode },
    }),
    SecurityGroupType: string({
      default: 'normal',
      values: ['normal', 'enterprise'],
      codes: { value: 'InvalidParams.GroupType' },
    }),
    ResourceGroupId: string({
      max: 64,
      codes: { length: { code: 'InvalidResourceGroup.NotFound', status: 404 } },
    }),
    ServiceManaged: boolean({ deprecated: true, source: 'sdk' }),
    Tag: givenTags(tagCodes),
    ClientToken: string({ max: 64, pattern: /^[\x20-\x7e]*$/ }),
  }),
  output: model.response,
  token: 'ClientToken',
  uses: [createGroup],
  handle: async (context, input) => {
    const { VpcId: vpc } = input;
    if (vpc === undefined) throw noClassicNetwork();
    const { key } = await createGroup(context, {
      region: context.region,
      vpc,
      name: input.SecurityGroupName ?? null,
      details: {
        description: input.Description ?? '',
        type: typeNamed(input.SecurityGroupType),
        resourceGroup: input.ResourceGroupId ?? '',
      },
      tags: checkedTags(input.Tag, tagCodes),
    });
    return { SecurityGroupId: key };
  },
});

/** Groups of the classic network are made no more: the page's code for no VpcId. */
function noClassicNetwork(): WireFault {
  const message = 'VpcId is missing: a security group is made in a VPC only.';
  return new WireFault('InvalidVpcId.NotFound', message, 403);
}
