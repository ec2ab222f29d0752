// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsecuritygroup
// Seed 001 L21 sends its readers here for SecurityGroupId.
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupDescription, groupName } from './security-group-fields.ts';
import { typeNamed } from './security-group-shapes.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-security-group.ts';

export const createSecurityGroup = action.write({
  model,
  input: {
    SecurityGroupName: groupName,
    Description: groupDescription,
    SecurityGroupType: {
      default: 'normal',
      values: ['normal', 'enterprise'],
      reasons: { value: securityGroupFaults.typeUnknown },
    },
    ServiceManaged: { deprecated: true },
    Tag: givenTags,
    ClientToken: { max: 64, pattern: /^[\x20-\x7e]*$/ },
  },
  handle: async (context, input) => {
    const { VpcId: vpc } = input;
    const type = typeNamed(input.SecurityGroupType);
    if (vpc === undefined && type === 'advanced') throw securityGroupFaults.typeNeedsNetwork();
    const { key } = await createGroup(context, {
      region: context.region,
      vpc: vpc ?? null,
      isClassic: vpc === undefined,
      name: input.SecurityGroupName ?? null,
      details: {
        description: input.Description ?? '',
        type,
        egressDefault: 'accept',
        innerAccess: type === 'basic' ? 'accept' : 'drop',
        resourceGroup: await groupForNew(context, input.ResourceGroupId),
      },
      tags: checkedTags(input.Tag),
    });
    return { SecurityGroupId: key };
  },
});
