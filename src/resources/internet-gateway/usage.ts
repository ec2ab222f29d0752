import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { internetGatewayOf, type GatewayFamily, type InternetGateway } from './internet-gateway.ts';
import { internetGatewaysOfVpc, ownInternetGateway } from './table.ts';

/** The gateways of a network, that of IPv4 first. */
export async function gatewaysOfVpc(
  reader: Reader,
  vpc: string,
): Promise<readonly InternetGateway[]> {
  return (await reader.all(internetGatewaysOfVpc, { vpc })).map(internetGatewayOf);
}

/** Whether a network of the account has that gateway. */
export async function isInternetGatewayOf(
  { db, account }: ReadScope,
  vpc: string,
  { key, family }: { readonly key: string; readonly family: GatewayFamily },
): Promise<boolean> {
  const row = await db.first(ownInternetGateway, { account, key, family });
  return row?.vpc === vpc;
}
