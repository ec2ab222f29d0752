import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { HOUR_MS } from '#pricing/spot-market.ts';
import { startWorkflow } from '#workflow/start.ts';
import { requireUnflagged } from '../../account-flag/flags.ts';
import { addTimers } from '../../action-timer/action-timers.ts';
import { bindNewDisks } from '../../auto-snapshot-policy/bindings.ts';
import { insertDisks } from '../../disk/disk.ts';
import { newDiskRowOf } from '../../disk/disk-row.ts';
import { ordinaryAddresses } from '../../elastic-address/ordinary.ts';
import { systemFacts } from '../../image/system.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { linkKeyPairs } from '../../key-pair/links.ts';
import { primaryRowOf } from '../../network-interface/primary.ts';
import { takeClusterPlaces } from '../../hpc-cluster/verbs/clusters.ts';
import { placementGroupFaults } from '../../placement-group/faults.ts';
import { ledgerFaults } from '../../ledger/faults.ts';
import { freeze } from '../../ledger/freeze.ts';
import { evenly } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { dedicatedHostFaults } from '../../dedicated-host/faults.ts';
import { priceFaults } from '../../price/faults.ts';
import { addedSums } from '../../price/price.ts';
import type { Scope } from '../../scope.ts';
import { requireRoom } from '../../security-group/verbs/require-room.ts';
import { formatAddress } from '../../subnet/cidr.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { defaultNetwork } from '../../subnet/verbs/default-network.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { newRowOf } from '../instance-row.ts';
import type { NewlyMade } from '../instance-row.ts';
import type { Spot } from '../instance.ts';
import { addLaunchInterfaces } from '../launch-interfaces.ts';
import { launchFaults } from '../launch-faults.ts';
import { requirePaidTerm } from '../paid-term.ts';
import type { PaidTerm } from '../paid-term.ts';
import { launchOperation, saveLinksAndBlobs, settled } from '../launch-rows.ts';
import { bindingsOfLaunch, disksOfLaunch, settleLogin } from '../launch-parts.ts';
import { launchName, type LaunchNames } from '../launch-names.ts';
import type { LaunchRequest } from '../launch-request.ts';
import { type Booked, dedicatedByHost, takeNetwork, takePlace } from '../launch-booking.ts';
import { takenKeys } from '../table.ts';
import { expiryTarget } from '../timers.ts';
import { type LaunchPlan, type Offer, planLaunch } from './plan-launch.ts';
import { launchHour, launchParts, launchPrices } from './price-launch.ts';
import { scheduleRelease } from './set-timers.ts';
import { expireWorkflow } from '../workflows/expire.ts';
import { watchSpot } from '../workflows/watch-spot.ts';
import { type Hold, launchWorkflow } from '../workflows/launch.ts';

/** What was launched, and what was paid for it in advance. */
export interface Bought {
  /** In the order of their names. */
  readonly keys: readonly string[];
  /** Null where it is paid by use. */
  readonly order: { readonly key: string; readonly microYuan: number } | null;
}

/**
 * Launches instances: everything they hold (room, stock, quota, addresses, disks) is booked, and
 * what they cost in advance is paid, in the transaction that creates them, and a workflow makes
 * their machines. At least `countMin` of them, all or nothing where that is `count`.
 */
