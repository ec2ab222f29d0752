// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describenetworkinterfaces
// Each instance has one interface, the primary one: it comes and goes with it, under its key.
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { linksOf } from '#resources/instance/links.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, list, string } from '#wire/builders.ts';
import { pageOf } from '../../paging.ts';
import { tagFilters } from '../../tag-filters.ts';
import { hiddenStates } from '../instance/words.ts';
import * as model from '../models/describe-network-interfaces.ts';
import { shownInterface } from './network-interface-shapes.ts';

const AT_ONCE_MAX = 100;
const PAGE_MAX = 500;

export const describeNetworkInterfaces = action.read({
  model,
  input: {
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
  },
  handle: async (context, input) => {
    const { db, region } = context;
    const { page, number } = pageOf(input, { min: 1, max: PAGE_MAX });
    const { InstanceId: instance, VSwitchId: subnet, VpcId: vpc, SecurityGroupId: group } = input;
    const part = 'offset' in page ? { offset: page.offset } : { offset: 0, before: page.after };
    const { total, instances, next } = await listInstances(context, {
      region,
      notStates: hiddenStates,
      addressed: true,
      keys: bothOf(one(instance), some(input.NetworkInterfaceId?.map(String))),
      subnets: one(subnet),
      vpcs: one(vpc),
      securityGroups: one(group),
      resourceGroups: one(input.ResourceGroupId),
      privateAddresses: bothOf(
        addressesIn(one(input.PrimaryIpAddress)),
        addressesIn(some(input.PrivateIpAddress)),
      ),
      ...part,
      limit: page.limit,
      nothing: asksForOthers(input) ? true : undefined,
    });
    const links = await linksOf(
      db,
      instances.map(({ key }) => key),
    );
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      NetworkInterfaceSets: instances.map((each) =>
        shownInterface(each, links(each.key).securityGroups),
      ),
    };
  },
});

/** What no primary interface has: a name, tags, IPv6, a manager, another type or status. */
function asksForOthers(asked: {
  readonly Type?: string | undefined;
  readonly Status?: string | undefined;
  readonly NetworkInterfaceName?: string | undefined;
  readonly ServiceManaged?: boolean | undefined;
  readonly Tag?: readonly unknown[] | undefined;
  readonly Ipv6Address?: readonly unknown[] | undefined;
}): boolean {
  const { Type = 'Primary', Status = 'InUse', ServiceManaged = false } = asked;
  return (
    Type !== 'Primary' ||
    Status !== 'InUse' ||
    ServiceManaged ||
    (asked.NetworkInterfaceName ?? '') !== '' ||
    some(asked.Tag) !== undefined ||
    some(asked.Ipv6Address) !== undefined
  );
}

function one<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}

/** An empty list asks for nothing in particular. */
function some<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : values;
}

function bothOf<T>(
  these: readonly T[] | undefined,
  those: readonly T[] | undefined,
): readonly T[] | undefined {
  if (these === undefined || those === undefined) return these ?? those;
  return these.filter((value) => those.includes(value));
}

/** A text that is no address is nobody's. */
function addressesIn(texts: readonly string[] | undefined): readonly number[] | undefined {
  return texts?.flatMap((text) => parseAddress(text) ?? []);
}
