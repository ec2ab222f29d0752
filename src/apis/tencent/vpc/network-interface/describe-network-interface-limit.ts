// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeNetworkInterfaceLimit.
import { instanceFaults } from '#resources/instance/faults.ts';
import { requireInstances } from '#resources/instance/require.ts';
import { findInstance } from '#resources/instance/usage.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { interfaceLimitsOf } from '#resources/network-interface/limits.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import type { ReadContext } from '../../../context.ts';
import { action } from '../../../context.ts';
import { parseTencentId } from '../../ids.ts';
import * as model from '../models/describe-network-interface-limit.ts';
import { addressesMax } from './interface-input.ts';

/** How many interfaces an instance may have, and how many addresses each. */
export const describeNetworkInterfaceLimit = action.read({
  model,
  input: { InstanceId: { kind: 'string', max: 64, required: true } },
  handle: async (context, { InstanceId: text }) => {
    const instance = await instanceNamed(context, text);
    // One that is attached to none is limited by what it may be attached to.
    const limits = instance && interfaceLimitsOf(context, instance);
    return {
      EniQuantity: limits?.interfacesMax ?? 0,
      EniPrivateIpAddressQuantity: limits?.addressesMax ?? addressesMax,
      ExtendEniQuantity: 0,
      ExtendEniPrivateIpAddressQuantity: 0,
      SubEniQuantity: 0,
      SubEniPrivateIpAddressQuantity: 0,
    };
  },
});

/** The instance of that id, or that the interface of that id is attached to. */
async function instanceNamed(context: ReadContext, text: string) {
  const isInterface = text.startsWith('eni-');
  const parsed = parseTencentId(isInterface ? 'network-interface' : 'instance', text);
  const faults = isInterface ? networkInterfaceFaults : instanceFaults;
  if (parsed === 'malformed') throw faults.malformed();
  if (!isInterface) return (await requireInstances(context, [parsed.key], context.region))[0];
  const { instance } = await requireInterface(context, parsed.key, context.region);
  return findInstance(context.db, instance);
}
