import { subnetFaults } from '#resources/subnet/faults.ts';

/** The IPv6 block of a vSwitch is one of the 256 of its VPC's, by its last eight bits. */
export const vSwitchIpv6 = {
  Ipv6CidrBlock: { min: 0, max: 255, reasons: subnetFaults.ipv6Outside },
  // Only this one is supported.
  Ipv6CidrMask: { min: 64, max: 64, reasons: subnetFaults.ipv6Outside },
  VpcIpv6CidrBlock: { max: 64, reasons: subnetFaults.ipv6Outside },
} as const;

/** Which part is asked for; undefined where none is. */
export function partAsked(input: {
  readonly Ipv6CidrBlock?: number | undefined;
  readonly Ipv6CidrMask?: number | undefined;
}): number | 'any' | undefined {
  const { Ipv6CidrBlock: number, Ipv6CidrMask: mask } = input;
  return number ?? (mask === undefined ? undefined : 'any');
}
