import type { ReadContext } from '#apis/context.ts';
import { aliyunTypeSource } from '#catalogue/aliyun/types.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';

/** A type of this vendor by its name. @throws instance-type.notFound */
export function spotTypeOf({ cloud }: ReadContext, name: string): InstanceType {
  const type = cloud.catalogue.instanceType(name);
  if (type?.catalogue === aliyunTypeSource.catalogue) return type;
  throw instanceTypeFaults.notFound({ type: name });
}
