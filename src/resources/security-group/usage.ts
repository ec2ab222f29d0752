import type { Reader } from '#store/store.ts';
import { firstSecurityGroupOf } from './table.ts';

/** Whether security groups belong to the network. */
export async function hasSecurityGroups(reader: Reader, vpc: string): Promise<boolean> {
  return (await reader.first(firstSecurityGroupOf, { vpc })) !== undefined;
}
