import type { Code } from '#wire/shape.ts';
import { pageCode } from './page-codes.ts';

const noAddress = pageCode(
  'QuotaExceeded.PrivateIpAddress',
  "Don't have enough private IPs in this switch.",
);
const otherNetwork = pageCode(
  'InvalidParameter.Mismatch',
  'Specified security group and virtual switch are not in the same VPC.',
);

/**
 * What the pages of RunInstances and CreateInstance say to refusals of networks. Of several
 * statuses for an unknown vSwitch, 404 is the one that all seeds list.
 */
export const launchSays: Readonly<Record<string, Code>> = {
  'subnet.notFound': pageCode(
    'InvalidVSwitchId.NotFound',
    'Specified virtual switch does not exist.',
    404,
  ),
  'subnet.notInVpc': otherNetwork,
  'subnet.addressOutside': pageCode(
    'InvalidPrivateIpAddress',
    'Specified private IP address is not in the CIDR block of virtual switch.',
  ),
  'subnet.addressReserved': pageCode(
    'InvalidPrivateIpAddress',
    'Specified private IP address is reserved by the virtual switch.',
  ),
  'subnet.addressInUse': pageCode(
    'InvalidPrivateIpAddress.Duplicated',
    'Specified private IP address is duplicated.',
  ),
  'subnet.addressesExhausted': noAddress,
  'subnet.noRoom': pageCode(
    'InvalidVSwitch.DefaultVSwitchNotSupport',
    "The specified zone in vpc can't support create default vSwitch.",
    403,
  ),
  'security-group.notFound': pageCode(
    'InvalidSecurityGroupId.NotFound',
    'The specified SecurityGroupId does not exist.',
    404,
  ),
  'security-group.notInVpc': otherNetwork,
};
