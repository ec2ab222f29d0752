import { networkAclFaults as faults } from '#resources/network-acl/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { id } from '#wire/builders.ts';
import { clientToken } from '../../parameters.ts';

const NO_ADDRESS = /^(?!https?:\/\/)/;

/** What creating a network ACL and changing it take alike. */
export const aclNames = {
  NetworkAclName: {
    max: 128,
    pattern: NO_ADDRESS,
    reasons: { length: faults.nameTooLong, pattern: faults.nameMalformed },
  },
  Description: {
    max: 256,
    pattern: NO_ADDRESS,
    reasons: { length: faults.descriptionTooLong, pattern: faults.descriptionMalformed },
  },
  ClientToken: clientToken,
} as const;

/** The vSwitches of an association, up to thirty. */
export const aclResources = {
  Resource: {
    min: 1,
    max: 30,
    required: true,
    reasons: { missing: faults.subnetsUnnamed, count: faults.tooManySubnets },
    item: {
      fields: {
        ResourceId: id('subnet', { required: true, reasons: { unknown: subnetFaults.notFound } }),
        ResourceType: { required: true, values: ['VSwitch'], reasons: faults.resourceKindUnknown },
      },
    },
  },
  ClientToken: clientToken,
} as const;
