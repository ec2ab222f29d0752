// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyprepayinstancespec
import { action } from '#apis/context.ts';
import { changeType, type TypeChange } from '#resources/instance/verbs/change-type.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import { omitted } from '#wire/overlay.ts';
import { orderId } from '../../order-id.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/modify-prepay-instance-spec.ts';
import { unexpiredInstance } from './named-instance.ts';
import { requireDisksFit, systemDiskAsked } from './type-change.ts';

/**
 * Changes the type of an instance that is paid in advance. What runs grows, and has it after its
 * next reboot; to shrink it has to be stopped.
 */
export const modifyPrepayInstanceSpec = action.write({
  model,
  input: {
    InstanceType: { max: 64, required: true },
    OperatorType: { values: ['upgrade', 'downgrade'] },
    SystemDisk: systemDiskAsked,
    RebootWhenFinished: { default: false },
    Disk: omitted('It is for those who are invited to try it.'),
    ModifyMode: omitted('It is for those who are invited to try it.'),
    // Orders are paid as they are placed, and every host of a zone takes every type.
    AutoPay: silent,
    MigrateAcrossZone: silent,
    ClientToken: clientToken,
  },
  output: { OrderId: { optional: true } },
  handle: async (context, input) => {
    const { InstanceId: key, InstanceType: type, OperatorType: operator } = input;
    if (input.EndTime !== undefined) {
      throw typeChangeFaults.timesNotHere({ message: 'EndTime is not for sale: a type lasts.' });
    }
    if (input.RebootTime !== undefined) {
      const message = 'RebootTime is not for sale: RebootWhenFinished reboots at once.';
      throw typeChangeFaults.rebootNotHere({ message });
    }
    const instance = await unexpiredInstance(context, key, context.region);
    if (instance.chargeType !== 'prepaid') throw instanceFaults.notPrepaid({ instance: key });
    const systemCategory = input.SystemDisk?.Category;
    await requireDisksFit(context, instance, { type, systemCategory });
    const { order } = await changeType(context, {
      instance: key,
      region: context.region,
      type,
      family: 'any',
      running: input.RebootWhenFinished ? 'reboot' : 'as-it-is',
      shrinks: 'stopped',
      way: operator === undefined ? undefined : ways[operator],
      systemCategory,
    });
    return orderId(order);
  },
});

const ways = { upgrade: 'up', downgrade: 'down' } as const satisfies Record<
  string,
  TypeChange['way']
>;