export const buyLaunch = verb(
  [
    requireUnflagged,
    planLaunch,
    requireRoom,
    instanceTypeFaults.soldOut,
    instanceTypeFaults.belowMinimum,
    instanceFaults.quotaExceeded,
    instanceFaults.publicAddressesExhausted,
    takeSubnetAddresses,
    launchFaults.periodNotSold,
    defaultNetwork,
    addLaunchInterfaces,
    priceFaults.tooLarge,
    placeOrder,
    placementGroupFaults.membersExceeded,
    placementGroupFaults.cannotSpread,
    takeClusterPlaces,
    ledgerFaults.balanceInsufficient,
    ledgerFaults.inArrears,
    dedicatedHostFaults.noRoom,
  ],
  async (scope: Scope, request: LaunchRequest): Promise<Bought> => {
    await requireUnflagged(scope, request);
    const plan = await planLaunch(scope, request);
    if (plan.groups !== null) await requireRoom(scope, plan.groups, () => request.count);
    const booked = await takePlace(scope, request, plan);
    const instances = await create(scope, request, { plan, booked });
    const keys = instances.map(({ key }) => key);
    const order = await payLaunch(scope, request, { plan, offer: booked, keys });
    const batch = instances[0]?.batch ?? '';
    const { interfaces: asked } = request;
    const added = asked === undefined ? [] : await addLaunchInterfaces(scope, asked, instances);
    const hold = await freezeLaunch(scope, request, { plan, offer: booked, keys });
    const input = {
      keys,
      start: request.start,
      ...(added.length > 0 && { interfaces: added }),
      ...(hold !== undefined && { hold }),
    };
    await startWorkflow(scope.db, launchWorkflow, {
      target: `launch:${batch}`,
      input,
      now: scope.now,
    });
    await releaseLater(scope, request, instances);
    await expireLater(scope, instances);
    if (request.spot !== null) await watchLater(scope, request.spot, instances);
    return { keys, order };
  },
);

/** The same, of which the keys alone are answered. */
export const launchInstances = verb(
  [buyLaunch],
  async (scope: Scope, request: LaunchRequest): Promise<readonly string[]> => {
    return (await buyLaunch(scope, request)).keys;
  },
);

/** What is paid in advance for the instances that were launched, which may be fewer than asked. */
async function payLaunch(
  scope: Scope,
  request: LaunchRequest,
  { keys, ...at }: { readonly plan: LaunchPlan; readonly offer: Offer; readonly keys: Keys },
): Promise<Bought['order']> {
  if (request.prepaid === null) return null;
  const { instance, internet } = launchPrices(scope, { ...request, count: keys.length }, at);
  const { paid: microYuan } = addedSums([instance, internet]);
  const { expiresAt } = requirePaidTerm(scope.now, {
    count: request.prepaid.period,
    unit: request.prepaid.unit,
  });
  const parts = launchParts(scope, request, at);
  const { key } = await placeOrder(scope, {
    kind: 'launch',
    lines: evenly(keys, microYuan, {
      term: { from: scope.now, until: expiresAt },
      whole: { region: request.region, parts },
    }),
  });
  return { key, microYuan };
}

/** Sets an hour of what is paid by the hour aside (seed 004 L8558). */
async function freezeLaunch(
  scope: Scope,
  request: LaunchRequest,
  { keys, ...at }: { readonly plan: LaunchPlan; readonly offer: Offer; readonly keys: Keys },
): Promise<Hold | undefined> {
  const eachMicroYuan = launchHour(scope, request, at);
  if (eachMicroYuan === 0) return undefined;
  await freeze(scope, eachMicroYuan * keys.length);
  return { account: scope.account, eachMicroYuan };
}

type Keys = ReadonlyArray<Key<'instance'>>;

/** One timer for each, so that a release by hand cancels that of the one instance. */
async function releaseLater(
  scope: Scope,
  { releaseAt: at }: LaunchRequest,
  instances: readonly NewlyMade[],
): Promise<void> {
  if (at === null) return;
  for (const { key } of instances) await scheduleRelease(scope, key, at);
  await addTimers(scope, instances, at);
}

/** A timer for each that was paid in advance. */
async function expireLater({ db, now }: Scope, instances: readonly NewlyMade[]): Promise<void> {
  for (const { key, expiresAt: at } of instances) {
    if (at === null) continue;
    const target = expiryTarget(key);
    await startWorkflow(db, expireWorkflow, { target, input: { key, at }, now, dueAt: at });
  }
}

/** Spot instances that have a limit: they are kept for as long as was asked for. */
async function watchLater(
  { db, now }: Scope,
  spot: Spot,
  instances: readonly NewlyMade[],
): Promise<void> {
  const from = now + spot.durationHours * HOUR_MS;
  for (const instance of instances) await watchSpot(db, instance, { from, now });
}

