import type { ReadContext } from '#apis/context.ts';
import { vendorRegionName } from '#catalogue/places.ts';
import { instancesOfKeys } from '#resources/instance/by-keys.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { namesOfSubnets } from '#resources/subnet/usage.ts';
import type { Subject, SystemEvent } from '#resources/system-event/system-event.ts';
import { namesOfVpcs } from '#resources/vpc/usage.ts';
import { id, time } from '#wire/builders.ts';
import { defaultInstanceName } from '../../structs/instance/render-instance.ts';
import { defaultSubnetName } from '../../vpc/subnet/subnet-shapes.ts';
import { defaultVpcName } from '../../vpc/vpc/vpc-shapes.ts';
import { authSourceOf, statusOf, taskWords } from './repair-words.ts';

/** What is laid over the model of a task. */
export const taskPatches = {
  TaskId: id('system-event'),
  CreateTime: time({ form: 'china' }),
  AuthTime: time({ form: 'china', nullable: true }),
  EndTime: time({ form: 'china', nullable: true }),
} as const;

export type ShownTask = Awaited<ReturnType<typeof renderTasks>>[number];

/** Tasks as they are shown; of an instance that is gone only what the task itself knows. */
export async function renderTasks(context: ReadContext, events: readonly SystemEvent[]) {
  const { db } = context;
  const instances = await instancesOfKeys(db, [...new Set(events.map((one) => one.instance))]);
  const vpcs = await namesOfVpcs(db, keysOf(instances, 'vpc'));
  const subnets = await namesOfSubnets(db, keysOf(instances, 'subnet'));
  return events.map((event) => {
    const instance = instances.get(event.instance);
    const words = taskWords[event.subject as Subject];
    const status = statusOf[event.state];
    return {
      TaskId: event.key,
      InstanceId: event.instance,
      Alias: instance === undefined ? null : (instance.name ?? defaultInstanceName),
      TaskTypeId: words.type,
      TaskTypeName: words.name,
      TaskStatus: status,
      DeviceStatus: status,
      OperateStatus: status,
      CreateTime: event.publishedAt,
      AuthTime:
        event.state === 'scheduled' ? event.notBefore : (event.authorisedAt ?? event.notBefore),
      EndTime: event.finishedAt,
      TaskDetail: words.detail,
      Zone: event.zone,
      Region: vendorRegionName('tencent', event.region) ?? null,
      VpcId: instance?.vpc ?? null,
      VpcName: instance === undefined ? null : (vpcs.get(instance.vpc) ?? defaultVpcName),
      SubnetId: instance?.subnet ?? null,
      SubnetName:
        instance === undefined ? null : (subnets.get(instance.subnet) ?? defaultSubnetName),
      WanIp: addressShown(instance?.publicAddress),
      LanIp: addressShown(instance?.privateAddress),
      Product: 'CVM',
      TaskSubType: null,
      AuthType: words.auth,
      AuthSource: authSourceOf(event),
    };
  });
}

function keysOf(instances: ReadonlyMap<string, Instance>, what: 'vpc' | 'subnet') {
  return [...new Set([...instances.values()].map((instance) => instance[what]))];
}

function addressShown(address: number | null | undefined): string | null {
  return address === null || address === undefined ? null : formatAddress(address);
}
