import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { NetworkAsked } from './network.ts';
import type { RunAsked } from './run-fields.ts';

type Asked = Pick<
  RunAsked,
  'NetworkInterface' | 'VSwitchId' | 'PrivateIpAddress' | 'SecurityGroupId' | 'SecurityGroupIds'
>;

/**
 * Where the primary interface is to be: as the parameters say, or as NetworkInterface.N says where
 * one is Primary; not both (today's SDK). Secondary ones are not made.
 */
export function primaryNetwork(
  asked: Asked,
): Pick<NetworkAsked, 'VSwitchId' | 'PrivateIpAddress' | 'groups'> {
  const primary = asked.NetworkInterface?.find((one) => one.InstanceType === 'Primary');
  const { VSwitchId, PrivateIpAddress } = asked;
  const groups = groupsOf(asked);
  if (primary === undefined) return { VSwitchId, PrivateIpAddress, groups };
  if (VSwitchId !== undefined || PrivateIpAddress !== undefined || groups.length > 0) {
    const message =
      'VSwitchId, SecurityGroupId, SecurityGroupIds and PrivateIpAddress go into the primary ' +
      'NetworkInterface where one is given.';
    throw launchFaults.interfacesConflict({ message });
  }
  return {
    VSwitchId: primary.VSwitchId,
    PrivateIpAddress: primary.PrimaryIpAddress,
    groups: groupsOf(primary),
  };
}

function groupsOf({
  SecurityGroupId: one,
  SecurityGroupIds: several = [],
}: Pick<Asked, 'SecurityGroupId' | 'SecurityGroupIds'>): readonly string[] {
  return one === undefined ? several : [one];
}
