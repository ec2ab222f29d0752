import type { Instance } from '#resources/instance/instance.ts';

/**
 * What this vendor alone knows of an instance that was launched through it, kept under the names
 * of its parameters. What is missing was not given.
 */
export interface InstanceOwn {
  readonly CreditSpecification?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
  readonly Isp?: string | undefined;
  readonly PtpStatus?: string | undefined;
  readonly CpuOptions?: OwnCpu | undefined;
  readonly PrivateDnsNameOptions?: OwnDns | undefined;
}

export interface OwnCpu {
  readonly Core?: number | undefined;
  readonly ThreadsPerCore?: number | undefined;
  readonly TopologyType?: string | undefined;
  readonly Numa?: string | undefined;
  readonly NestedVirtualization?: string | undefined;
}

export interface OwnDns {
  readonly HostnameType?: string | undefined;
  readonly EnableInstanceIdDnsARecord?: boolean | undefined;
  readonly EnableInstanceIdDnsAAAARecord?: boolean | undefined;
  readonly EnableIpDnsARecord?: boolean | undefined;
  readonly EnableIpDnsPtrRecord?: boolean | undefined;
}

/** What one launched through another vendor has is that vendor's. */
export function ownOf({ launchedBy, own }: Instance): InstanceOwn {
  return launchedBy === 'aliyun' ? own : {};
}
