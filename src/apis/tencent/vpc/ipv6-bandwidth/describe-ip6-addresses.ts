// https://cloud.tencent.com/document/product/215/40089 and models/tencent/vpc.json
// DescribeIp6Addresses.
import { ipv6BandwidthFaults } from '#resources/ipv6-bandwidth/faults.ts';
import type { Ipv6Bandwidth } from '#resources/ipv6-bandwidth/ipv6-bandwidth.ts';
import { listIpv6Bandwidths } from '#resources/ipv6-bandwidth/verbs/ipv6-bandwidths.ts';
import { interfacesOfKeys } from '#resources/network-interface/by-keys.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { action, type ReadContext } from '../../../context.ts';
import { tencentId } from '../../ids.ts';
import { addressShown } from '../../structs/elastic-address/address-shapes.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { filteredId, numberedPage, vpcFiltersWithoutTags, vpcIds } from '../listing.ts';
import * as model from '../models/describe-ip6-addresses.ts';
import { shortest } from './ipv6-inputs.ts';

const filters = vpcFiltersWithoutTags({
  'address-ip': asks('addresses', shortest),
  'network-interface-id': asks('interfaces', filteredId('network-interface')),
});

/** The IPv6 addresses that reach the internet. */
export const describeIp6Addresses = action.read({
  model,
  input: { Ip6AddressIds: vpcIds('ipv6-bandwidth'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('Ip6AddressIds')],
  output: { AddressSet: list(overlay(addressShown, { AddressId: id('ipv6-bandwidth') })) },
  handle: async (context, input) => {
    const { region } = context;
    const { Ip6AddressIds: keys = [] } = input;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listIpv6Bandwidths(context, {
      region,
      filter: keys.length > 0 ? { keys } : query,
      page: pageOf(input),
    });
    const key = keys.find((one) => !items.some((item) => item.key === one));
    if (key !== undefined && total < new Set(keys).size) {
      throw ipv6BandwidthFaults.notFound({ 'ipv6-bandwidth': key });
    }
    return { TotalCount: total, AddressSet: await shown(context, items) };
  },
});

async function shown({ db }: ReadContext, items: readonly Ipv6Bandwidth[]) {
  const interfaces = await interfacesOfKeys(
    db,
    items.map((one) => one.interface),
  );
  const tags = await tagsOf(
    db,
    'ipv6-bandwidth',
    items.map(({ key }) => key),
  );
  return items.map((one) => {
    const holder = interfaces.get(one.interface);
    const instance = holder?.instance ?? null;
    return {
      AddressId: one.key,
      AddressName: '',
      AddressStatus: instance === null ? 'BIND_ENI' : 'BIND',
      AddressIp: one.address,
      InstanceId: instance === null ? null : tencentId('instance', instance),
      CreatedTime: one.createdAt,
      NetworkInterfaceId: one.interface,
      PrivateAddressIp: null,
      IsArrears: false,
      IsBlocked: false,
      IsEipDirectConnection: false,
      AddressType: 'EIP',
      CascadeRelease: false,
      EipAlgType: { Ftp: false, Sip: false },
      InternetServiceProvider: 'BGP',
      LocalBgp: false,
      Bandwidth: one.outMbps,
      InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
      TagSet: shownTags(tags.get(one.key)),
      DeadlineDate: null,
      InstanceType: holder?.isPrimary === true ? 'CVM' : 'ENI',
      Egress: null,
      AntiDDoSPackageId: '',
      RenewFlag: '',
      BandwidthPackageId: null,
      UnVpcId: holder?.vpc === undefined ? '' : tencentId('vpc', holder.vpc),
      DedicatedClusterId: '',
    };
  });
}
