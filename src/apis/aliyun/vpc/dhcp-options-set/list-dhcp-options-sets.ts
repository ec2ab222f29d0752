// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-listdhcpoptionssets
import { vpcsOfDhcpOptionSets } from '#resources/dhcp-option-set/associations.ts';
import { dhcpOptionSetFaults } from '#resources/dhcp-option-set/faults.ts';
import { listDhcpOptionSets } from '#resources/dhcp-option-set/verbs/dhcp-option-sets.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/list-dhcp-options-sets.ts';
import { domainName, setName, showSets } from './dhcp-options-set-shapes.ts';

export const listDhcpOptionsSets = action.read({
  model,
  input: {
    DhcpOptionsSetId: { max: 20, reasons: { count: dhcpOptionSetFaults.tooManyNamed } },
    DhcpOptionsSetName: setName,
    DomainName: domainName,
    MaxResults: { default: 10, min: 1, max: 100 },
    NextToken: nextToken,
    Tags: tagFilters,
  },
  handle: async (context, input) => {
    const { DhcpOptionsSetName: name, DomainName: domain } = input;
    const { total, items, next } = await listDhcpOptionSets(context, {
      region: context.region,
      filter: {
        keys: input.DhcpOptionsSetId,
        names: name === undefined ? undefined : [name],
        domainNames: domain === undefined ? undefined : [domain],
        resourceGroups: groupsAsked(context.account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tags),
      },
      page: { after: afterToken(input.NextToken), limit: input.MaxResults },
    });
    const keys = items.map(({ key }) => key);
    const vpcs = await vpcsOfDhcpOptionSets(context.db, keys);
    const shown = await showSets(context, items);
    return {
      DhcpOptionsSets: shown.map((set) => {
        const count = vpcs.get(set.DhcpOptionsSetId)?.length ?? 0;
        return { ...set, AssociateVpcCount: count, Status: count === 0 ? 'Available' : 'InUse' };
      }),
      NextToken: tokenAfter(next),
      TotalCount: String(total),
    };
  },
});
