import { addressedInstances } from '../instance/usage.ts';
import type { Scope } from '../scope.ts';
import { containsAddress, formatAddress, parseCidr } from '../subnet/cidr.ts';
import { verb } from '../verb.ts';
import { blocksOfVpcs } from '../vpc/usage.ts';
import { dnatRuleFaults } from './dnat-faults.ts';
import { natGatewayFaults } from './faults.ts';
import { namedAddresses } from './gateway-addresses.ts';
import type { NatGateway } from './nat-gateway.ts';
import { portsMeet, portsOf, type Ports } from './ports.ts';
import type { DnatRoute, DnatRule } from './rules.ts';
import { snatRulesOf } from './usage.ts';

/** What the rules of a vendor's users must be like besides. */
export interface DnatPolicy {
  /** Whether a private address has to be one of a machine. */
  readonly machinesAlone: boolean;
  /** Whether a private address and port are in one rule alone. */
  readonly privateOnce: boolean;
  /** Whether a rule may take a high port of a public address through which packets leave. */
  readonly sharesHighPorts: boolean;
}

/** Ports above these are of connections that leave, where packets leave through an address. */
const LOW_PORT_MAX = 1024;

/** Checks a rule against those that are there. Answers the key of its public address. */
export const checkedRoute = verb(
  [
    natGatewayFaults.addressElsewhere,
    dnatRuleFaults.publicPortMalformed,
    dnatRuleFaults.privatePortMalformed,
    dnatRuleFaults.privateOutside,
    dnatRuleFaults.privateNoMachine,
    dnatRuleFaults.publicTaken,
    dnatRuleFaults.privateTaken,
    dnatRuleFaults.usedBySnat,
  ],
  async (
    scope: Scope,
    gateway: NatGateway,
    asked: {
      readonly route: DnatRoute;
      readonly others: readonly DnatRoute[];
      readonly policy: DnatPolicy;
    },
  ): Promise<DnatRule['address']> => {
    const { route, others, policy } = asked;
    const ports = portsAsked(route);
    const [address] = await namedAddresses(scope, gateway, [route.publicAddress]);
    await checkPrivate(scope, gateway, asked);
    if (others.some((other) => isSamePublic(route, other))) {
      const detail = { address: formatAddress(route.publicAddress), port: route.publicPort };
      throw dnatRuleFaults.publicTaken(detail);
    }
    if (policy.privateOnce && others.some((other) => isSamePrivate(route, other))) {
      const detail = { address: formatAddress(route.privateAddress), port: route.privatePort };
      throw dnatRuleFaults.privateTaken(detail);
    }
    const key = address?.key ?? '';
    const takesHigh = ports.last > LOW_PORT_MAX && !policy.sharesHighPorts;
    const takesAll = route.protocol === 'any';
    if (takesAll || takesHigh) await refuseUsedBySnat(scope, gateway, { ...route, key });
    return key;
  },
);

/** The public ports; the private ones are as many. */
function portsAsked({ protocol, publicPort, privatePort }: DnatRoute): Ports {
  const [outer, inner] = [portsOf(publicPort), portsOf(privatePort)];
  const isWhole = protocol === 'any';
  if (outer === undefined || (publicPort === 'any') !== isWhole) {
    throw dnatRuleFaults.publicPortMalformed();
  }
  const isAsMany = inner !== undefined && inner.last - inner.first === outer.last - outer.first;
  if (!isAsMany || (privatePort === 'any') !== isWhole) {
    throw dnatRuleFaults.privatePortMalformed({ port: privatePort });
  }
  return outer;
}

async function checkPrivate(
  { db, account, sees }: Scope,
  { vpc }: NatGateway,
  { route, policy }: { readonly route: DnatRoute; readonly policy: DnatPolicy },
): Promise<void> {
  const { privateAddress: address } = route;
  const detail = { address: formatAddress(address) };
  const blocks = (await blocksOfVpcs(db, [vpc])).get(vpc) ?? [];
  const inside = blocks.some((text) => {
    const block = parseCidr(text);
    return block !== undefined && containsAddress(block, address);
  });
  if (!inside) throw dnatRuleFaults.privateOutside(detail);
  if (!policy.machinesAlone) return;
  const there = await db.all(addressedInstances, { account, vpc, key: '', address });
  if (!there.some(({ zone }) => sees(zone))) throw dnatRuleFaults.privateNoMachine(detail);
}

/** Whether two take the same packets. */
export function isSamePublic(one: DnatRoute, other: DnatRoute): boolean {
  const sameProtocol =
    one.protocol === other.protocol || one.protocol === 'any' || other.protocol === 'any';
  if (one.publicAddress !== other.publicAddress || !sameProtocol) return false;
  return meet(one.publicPort, other.publicPort);
}

function isSamePrivate(one: DnatRoute, other: DnatRoute): boolean {
  if (one.privateAddress !== other.privateAddress || one.protocol !== other.protocol) return false;
  return meet(one.privatePort, other.privatePort);
}

function meet(one: string, other: string): boolean {
  const [these, those] = [portsOf(one), portsOf(other)];
  return these !== undefined && those !== undefined && portsMeet(these, those);
}

async function refuseUsedBySnat(
  { db }: Scope,
  { key: gateway }: NatGateway,
  { key, publicAddress }: Pick<DnatRoute, 'publicAddress'> & { readonly key: string },
): Promise<void> {
  const leaving = (await snatRulesOf(db, [gateway])).get(gateway) ?? [];
  if (!leaving.some(({ addresses }) => addresses.includes(key))) return;
  throw dnatRuleFaults.usedBySnat({ address: formatAddress(publicAddress) });
}
