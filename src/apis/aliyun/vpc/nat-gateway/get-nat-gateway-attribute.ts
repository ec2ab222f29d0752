// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-getnatgatewayattribute
import { dnatRulesOf, snatRulesOf } from '#resources/nat-gateway/usage.ts';
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { id, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { aliyunId } from '../../ids.ts';
import * as model from '../models/get-nat-gateway-attribute.ts';
import { natTypeOf, shownAddresses, shownPrivate, shownSize } from './nat-gateway-shapes.ts';

export const getNatGatewayAttribute = action.read({
  model,
  output: {
    ExpiredTime: string(),
    PrivateInfo: { fields: { EniInstanceId: string(), VswitchId: id('subnet') } },
  },
  handle: async (context, { NatGatewayId }) => {
    const { region, db } = context;
    const gateway = await getNatGateway(context, { gateway: NatGatewayId, region });
    const { key, details } = gateway;
    const { subnet, ...place } = shownPrivate(gateway);
    return {
      AccessMode: { ModeValue: '', TunnelType: '' },
      AvailabilityMode: '',
      BillingConfig: {
        AutoPay: '',
        InstanceChargeType: 'PostPaid',
        InternetChargeType: details.size === null ? 'PayByLcu' : 'PayBySpec',
        Spec: shownSize(details),
      },
      BusinessStatus: 'Normal',
      CreationTime: gateway.createdAt,
      DeletionProtectionInfo: { Enabled: gateway.isProtected },
      Description: gateway.description,
      EcsMetricEnabled: false,
      EnableSessionLog: false,
      ExpiredTime: '',
      ForwardTable: {
        ForwardEntryCount: (await dnatRulesOf(db, [key])).get(key)?.length ?? 0,
        ForwardTableId: key,
      },
      FullNatTable: { FullNatEntryCount: 0, FullNatTableId: '' },
      IpList: (await shownAddresses(context, [key])).get(key) ?? [],
      LogDelivery: {
        DeliverLogsErrorMessage: '',
        DeliveryStatus: '',
        LogDeliveryType: '',
        LogDestination: '',
      },
      Name: gateway.name ?? aliyunId('nat-gateway', key),
      NatGatewayId: key,
      NatType: natTypeOf(gateway),
      NetworkType: 'internet',
      PrivateInfo: { ...place, VswitchId: subnet ?? '' },
      PrivateLinkEnabled: false,
      PrivateLinkMode: '',
      RegionId: gateway.region,
      ResourceGroupId: '',
      SnatTable: {
        SnatEntryCount: (await snatRulesOf(db, [key])).get(key)?.length ?? 0,
        SnatTableId: key,
      },
      Status: 'Available',
      VpcId: gateway.vpc,
    };
  },
});
