import { haVipOfVpc } from '../ha-vip/usage.ts';
import { addressedInstances, vpcsOfInstances } from '../instance/usage.ts';
import { isInternetGatewayOf } from '../internet-gateway/usage.ts';
import { isNatGatewayOf } from '../nat-gateway/usage.ts';
import { interfacesOfKeys } from '../network-interface/by-keys.ts';
import type { ReadScope } from '../scope.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { routeFaults } from './route-faults.ts';
import type { NextHop, NextHopKind } from './route-table.ts';
import type { AskedHop } from './routes.ts';

/** Finds a next hop of a network: its private address, or ""; undefined where it is not there. */
type Finder = (scope: ReadScope, vpc: string, key: string) => Promise<string | undefined>;

const finders: Readonly<Record<NextHopKind, Finder>> = {
  instance: async (scope, vpc, key) => {
    const found = await instanceOfVpc(scope, vpc, { key, address: -1 });
    return found && formatAddress(found.private_ip);
  },
  'nat-gateway': async (scope, vpc, key) =>
    (await isNatGatewayOf(scope, vpc, key)) ? '' : undefined,
  'ipv4-gateway': async (scope, vpc, key) =>
    (await isInternetGatewayOf(scope, vpc, { key, family: 'ipv4' })) ? '' : undefined,
  'network-interface': async ({ db, account, sees }, vpc, key) => {
    const found = (await interfacesOfKeys(db, [key])).get(key);
    if (found?.vpc !== vpc || found.account !== account || !sees(found.zone)) return undefined;
    return formatAddress(found.address);
  },
  'ha-vip': async (scope, vpc, key) => {
    const found = await haVipOfVpc(scope, vpc, key);
    return found && formatAddress(found.address);
  },
  // The public address that each machine itself has: there is nothing to find.
  'public-address': async () => '',
};

/** The next hop of a network that is asked for. @throws route.nextHopNotFound */
export async function nextHopOf(scope: ReadScope, vpc: string, asked: AskedHop): Promise<NextHop> {
  if ('address' in asked) {
    const found = await instanceOfVpc(scope, vpc, { key: '', address: asked.address });
    const address = formatAddress(asked.address);
    if (found === undefined) throw routeFaults.nextHopNotFound({ hop: address });
    return { kind: 'instance', key: found.key, address };
  }
  const { kind, key } = asked;
  const address = await finders[kind](scope, vpc, key);
  if (address === undefined) throw routeFaults.nextHopNotFound({ [kind]: key });
  return { kind, key, address };
}

/**
 * Tells of next hops whether they are in a network still: an instance may have moved to another
 * one. Gateways and high-availability addresses never go under their routes.
 */
export async function hopsThere(
  { db }: ReadScope,
  hops: readonly NextHop[],
): Promise<(vpc: string, hop: NextHop) => boolean> {
  const keysOf = (kind: NextHopKind) =>
    hops.filter((hop) => hop.kind === kind).map(({ key }) => key);
  const interfaces = await interfacesOfKeys(db, keysOf('network-interface'));
  const instances = await vpcsOfInstances(db, keysOf('instance'));
  const isIn: Readonly<Record<NextHopKind, (vpc: string, key: string) => boolean>> = {
    instance: (vpc, key) => instances.get(key) === vpc,
    'network-interface': (vpc, key) => interfaces.get(key)?.vpc === vpc,
    'nat-gateway': () => true,
    'ipv4-gateway': () => true,
    'ha-vip': () => true,
    'public-address': () => true,
  };
  return (vpc, { kind, key }) => isIn[kind](vpc, key);
}

/** The instance of a network with that key or that private address, which the asker sees. */
async function instanceOfVpc(
  { db, account, sees }: ReadScope,
  vpc: string,
  by: { readonly key: string; readonly address: number },
) {
  const found = await db.all(addressedInstances, { account, vpc, ...by });
  for (const { key, zone, private_ip } of found) {
    if (private_ip !== null && sees(zone)) return { key, private_ip };
  }
  return undefined;
}
