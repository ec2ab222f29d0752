import type { Instance } from '#resources/instance/instance.ts';
import type { InferIn } from '#wire/infer.ts';
import type { request } from '../models/run-instances.ts';

type Asked = InferIn<typeof request>;

/**
 * What this vendor alone knows of an instance that was launched through it, kept under the names
 * of its parameters. What is missing was not given.
 */
export interface InstanceOwn {
  readonly CreditSpecification?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
  readonly Isp?: string | undefined;
  readonly PtpStatus?: string | undefined;
  readonly CpuOptions?: Partial<NonNullable<Asked['CpuOptions']>> | undefined;
  readonly PrivateDnsNameOptions?: Partial<NonNullable<Asked['PrivateDnsNameOptions']>> | undefined;
}

/** What one launched through another vendor has is that vendor's. */
export function ownOf({ launchedBy, own }: Instance): InstanceOwn {
  return launchedBy === 'aliyun' ? own : {};
}
