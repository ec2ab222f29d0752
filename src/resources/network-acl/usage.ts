import type { Reader } from '#store/store.ts';
import { networkAclsOfVpc } from './table.ts';

/** Whether a network has network ACLs. */
export async function hasNetworkAcls(reader: Reader, vpc: string): Promise<boolean> {
  return (await reader.first(networkAclsOfVpc, { vpc })) !== undefined;
}

/** How many network ACLs a network has. */
export async function countNetworkAcls(reader: Reader, vpc: string): Promise<number> {
  return (await reader.all(networkAclsOfVpc, { vpc })).length;
}
