// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesecuritygroups
// Seed 001 L21 sends its readers to these groups.
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { requestFaults } from '#resources/request/faults.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { findDefaultVpc } from '#resources/vpc/verbs/default-vpc.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { tokenAfter } from '../../../page-token.ts';
import { pageOf } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { showSecurityGroups, typeNamed } from './security-group-shapes.ts';
import * as model from '../models/describe-security-groups.ts';

export const describeSecurityGroups = action.read({
  model,
  // A missing RegionId has a code of this page's own, which decoding says.
  region: 'optional',
  input: {
    RegionId: { reasons: { missing: requestFaults.regionMissing } },
    SecurityGroupIds: list(id('security-group'), {
      style: 'json',
      max: 100,
      reasons: { count: securityGroupFaults.malformed, type: securityGroupFaults.malformed },
    }),
    NetworkType: { values: ['vpc', 'classic'] },
    SecurityGroupType: {
      values: ['normal', 'enterprise'],
      reasons: { value: securityGroupFaults.typeUnknown },
    },
    Tag: tagFilters,
    FuzzyQuery: { deprecated: true },
    MaxResults: { min: 1, max: 100 },
    PageNumber: { default: 1, min: 1, max: 1_000_000 },
    PageSize: { default: 10, min: 1, max: 50 },
  },
  output: {
    // Not answered to those who page by token, as the page says.
    ...each(['TotalCount', 'PageNumber', 'PageSize'], { optional: true }),
    // Left out for a group of every network while its region has no default network.
    SecurityGroups: { item: { fields: { VpcId: { optional: true } } } },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { SecurityGroupId: one, SecurityGroupIds: several, VpcId: vpc } = input;
    const { page, byToken } = pageOf(input, { min: 1, max: 100 });
    const { SecurityGroupName: name, SecurityGroupType: type } = input;
    const none = input.ServiceManaged === true;
    const defaultVpc = (await findDefaultVpc(context, region))?.key;
    const { total, items, next } = await listSecurityGroups(context, {
      region,
      filter: {
        keys: none ? [] : keysOf(one, several),
        names: name === undefined ? undefined : [name],
        vpcs: vpc === undefined ? undefined : vpcsOf(vpc, defaultVpc),
        type: type === undefined ? undefined : typeNamed(type),
        isClassic: classicAsked(input),
        resourceGroups: groupsAsked(context.account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      page,
      newestFirst: true,
    });
    const showing = { defaultVpc, countMembers: input.IsQueryEcsCount === true };
    return {
      RegionId: region,
      ...(byToken
        ? {}
        : { TotalCount: total, PageNumber: input.PageNumber, PageSize: input.PageSize }),
      NextToken: tokenAfter(next),
      SecurityGroups: await showSecurityGroups(context, items, showing),
    };
  },
});

/** The keys asked for, in whichever of the two parameters: both narrow. */
function keysOf(
  one: string | undefined,
  several: readonly string[] | undefined,
): readonly string[] | undefined {
  if (one === undefined) return several;
  return several === undefined || several.includes(one) ? [one] : [];
}

/** Whether groups of the classic network are asked for; undefined where it does not matter. */
function classicAsked(asked: {
  readonly NetworkType?: 'vpc' | 'classic' | undefined;
  readonly VpcId?: string | undefined;
}): boolean | undefined {
  if (asked.NetworkType !== undefined) return asked.NetworkType === 'classic';
  return asked.VpcId === undefined ? undefined : false;
}

/** Groups of no network are shown as the default network's, so they are found there as well. */
function vpcsOf(vpc: string, defaultVpc: string | undefined): ReadonlyArray<string | null> {
  return vpc === defaultVpc ? [vpc, null] : [vpc];
}
