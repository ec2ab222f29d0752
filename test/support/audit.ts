import { nouns } from '#resources/nouns.ts';
import type { Reader, Store } from '#store/store.ts';
import type { ElasticAddressRow } from '#store/schema/elastic-address.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import type { InstanceRow } from '#store/schema/instance.ts';
import type { InterfaceAddressRow, NetworkInterfaceRow } from '#store/schema/network-interface.ts';
import { auditDisks, unsettledDisks } from './audit-disks.ts';
import { auditElasticAddresses } from './audit-elastic-addresses.ts';
import { auditImages, auditSettledImages } from './audit-images.ts';
import {
  auditInterfaceLinks,
  auditInterfaces,
  auditIpv6Addresses,
  unsettledInterfaces,
} from './audit-interfaces.ts';
import { auditLedger } from './audit-ledger.ts';
import { auditRules } from './audit-rules.ts';
import { auditSnapshots } from './audit-snapshots.ts';

/** States in which an instance holds room, addresses, quota and links. */
const HOLDING = (row: InstanceRow): boolean => row.state !== 'launch-failed';

/**
 * Recomputes from the rows alone what the books must say: capacity of every host, addresses of
 * every range, quota of every zone, links and disks. Answers what does not fit; empty is well.
 * It shares no code with what keeps the books.
 */
export async function audit(store: Store): Promise<readonly string[]> {
  return store.read(async (reader) => {
    const { db } = reader;
    const books = {
      instances: await db.selectFrom('instances').selectAll().execute(),
      disks: await db.selectFrom('disks').selectAll().execute(),
      interfaces: await db.selectFrom('network_interfaces').selectAll().orderBy('seq').execute(),
      interfaceAddresses: await db.selectFrom('interface_addresses').selectAll().execute(),
      hosts: await db.selectFrom('hosts').selectAll().execute(),
      typeChanges: await db.selectFrom('type_changes').selectAll().execute(),
      ranges: await db.selectFrom('address_ranges').selectAll().execute(),
      released: await db.selectFrom('released_addresses').selectAll().execute(),
      advance: await db.selectFrom('advance_addresses').selectAll().execute(),
      reserved: await db.selectFrom('reserved_addresses').selectAll().execute(),
      haVips: await db.selectFrom('ha_vips').select(['subnet', 'address', 'key']).execute(),
      servers: await db.selectFrom('hosted_server_networks').selectAll().execute(),
      gateways: await db.selectFrom('nat_gateways').selectAll().execute(),
      publicAddresses: await db.selectFrom('elastic_addresses').selectAll().execute(),
      counters: await db.selectFrom('counters').selectAll().execute(),
      links: await db.selectFrom('instance_security_groups').selectAll().execute(),
      workflows: await db.selectFrom('workflows').selectAll().execute(),
    };
    return [
      ...auditHosts(books),
      ...auditTypeChanges(books),
      ...auditAddresses(books),
      ...auditElasticAddresses(books),
      ...auditCounters(books),
      ...auditLinks(books),
      ...auditDisks(books),
      ...auditInterfaces(books),
      ...(await auditInterfaceLinks(reader)),
      ...(await auditIpv6Addresses(reader)),
      ...auditPlaces(books.instances, books.links.map(keyed)),
      ...auditTimers(books),
      ...(await auditActionTimers(reader, books)),
      ...(await auditOperations(reader, books)),
      ...(await auditTags(reader)),
      ...(await auditKeyPairs(reader)),
      ...(await auditCounted(reader)),
      ...(await auditRules(reader)),
      ...(await auditImages(reader)),
      ...(await auditSnapshots(reader)),
      ...(await auditLedger(reader)),
    ];
  });
}

/** The same, and that nothing is on its way any more: no transitional state, no open work. */
export async function auditSettled(store: Store): Promise<readonly string[]> {
  const transitional = ['creating', 'booting', 'stopping', 'starting', 'rebooting', 'terminating'];
  const unsettled = await store.read(({ db }) =>
    db
      .selectFrom('instances')
      .select(['key', 'state'])
      .where('state', 'in', transitional)
      .execute(),
  );
  const problems = unsettled.map(({ key, state }) => `Instance ${key} is still ${state}.`);
  const disks = await store.read(unsettledDisks);
  const images = await store.read(auditSettledImages);
  const interfaces = await store.read(unsettledInterfaces);
  return [...problems, ...disks, ...interfaces, ...images, ...(await audit(store))];
}

