/**
 * A type as sizes.ts and special-sizes.ts have it, sample data (D21):
 * [name after the family, vCPUs, GiB, Mbit/s, thousand packets a second, queues,
 * interfaces, private addresses of each, IPv6 addresses of each, cards or local disks,
 * GiB of each local disk where it is not the family's]
 */
export type SizeRow = readonly [
  size: string,
  cpu: number,
  memoryGiB: number,
  mbps: number,
  thousandPacketsPerSecond: number,
  queues: number,
  interfaces: number,
  addresses: number,
  ipv6Addresses: number,
  devices?: number,
  deviceGiB?: number,
];
