// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describebandwidthlimitation
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { mbpsMax } from '#resources/instance/verbs/change-network-spec.ts';
import { id } from '#wire/builders.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/describe-bandwidth-limitation.ts';

const names = { 'by bandwidth': 'PayByBandwidth', 'by traffic': 'PayByTraffic' } as const;
const ways = ['by bandwidth', 'by traffic'] as const;

/** Between which bounds the bandwidth of a new instance may be, or that of one that is changed. */
export const describeBandwidthLimitation = action.read({
  model,
  input: {
    InstanceChargeType: {
      default: 'PostPaid',
      values: ['PrePaid', 'PostPaid'],
      reasons: { value: bandwidthFaults.chargeTypeUnknown },
    },
    SpotStrategy: {
      default: 'NoSpot',
      values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
      reasons: { value: bandwidthFaults.bidUnknown },
    },
    OperationType: {
      default: 'Create',
      values: ['Create', 'Upgrade', 'Downgrade'],
      reasons: { value: bandwidthFaults.operationUnknown },
    },
    ResourceId: id('instance'),
  },
  handle: async (context, input) => {
    const { InstanceType: name, OperationType: operation, ResourceId: key } = input;
    const type = context.cloud.catalogue.instanceType(name);
    if (type?.catalogue !== 'aliyun') throw bandwidthFaults.typeUnknown();
    if (operation !== 'Create' && key === undefined) throw bandwidthFaults.resourceMissing();
    const instance =
      key === undefined ? undefined : await namedInstance(context, key, context.region);
    const asked = input.InstanceChargeType === 'PrePaid' ? 'prepaid' : 'postpaid';
    const now = instance?.internet.outMbps ?? 0;
    return {
      Bandwidths: ways.map((paid) => {
        const most = mbpsMax(
          paid,
          operation === 'Create' ? asked : (instance?.chargeType ?? asked),
        );
        return {
          InternetChargeType: names[paid],
          Min: operation === 'Upgrade' ? Math.min(now, most) : 0,
          Max: operation === 'Downgrade' ? Math.min(now, most) : most,
          Unit: 'Mbps',
        };
      }),
    };
  },
});