interface Books {
  readonly instances: readonly InstanceRow[];
  readonly typeChanges: ReadonlyArray<{
    instance: string;
    host: string;
    cpu: number;
    memory_mib: number;
    disk_gib: number;
    spot_vcpus: number;
  }>;
  readonly disks: readonly DiskRow[];
  readonly interfaces: readonly NetworkInterfaceRow[];
  readonly interfaceAddresses: readonly InterfaceAddressRow[];
  readonly hosts: ReadonlyArray<{
    key: string;
    cpu_total: number;
    cpu_free: number;
    memory_mib_total: number;
    memory_mib_free: number;
    disk_gib_total: number;
    disk_gib_free: number;
  }>;
  readonly ranges: ReadonlyArray<{
    key: string;
    first: number;
    last: number;
    cursor: number;
    free: number;
  }>;
  readonly reserved: ReadonlyArray<{ subnet: string; address: number; key: string }>;
  readonly haVips: ReadonlyArray<{ subnet: string; address: number; key: string }>;
  readonly servers: ReadonlyArray<{ subnet: string; address: number; server: string }>;
  readonly released: ReadonlyArray<{ range: string; address: number }>;
  readonly advance: ReadonlyArray<{ range: string; address: number }>;
  readonly gateways: ReadonlyArray<{
    key: string;
    subnet: string | null;
    private_ip: number | null;
  }>;
  readonly publicAddresses: readonly ElasticAddressRow[];
  readonly counters: ReadonlyArray<{ account: string; scope: string; name: string; used: number }>;
  readonly links: ReadonlyArray<{ security_group: string; instance: string; position: number }>;
  readonly workflows: ReadonlyArray<{ target: string; kind: string }>;
}

function auditHosts({ instances, disks, hosts, typeChanges }: Books): readonly string[] {
  const gibOn = new Map<string, number>();
  for (const { host, size_gib: gib } of disks) {
    if (host !== null) gibOn.set(host, (gibOn.get(host) ?? 0) + gib);
  }
  const byHost = Map.groupBy(instances.filter(HOLDING), (row) => row.host ?? '');
  const problems: string[] = [];
  for (const host of hosts) {
    const here = byHost.get(host.key) ?? [];
    const sum = (of: (row: InstanceRow) => number): number =>
      here.reduce((total, row) => total + of(row), 0);
    const held = typeChanges.filter((row) => row.host === host.key);
    const more = (of: (row: (typeof held)[number]) => number): number =>
      held.reduce((total, row) => total + of(row), 0);
    const cpu = sum((row) => row.cpu) + more((row) => row.cpu);
    const mib = sum((row) => row.memory_mib) + more((row) => row.memory_mib);
    const gib = (gibOn.get(host.key) ?? 0) + more((row) => row.disk_gib);
    const used = [
      ['vCPU', host.cpu_total - host.cpu_free, cpu],
      ['MiB', host.memory_mib_total - host.memory_mib_free, mib],
      ['GiB', host.disk_gib_total - host.disk_gib_free, gib],
    ] as const;
    for (const [unit, booked, needed] of used) {
      if (booked === needed) continue;
      problems.push(`Host ${host.key}: ${booked} ${unit} booked, ${needed} used there.`);
    }
  }
  const known = new Set(hosts.map(({ key }) => key));
  for (const row of instances) {
    if (HOLDING(row) && (row.host === null || !known.has(row.host))) {
      problems.push(`Instance ${row.key} is on no host.`);
    }
  }
  return problems;
}