async function create(
  scope: Scope,
  request: LaunchRequest,
  { plan, booked }: { readonly plan: LaunchPlan; readonly booked: Booked },
): Promise<readonly NewlyMade[]> {
  const { zone, type, hosts, parts } = booked;
  const network = await takeNetwork(scope, request, { plan, zone });
  const keys = await freshKeys(scope, hosts.length);
  const named = request.network.addresses.slice(0, hosts.length);
  const count = named.length === 0 ? hosts.length : 0;
  const addresses = await takeSubnetAddresses(scope, network.subnet, { named, count });
  const reached = { region: request.region, keys: request.publicAddress ? keys : [] };
  const publicAddresses = await ordinaryAddresses(scope, reached);
  const nameOf = (names: LaunchNames | null, index: number): string | null => {
    if (names === null) return null;
    const id = scope.cloud.catalogue.instanceId(request.launchedBy, keys[index] ?? '');
    return launchName(names, index, { id, address: formatAddress(addresses[index] ?? 0) });
  };
  const login = await settleLogin(scope, request.login, { keys, image: plan.image });
  const term = termOf(scope, request);
  const batch = keys[0] ?? '';
  const dedicated = dedicatedByHost(plan);
  const instances = keys.map((key, index): NewlyMade => ({
    key,
    batch,
    account: scope.account,
    region: request.region,
    zone,
    state: 'creating',
    name: nameOf(request.names, index),
    hostName: nameOf(request.hostNames, index),
    type: type.name,
    cpu: type.cpu,
    memoryMiB: type.memoryMiB,
    image: request.image,
    system: systemFacts(plan.image),
    vpc: network.vpc,
    subnet: network.subnet,
    privateAddress: addresses[index] ?? null,
    publicAddress: publicAddresses[index] ?? null,
    login,
    host: hosts[index] ?? null,
    placementPart: parts[index] ?? null,
    dedicatedHost: dedicated.get(hosts[index] ?? '') ?? null,
    createdAt: scope.now,
    ...term,
    operationRequest: scope.requestId,
    ...settled(request),
  }));
  await insert(scope, request, { instances, plan, groups: network.securityGroups });
  return instances;
}

async function insert(
  scope: Scope,
  request: LaunchRequest,
  at: {
    readonly instances: readonly NewlyMade[];
    readonly plan: LaunchPlan;
    readonly groups: ReadonlyArray<Key<'security-group'>>;
  },
): Promise<void> {
  const { instances, groups } = at;
  const disks = disksOfLaunch(scope, at.plan, instances);
  const resources = instances.map(({ key }) => key);
  const tagged = { account: scope.account, kind: 'instance', resources } as const;
  const { login } = request;
  const keyPairs = login.by === 'key-pairs' ? [...new Set(login.keyPairs)] : [];
  // At once: none needs the answer of another, and a database over a network is asked once.
  await Promise.all([
    scope.db.insert('instances', instances.map(newRowOf)),
    scope.db.insert('network_interfaces', instances.map(primaryRowOf)),
    scope.db.insert('operations', instances.map(launchOperation)),
    insertDisks(scope.db, disks.map(newDiskRowOf)),
    bindNewDisks(scope, bindingsOfLaunch(request, disks)),
    saveLinksAndBlobs(scope.db, request, { instances: resources, groups }),
    linkKeyPairs(scope.db, resources, keyPairs),
    saveTags(scope.db, tagged, request.tags),
  ]);
}

function termOf(
  { now }: Scope,
  { prepaid }: LaunchRequest,
): PaidTerm | { readonly [Name in keyof PaidTerm]: null } {
  if (prepaid === null) return { expiresAt: null, renewalDay: null };
  return requirePaidTerm(now, { count: prepaid.period, unit: prepaid.unit });
}

/** Keys that no instance has: a collision is drawn again (D13). */
async function freshKeys(scope: Scope, count: number): Promise<readonly string[]> {
  const keys = new Set<string>();
  while (keys.size < count) {
    while (keys.size < count) keys.add(newKey(scope.cloud.random));
    for (const { key } of await scope.db.all(takenKeys, { keys: [...keys] })) keys.delete(key);
  }
  return [...keys];
}
