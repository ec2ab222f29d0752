// https://cloud.tencent.com/document/api/213/1379 (seed 004 L57466)
import { action } from '#apis/context.ts';
import type { HolderKind } from '#resources/elastic-address/elastic-address.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import {
  type ListedAddress,
  listAddresses,
} from '#resources/elastic-address/verbs/list-addresses.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { tencentId } from '../../ids.ts';
import { limit, offset } from '../../legacy/paging.ts';

const NAMED_MAX = 100;
/** So many are sorted by what the store has no order of; a quota lets an account have fewer. */
const SORTED_MAX = 10_000;

const statuses = new Map([
  [2, ['instance', 'network-interface', 'nat-gateway', 'ha-vip']],
  [4, [null]],
] as ReadonlyArray<readonly [number, ReadonlyArray<HolderKind | null>]>);
const types: ReadonlyArray<ReadonlyArray<HolderKind | null>> = [
  ['instance', 'network-interface', 'ha-vip', null],
  ['nat-gateway'],
];

const shape = structure({
  eipId: id('elastic-address'),
  eipName: string(),
  eip: string(),
  ispId: integer(),
  status: integer(),
  arrears: integer(),
  unInstanceId: string(),
  createdAt: time({ form: 'china' }),
  updatedAt: time({ form: 'china' }),
  freeSecond: integer(),
  type: integer(),
  privateIpAddress: string(),
  networkInterfaceId: string(),
});

/** What a list is sorted by; of the others all addresses here have the same. */
const orders: Readonly<Record<string, (one: ReturnType<typeof shown>) => string | number>> = {
  eipId: ({ eipId }) => eipId,
  eip: ({ eip }) => parseAddress(eip) ?? 0,
  status: ({ status }) => status,
  unInstanceId: ({ unInstanceId }) => unInstanceId,
};

/** Elastic addresses, newest first unless another order is asked for. */
export const describeEip = action.read({
  name: 'DescribeEip',
  input: structure({
    eipIds: list(id('elastic-address'), { max: NAMED_MAX }),
    eips: list(string({ max: 64 }), { max: NAMED_MAX }),
    unInstanceIds: list(id('instance'), { max: NAMED_MAX }),
    networkInterfaceIds: list(id('network-interface'), { max: NAMED_MAX }),
    privateIpAddress: string({ max: 64, empty: 'absent' }),
    searchKey: string({ max: 128, empty: 'absent' }),
    status: list(integer({ values: [0, 1, 2, 3, 4, 6, 9] }), { max: 7 }),
    type: integer({ values: [0, 1] }),
    orderBy: string({
      values: ['eipId', 'eip', 'ispId', 'status', 'unInstanceId', 'arrears', 'createdAt'],
      empty: 'absent',
    }),
    orderType: integer({ values: [0, 1], default: 1 }),
    limit,
    offset,
  }),
  output: structure({
    totalCount: integer(),
    data: structure({ eipSet: list(shape) }),
  }),
  handle: async (context, asked) => {
    const { region, now } = context;
    const { orderBy = 'createdAt', orderType, status, type } = asked;
    const kinds = types.flat().filter((kind) => {
      const ofStatus = status?.some((one) => statuses.get(one)?.includes(kind)) ?? true;
      return ofStatus && (type === undefined || types[type]?.includes(kind) === true);
    });
    const order = orders[orderBy];
    const page = { offset: asked.offset, limit: asked.limit };
    const { total, items } = await listAddresses(context, {
      region,
      query: {
        kinds: ['elastic'],
        keys: asked.eipIds,
        addresses: asked.eips?.map(addressOf),
        instances: asked.unInstanceIds,
        interfaces: asked.networkInterfaceIds,
        namePart: asked.searchKey,
        ...(status !== undefined || type !== undefined ? { holderKinds: kinds } : {}),
        ...(asked.privateIpAddress === undefined
          ? {}
          : { privateAddresses: [addressOf(asked.privateIpAddress)] }),
      },
      newestFirst: orderType === 1,
      page: order === undefined ? page : { offset: 0, limit: SORTED_MAX },
    });
    const all = items.map((item) => shown(item, now));
    if (order === undefined) return { totalCount: total, data: { eipSet: all } };
    const sign = orderType === 1 ? -1 : 1;
    const sorted = all.toSorted((a, b) => sign * (order(a) < order(b) ? -1 : 1));
    const eipSet = sorted.slice(page.offset, page.offset + page.limit);
    return { totalCount: total, data: { eipSet } };
  },
});

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw elasticAddressFaults.addressMalformed();
  return address;
}

/** An address as this generation shows it (L57502-57583): 5 is a BGP line. */
function shown({ address, instance }: ListedAddress, now: number) {
  const { holder, createdAt, boundAt } = address;
  const changedAt = boundAt ?? createdAt;
  const privateAddress =
    holder?.kind === 'network-interface' ? holder.privateAddress : instance?.privateAddress;
  return {
    eipId: address.key as string,
    eipName: address.name ?? '',
    eip: formatAddress(address.address),
    ispId: 5,
    status: holder === null ? 4 : 2,
    arrears: 0,
    unInstanceId: holder?.kind === 'instance' ? tencentId('instance', holder.key) : '',
    createdAt,
    updatedAt: changedAt,
    freeSecond: holder === null ? Math.floor((now - changedAt) / 1_000) : 0,
    type: holder?.kind === 'nat-gateway' ? 1 : 0,
    privateIpAddress:
      privateAddress === null || privateAddress === undefined ? '' : formatAddress(privateAddress),
    networkInterfaceId:
      holder?.kind === 'network-interface' ? tencentId('network-interface', holder.key) : '',
  };
}