function auditAddresses(books: Books): readonly string[] {
  const { interfaces, interfaceAddresses, gateways, ranges, released, advance } = books;
  const { publicAddresses } = books;
  const problems: string[] = [];
  const held = new Map<string, Set<number>>();
  const hold = (range: string, address: number, who: string): void => {
    const addresses = held.get(range) ?? new Set();
    if (addresses.has(address)) problems.push(`${who}: address ${address} of ${range} held twice.`);
    held.set(range, addresses.add(address));
  };
  // That of an instance is the one of its primary interface: see `auditInterfaces`.
  for (const { key, subnet, address } of interfaces) hold(subnet, address, key);
  for (const { subnet, address, network_interface: key } of interfaceAddresses) {
    hold(subnet, address, key);
  }
  for (const { subnet, address, key } of books.reserved) hold(subnet, address, key);
  for (const { subnet, address, key } of books.haVips) hold(subnet, address, key);
  for (const { subnet, address, server } of books.servers) hold(subnet, address, server);
  for (const { key, subnet, private_ip: address } of gateways) {
    if (subnet !== null && address !== null) hold(subnet, address, key);
  }
  for (const { address, key } of publicAddresses) hold('public', address, key);
  for (const range of ranges) {
    const mine = held.get(range.key) ?? new Set<number>();
    const size = range.last - range.first + 1;
    if (range.free !== size - mine.size) {
      problems.push(`Range ${range.key}: ${range.free} free, ${size - mine.size} not held.`);
    }
    const back = released.filter((one) => one.range === range.key).map(({ address }) => address);
    const ahead = new Set(
      advance.filter((one) => one.range === range.key).map(({ address }) => address),
    );
    for (const address of back) {
      if (mine.has(address)) problems.push(`Address ${address} is held and released at once.`);
    }
    for (const address of mine) {
      const behind = address < range.cursor;
      if (address < range.first || address > range.last) problems.push(`${address} is outside.`);
      if (!behind && !ahead.has(address)) problems.push(`${address} is held, not taken.`);
    }
    const behind = [...mine].filter((address) => address < range.cursor).length;
    if (behind + back.length !== range.cursor - range.first) {
      problems.push(`Range ${range.key}: addresses behind its cursor are lost or double.`);
    }
  }
  return problems;
}

