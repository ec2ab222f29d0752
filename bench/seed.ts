// Fills a new data directory with networks and running instances, through the product's own use
// cases on its own store, so that all books are as it would have kept them; an audit that shares
// no code with it agrees, or this fails. Run by the benchmarks: node bench/seed.ts DIRECTORY COUNT
import process from 'node:process';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { rootAccount } from '#resources/account/accounts.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import type { Scope } from '#resources/scope.ts';
import { createSubnet } from '#resources/subnet/verbs/create-subnet.ts';
import { privateRanges } from '#resources/subnet/cidr-rules.ts';
import { createVpc } from '#resources/vpc/verbs/create-vpc.ts';
import { boot } from '#server/boot.ts';
import { auditSettled } from '../test/support/audit.ts';
import { launched, rootKey } from './requests.ts';

/** What a seeded directory holds; ids are keys without the vendor's prefix. */
export interface Seeded {
  readonly instances: readonly string[];
  readonly vpc: string;
  /** With 65,533 addresses each, all free. */
  readonly freeSubnets: readonly string[];
}

/** Where the stored instances are, half in each. */
const storedZones = ['guangzhou-3', 'guangzhou-4'];
const freeZone = 'guangzhou-6';
/** Room for what all rounds of a run launch. */
const FREE_SUBNETS = 8;
const INSTANCES_PER_SUBNET = 50_000;
const BATCH = 200;
/** Batches that are written before their machines are waited for. */
const BATCHES_AT_ONCE = 16;

const mask = { bitsMin: 8, bitsMax: 29 };

async function seed(directory: string, count: number): Promise<Seeded> {
  const delaysMs = { ...defaultConfiguration.delaysMs, boot: { min: 0, max: 0 } };
  const server = await boot({ data: directory, rootKey, admin: false, simulation: { delaysMs } });
  const write = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
    server.store.write((db) => {
      const { cloud } = server;
      const now = server.clock.clock.now();
      return work({ db, cloud, now, account: rootAccount, requestId: 'seed', sees: () => true });
    });
  const { vpc, storedIn, freeSubnets } = await write((scope) => makeNetworks(scope, count));
  const instances: string[] = [];
  let batches: Array<Promise<readonly string[]>> = [];
  const settle = async (): Promise<void> => {
    for (const keys of await Promise.all(batches)) instances.push(...keys);
    batches = [];
    await server.engine.idle();
  };
  for (let made = 0; made < count; made += BATCH) {
    const subnet = storedIn[Math.floor((made * storedIn.length) / count)];
    if (subnet === undefined) throw new Error('There is no subnet to launch into.');
    const request = launchOf(Math.min(BATCH, count - made), vpc, subnet);
    batches.push(write((scope) => launchInstances(scope, request)));
    if (batches.length === BATCHES_AT_ONCE) await settle();
  }
  await settle();
  const problems = await auditSettled(server.store);
  await server.stop();
  if (problems.length === 0) return { instances, vpc, freeSubnets };
  throw new Error(`The seeded books are wrong:\n${problems.slice(0, 20).join('\n')}`);
}

interface Networks {
  readonly vpc: string;
  readonly storedIn: ReadonlyArray<{ readonly zone: string; readonly key: string }>;
  readonly freeSubnets: readonly string[];
}

async function makeNetworks(scope: Scope, count: number): Promise<Networks> {
  const allowed = privateRanges.map((within) => ({ within, mask }));
  const vpc = await createVpc(scope, {
    region: 'guangzhou',
    name: 'bench',
    cidr: '10.0.0.0/8',
    rule: { allowed, excluded: [] },
    details: {},
    tags: [],
  });
  let subnets = 0;
  const subnetIn = async (zone: string) => {
    const block = { cidr: `10.${subnets}.0.0/16` };
    subnets += 1;
    const asked = { zone, block, mask, name: null, description: '', tags: [] };
    return createSubnet(scope, { vpc: vpc.key, ...asked });
  };
  const storedIn: Array<Networks['storedIn'][number]> = [];
  const perZone = Math.ceil(count / storedZones.length / INSTANCES_PER_SUBNET);
  for (const zone of storedZones) {
    for (let made = 0; made < perZone; made += 1) storedIn.push(await subnetIn(zone));
  }
  const freeSubnets: string[] = [];
  while (freeSubnets.length < FREE_SUBNETS) freeSubnets.push((await subnetIn(freeZone)).key);
  return { vpc: vpc.key, storedIn, freeSubnets };
}

function launchOf(count: number, vpc: string, subnet: Networks['storedIn'][number]): LaunchRequest {
  const { category } = launched;
  const disk = { category, isLocal: false, name: null, deleteWithInstance: true, doc: {} };
  return {
    launchedBy: 'tencent',
    region: 'guangzhou',
    zones: [subnet.zone],
    types: [launched.type],
    image: launched.image,
    count,
    countMin: count,
    network: { vpc, subnet: subnet.key, addresses: [] },
    securityGroups: [],
    chargeType: 'postpaid',
    prepaid: null,
    spot: null,
    systemDisk: { ...disk, sizeGiB: launched.diskGiB },
    dataDisks: [],
    internet: { chargeType: 'traffic', outMbps: 0, inMbps: 0, package: null },
    publicAddress: false,
    login: { by: 'generated-password' },
    names: { pattern: ['bench'] },
    hostNames: null,
    description: null,
    tags: [],
    project: 0,
    userData: null,
    protected: false,
    releaseAt: null,
    start: true,
    own: {},
  };
}

const [directory, count] = process.argv.slice(2);
if (import.meta.main && directory !== undefined) {
  process.stdout.write(JSON.stringify(await seed(directory, Number(count))));
}
