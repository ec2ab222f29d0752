import { launchFaults } from '#resources/instance/launch-faults.ts';
import { only, overlay } from '#wire/overlay.ts';
import { launchGiven } from '../../structs/instance/launch-input.ts';

const fields = only(
  launchGiven,
  'Placement',
  'ImageId',
  'InstanceChargeType',
  'InstanceChargePrepaid',
  'InstanceType',
  'SystemDisk',
  'DataDisks',
  'VirtualPrivateCloud',
  'InternetAccessible',
  'InstanceCount',
  'InstanceName',
  'LoginSettings',
  'SecurityGroupIds',
  'EnhancedService',
  'ClientToken',
  'HostName',
  'TagSpecification',
  'InstanceMarketOptions',
  'Metadata',
  'HpcClusterId',
  'CpuTopology',
  'LaunchTemplate',
  'NetworkInterfaces',
);

/** The input of a launch as its inquiry has it (seed 004 L11984-12190): bounded more tightly. */
export const inquiryInput = overlay(fields, {
  // Three ways (L12014): CDHPAID is told of in the text of InstanceType alone (L12074).
  InstanceCount: { max: 100 },
  // One address, of one instance (L12103).
  VirtualPrivateCloud: { fields: { PrivateIpAddresses: { max: 1 } } },
  // L12160.
  HostName: { max: 30, reasons: { length: launchFaults.hostNameMalformed } },
});
