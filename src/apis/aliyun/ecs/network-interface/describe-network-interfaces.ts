// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describenetworkinterfaces
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import type { InterfaceQuery } from '#resources/network-interface/interface-query.ts';
import { listInterfaces } from '#resources/network-interface/verbs/list-interfaces.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, list, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { pageOf } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { hiddenStates } from '../instance/words.ts';
import * as model from '../models/describe-network-interfaces.ts';
import { ipv6In } from './interface-fields.ts';
import { shownInterfaces, statusWords } from './network-interface-shapes.ts';

const AT_ONCE_MAX = 100;
const PAGE_MAX = 500;

const input = {
  NetworkInterfaceId: list(id('network-interface'), { max: AT_ONCE_MAX }),
  PrivateIpAddress: list(string({ max: 64 }), { max: AT_ONCE_MAX }),
  Ipv6Address: list(string({ max: 64 }), { max: AT_ONCE_MAX }),
  Type: { values: ['Primary', 'Secondary'] },
  Status: {
    values: ['Available', 'Attaching', 'InUse', 'Detaching', 'Deleting', 'CreateFailed'],
  },
  Tag: tagFilters,
  PageNumber: { default: 1, min: 1 },
  PageSize: { default: 10, min: 1, max: PAGE_MAX },
} as const;

/** Interfaces, newest first; not those of instances that are not shown. */
export const describeNetworkInterfaces = action.read({
  model,
  input,
  handle: async (context, asked) => {
    const { page, number } = pageOf(asked, { min: 1, max: PAGE_MAX });
    const { total, items, next } = await listInterfaces(context, {
      region: context.region,
      query: queryOf(context.account, asked),
      newestFirst: true,
      page,
    });
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      NetworkInterfaceSets: await shownInterfaces(context, items),
    };
  },
});

const shape = overlay(model.request, input);

function queryOf(account: string, asked: InferIn<typeof shape>): InterfaceQuery {
  const { Type, Status, NetworkInterfaceName: name } = asked;
  const states = Object.keys(statusWords) as ReadonlyArray<keyof typeof statusWords>;
  return {
    keys: some(asked.NetworkInterfaceId),
    instances: one(asked.InstanceId),
    subnets: one(asked.VSwitchId),
    vpcs: one(asked.VpcId),
    securityGroups: one(asked.SecurityGroupId),
    resourceGroups: groupsAsked(account, asked.ResourceGroupId),
    primaryAddresses: addressesIn(one(asked.PrimaryIpAddress)),
    addresses: addressesIn(some(asked.PrivateIpAddress)),
    names: name === '' ? undefined : one(name),
    isPrimary: Type === undefined ? undefined : [Type === 'Primary'],
    states: Status === undefined ? undefined : states.filter((at) => statusWords[at] === Status),
    tags: tagFiltersOf(some(asked.Tag)),
    notInstanceStates: hiddenStates,
    ipv6Addresses: ipv6In(some(asked.Ipv6Address)),
    // No product manages any.
    nothing: asked.ServiceManaged === true ? true : undefined,
  };
}

function one<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}

/** An empty list asks for nothing in particular. */
function some<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : values;
}

/** A text that is no address is nobody's. */
function addressesIn(texts: readonly string[] | undefined): readonly number[] | undefined {
  return texts?.flatMap((text) => parseAddress(text) ?? []);
}
