// https://cloud.tencent.com/doc/api/229 (seed 004 L55500)
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { attachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { listInterfaces } from '#resources/network-interface/verbs/list-interfaces.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { id, integer, structure } from '#wire/builders.ts';

/** Attaches an interface of a network to an instance; answers the number of the task. */
export const attachNetworkInterface = action.write({
  name: 'AttachNetworkInterface',
  input: structure({
    vpcId: id('vpc', { required: true, reasons: { malformed: vpcFaults.malformed } }),
    networkInterfaceId: id('network-interface', {
      required: true,
      reasons: { malformed: networkInterfaceFaults.malformed },
    }),
    instanceId: id('instance', {
      required: true,
      reasons: { malformed: instanceFaults.malformed },
    }),
  }),
  output: structure({ data: structure({ taskId: integer() }) }),
  handle: async (context, { vpcId: vpc, networkInterfaceId: key, instanceId: instance }) => {
    const { region } = context;
    const { items } = await listInterfaces(context, {
      region,
      query: { keys: [key], vpcs: [vpc] },
      newestFirst: false,
      page: { offset: 0, limit: 1 },
    });
    if (items.length === 0) throw networkInterfaceFaults.notFound({ 'network-interface': key });
    await attachInterface(context, { interface: key, region, instance });
    return { data: { taskId: await networkTask(context, region) } };
  },
});
