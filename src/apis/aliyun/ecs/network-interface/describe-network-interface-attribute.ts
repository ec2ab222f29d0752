// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describenetworkinterfaceattribute
import { action } from '#apis/context.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import { withLinks } from '#resources/network-interface/verbs/list-interfaces.ts';
import { each } from '#wire/overlay.ts';
import * as model from '../models/describe-network-interface-attribute.ts';
import { interfaceNamed } from './interface-fields.ts';
import { shownInterfaces, shownTracking } from './network-interface-shapes.ts';

/** One interface, with how connections are tracked where that is asked for. */
export const describeNetworkInterfaceAttribute = action.read({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    Attribute: { values: ['attachment', 'connectionTrackingConfiguration'] },
  },
  output: each(
    [
      'BondInterfaceSpecification',
      'ConnectionTrackingConfiguration',
      'EnhancedNetwork',
      'QoSConfig',
      'SlaveInterfaceSpecification',
      'TcpOptionAddressEnabled',
    ],
    { optional: true },
  ),
  handle: async (context, { NetworkInterfaceId: key, Attribute }) => {
    const one = await requireInterface(context, key, context.region);
    const [shown] = await shownInterfaces(context, await withLinks(context, [one]));
    if (shown === undefined) throw new Error('An interface that is there is not shown.');
    return {
      ...shown,
      Attachment: { ...shown.Attachment, MemberNetworkInterfaceIds: [] },
      NetworkInterfaceTrafficConfig: {
        NetworkInterfaceTrafficMode: shown.NetworkInterfaceTrafficMode,
        QueueNumber: shown.QueueNumber,
        QueuePairNumber: shown.QueuePairNumber,
      },
      ...(Attribute === 'connectionTrackingConfiguration' && {
        ConnectionTrackingConfiguration: shownTracking(one),
      }),
    };
  },
});