function auditCounters({ instances, counters, typeChanges }: Books): readonly string[] {
  const expected = new Map<string, number>();
  const held = new Map(typeChanges.map((row) => [row.instance, row.spot_vcpus]));
  for (const row of instances) {
    const name = `${row.zone}:${HOLDING(row) ? row.charge_type : 'launch-failed'}`;
    const key = `${row.account} instances:${row.region} ${name}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
    if (!HOLDING(row) || row.charge_type !== 'spot') continue;
    const vcpus = `${row.account} spot-vcpus:${row.region} ${row.zone}`;
    expected.set(vcpus, (expected.get(vcpus) ?? 0) + row.cpu + (held.get(row.key) ?? 0));
  }
  const problems: string[] = [];
  for (const { account, scope, name, used } of counters) {
    if (!/^(?:instances|spot-vcpus):/.test(scope)) continue;
    const key = `${account} ${scope} ${name}`;
    if (used !== (expected.get(key) ?? 0)) {
      problems.push(`Counter ${key}: ${used}, but ${expected.get(key) ?? 0} instances.`);
    }
    expected.delete(key);
  }
  for (const [key, count] of expected) problems.push(`Counter ${key} is missing: ${count}.`);
  return problems;
}

function auditLinks({ instances, disks, links }: Books): readonly string[] {
  const problems: string[] = [];
  const holding = new Map(instances.filter(HOLDING).map((row) => [row.key, row]));
  const systemDisks = Map.groupBy(
    disks.filter((disk) => disk.role === 'system'),
    (disk) => disk.instance ?? '',
  );
  for (const key of holding.keys()) {
    const count = systemDisks.get(key)?.length ?? 0;
    if (count !== 1) problems.push(`Instance ${key} has ${count} system disks.`);
  }
  for (const { security_group: group, instance } of links) {
    if (holding.has(instance)) continue;
    problems.push(`${instance} is linked to ${group}, and holds nothing.`);
  }
  const positions = Map.groupBy(links, ({ instance }) => instance);
  for (const [instance, its] of positions) {
    const sorted = its.map(({ position }) => position).toSorted((a, b) => a - b);
    if (sorted.some((position, at) => position !== at)) {
      problems.push(`The security groups of ${instance} are at ${sorted.join(', ')}.`);
    }
  }
  return problems;
}

/** What is booked for a change of type goes with the change. */
function auditTypeChanges({ instances, typeChanges }: Books): readonly string[] {
  const changing = instances.filter((row) => {
    return row.operation === 'change-type' && row.operation_state === 'operating';
  });
  const keys = new Set<string>(changing.map(({ key }) => key));
  return typeChanges
    .filter(({ instance }) => !keys.has(instance))
    .map(({ instance }) => `Room is held for ${instance}, which is not changing.`);
}

function auditTimers({ instances, workflows }: Books): readonly string[] {
  const holding = new Set(instances.filter(HOLDING).map(({ key }) => key));
  return workflows.flatMap(({ target }) => {
    const [, timer, key = ''] = /^(expiry|recycle|release):(.+)$/.exec(target) ?? [];
    if (timer === undefined || holding.has(key)) return [];
    return [`The timer ${timer} is left of instance ${key}.`];
  });
}

/** A timer waits for each instance that has a time of release, and for no other. */
async function auditActionTimers({ db }: Reader, { instances }: Books): Promise<readonly string[]> {
  const timers = await db.selectFrom('action_timers').selectAll().execute();
  const waiting = timers.filter(({ state }) => state === 'waiting');
  const said = waiting.map(({ instance, act_at: at }) => `${instance} at ${at}`).toSorted();
  const meant = instances
    .filter((row) => row.release_at !== null && HOLDING(row) && row.state !== 'terminating')
    .map(({ key, release_at: at }) => `${key} at ${at}`)
    .toSorted();
  const same = said.join() === meant.join();
  return same ? [] : [`Timers wait for ${said.join()}; instances go: ${meant.join()}.`];
}

/**
 * The latest operation that the row of an instance, a disk or an interface holds is the newest of
 * its history, which is bounded; nothing else is under way on it, and none is left of what is gone.
 */
async function auditOperations(
  { db }: Reader,
  { instances, disks, interfaces, gateways }: Books,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const all = await db.selectFrom('operations').selectAll().orderBy('number', 'desc').execute();
  const histories = Map.groupBy(all, ({ resource_kind: kind, resource }) => `${kind} ${resource}`);
  const owners = [
    ...instances.map((row) => ({ row, whose: `instance ${row.key}` })),
    ...disks.map((row) => ({ row, whose: `disk ${row.key}` })),
    ...interfaces.map((row) => ({ row, whose: `network-interface ${row.key}` })),
  ];
  for (const { row, whose } of owners) {
    const [latest, ...older] = histories.get(whose) ?? [];
    histories.delete(whose);
    // A disk or an interface that came with its instance has no operation of its own yet.
    if (row.operation === null && latest === undefined) continue;
    const kept = [row.operation, row.operation_state, row.operation_request, row.operation_error];
    const written = [latest?.action, latest?.state, latest?.request, latest?.error];
    if (JSON.stringify(kept) !== JSON.stringify(written)) {
      problems.push(`${row.key} was ${kept.join()}, its history says ${written.join()}.`);
    }
    if (older.length >= 20) problems.push(`${row.key} has ${older.length + 1} operations.`);
    const open = older.filter(({ state }) => state === 'operating');
    for (const { action } of open) problems.push(`${row.key}: ${action} never ended.`);
  }
  for (const { key } of gateways) {
    const history = histories.get(`nat-gateway ${key}`) ?? [];
    histories.delete(`nat-gateway ${key}`);
    const isOpen = history.some(({ state }) => state === 'operating');
    if (history.length === 0 || history.length > 20 || isOpen) {
      problems.push(`The history of the NAT gateway ${key} is not that of one.`);
    }
  }
  for (const whose of histories.keys()) problems.push(`Operations are left of ${whose}.`);
  return problems;
}

/** Of every noun that may have tags: none is left of a resource that is gone. */
async function auditTags({ db }: Reader): Promise<readonly string[]> {
  const problems: string[] = [];
  const tags = await db.selectFrom('tags').selectAll().execute();
  const tagsByKind = Map.groupBy(tags, (tag) => tag.resource_kind);
  for (const { name, tagged } of nouns) {
    if (tagged === undefined) continue;
    const rows: readonly object[] = await db.selectFrom(tagged).selectAll().execute();
    const there = new Set(rows.filter(holdsTags).map((row) => textOf(row, 'key')));
    const those = tagsByKind.get(name) ?? [];
    for (const { resource } of those) {
      if (!there.has(resource)) problems.push(`A tag is left of ${name} ${resource}.`);
    }
    const linked = those.map(({ resource, ...tag }) => ({ key: resource, ...tag }));
    problems.push(...auditPlaces(rows, linked));
    tagsByKind.delete(name);
  }
  for (const kind of tagsByKind.keys()) problems.push(`There are tags of ${kind}, which has none.`);
  return problems;
}

function keyed<L extends { readonly instance: string }>({ instance, ...link }: L) {
  return { key: instance, ...link };
}

/** A link tells where the list finds what it links, as the row itself does. */
function auditPlaces(
  rows: readonly object[],
  links: ReadonlyArray<{
    readonly key: string;
    readonly account: string;
    readonly region: string;
    readonly number: number;
    readonly zone: string;
  }>,
): readonly string[] {
  const places = new Map(
    rows.map((row) => [
      textOf(row, 'key'),
      [
        textOf(row, 'account'),
        textOf(row, 'region'),
        'seq' in row ? row.seq : 0,
        'zone' in row ? row.zone : '',
      ].join(),
    ]),
  );
  return links.flatMap(({ key, account, region, number, zone }) => {
    const [place, told] = [places.get(key), [account, region, number, zone].join()];
    return place === told ? [] : [`A link finds ${key} at ${told}, but it is at ${place ?? ''}.`];
  });
}

function holdsTags(row: object): boolean {
  return !('state' in row) || row.state !== 'launch-failed';
}

/** Key pairs open instances that are there, and are not gone while they do. */
async function auditKeyPairs({ db }: Reader): Promise<readonly string[]> {
  const links = await db.selectFrom('instance_key_pairs').selectAll().execute();
  const pairs = await db.selectFrom('key_pairs').select('key').execute();
  const instances = await db.selectFrom('instances').selectAll().execute();
  const there = new Set([...pairs, ...instances.filter(holdsTags)].map(({ key }) => key));
  const left = links.flatMap(({ instance, key_pair: pair }) => {
    const gone = [instance, pair].filter((key) => !there.has(key));
    return gone.map((key) => `${pair} opens ${instance}, but ${key} is not there.`);
  });
  return [...left, ...auditPlaces(instances, links.map(keyed))];
}

/** Of every noun that is counted for each account and region: the counters fit the rows. */
async function auditCounted({ db }: Reader): Promise<readonly string[]> {
  const problems: string[] = [];
  const counters = await db.selectFrom('counters').selectAll().execute();
  for (const { counted } of nouns) {
    if (counted === undefined) continue;
    const rows: readonly object[] = await db.selectFrom(counted.table).selectAll().execute();
    const found = Map.groupBy(rows, (row) => {
      const name = 'is_default' in row && row.is_default === 1 ? 'default' : 'own';
      return `${textOf(row, 'account')} ${counted.scope}:${textOf(row, 'region')} ${name}`;
    });
    for (const { account, scope, name, used } of counters) {
      if (!scope.startsWith(`${counted.scope}:`)) continue;
      const key = `${account} ${scope} ${name}`;
      const count = found.get(key)?.length ?? 0;
      if (used !== count) problems.push(`Counter ${key}: ${used}, but ${count} rows.`);
      found.delete(key);
    }
    for (const key of found.keys()) problems.push(`Counter ${key} is missing.`);
  }
  return problems;
}

function textOf(row: object, column: string): string {
  return String((row as Readonly<Record<string, unknown>>)[column]);
}
