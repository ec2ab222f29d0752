import type { Store } from '#store/store.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import type { InstanceRow } from '#store/schema/instance.ts';

/** States in which an instance holds room, addresses, quota and links. */
const HOLDING = (row: InstanceRow): boolean => row.state !== 'launch-failed';

/**
 * Recomputes from the rows alone what the books must say: capacity of every host, addresses of
 * every range, quota of every zone, links and disks. Answers what does not fit; empty is well.
 * It shares no code with what keeps the books.
 */
export async function audit(store: Store): Promise<readonly string[]> {
  return store.read(async ({ db }) => {
    const books = {
      instances: await db.selectFrom('instances').selectAll().execute(),
      disks: await db.selectFrom('disks').selectAll().execute(),
      hosts: await db.selectFrom('hosts').selectAll().execute(),
      ranges: await db.selectFrom('address_ranges').selectAll().execute(),
      released: await db.selectFrom('released_addresses').selectAll().execute(),
      advance: await db.selectFrom('advance_addresses').selectAll().execute(),
      publicAddresses: await db.selectFrom('public_addresses').selectAll().execute(),
      counters: await db.selectFrom('counters').selectAll().execute(),
      links: await db.selectFrom('instance_security_groups').selectAll().execute(),
      tags: await db.selectFrom('tags').selectAll().execute(),
      workflows: await db.selectFrom('workflows').selectAll().execute(),
    };
    return [
      ...auditHosts(books),
      ...auditAddresses(books),
      ...auditCounters(books),
      ...auditLinks(books),
      ...auditTimers(books),
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
  return [...problems, ...(await audit(store))];
}

interface Books {
  readonly instances: readonly InstanceRow[];
  readonly disks: readonly DiskRow[];
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
  readonly released: ReadonlyArray<{ range: string; address: number }>;
  readonly advance: ReadonlyArray<{ range: string; address: number }>;
  readonly publicAddresses: ReadonlyArray<{ range: string; address: number; holder: string }>;
  readonly counters: ReadonlyArray<{ account: string; scope: string; name: string; used: number }>;
  readonly links: ReadonlyArray<{ security_group: string; instance: string }>;
  readonly tags: ReadonlyArray<{ resource_kind: string; resource: string }>;
  readonly workflows: ReadonlyArray<{ target: string }>;
}

function auditHosts({ instances, disks, hosts }: Books): readonly string[] {
  const gibOf = new Map<string, number>();
  for (const disk of disks) {
    if (disk.instance === null) continue;
    gibOf.set(disk.instance, (gibOf.get(disk.instance) ?? 0) + disk.size_gib);
  }
  const byHost = Map.groupBy(instances.filter(HOLDING), (row) => row.host ?? '');
  const problems: string[] = [];
  for (const host of hosts) {
    const here = byHost.get(host.key) ?? [];
    const sum = (of: (row: InstanceRow) => number): number =>
      here.reduce((total, row) => total + of(row), 0);
    const used = [
      ['vCPU', host.cpu_total - host.cpu_free, sum((row) => row.cpu)],
      ['MiB', host.memory_mib_total - host.memory_mib_free, sum((row) => row.memory_mib)],
      ['GiB', host.disk_gib_total - host.disk_gib_free, sum((row) => gibOf.get(row.key) ?? 0)],
    ] as const;
    for (const [unit, booked, needed] of used) {
      if (booked === needed) continue;
      problems.push(`Host ${host.key}: ${booked} ${unit} booked, ${needed} used by its instances.`);
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
  const { instances, ranges, released, advance, publicAddresses } = books;
  const problems: string[] = [];
  const held = new Map<string, Set<number>>();
  const hold = (range: string, address: number, who: string): void => {
    const addresses = held.get(range) ?? new Set();
    if (addresses.has(address)) problems.push(`${who}: address ${address} of ${range} held twice.`);
    held.set(range, addresses.add(address));
  };
  for (const { key, subnet, private_ip: address } of instances) {
    if (address !== null) hold(subnet, address, key);
  }
  for (const { range, address, holder } of publicAddresses) hold(range, address, holder);
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
  const byInstance = new Map(publicAddresses.map((row) => [row.holder, row.address]));
  for (const { key, public_ip: address } of instances) {
    if (address !== (byInstance.get(key) ?? null)) problems.push(`${key}: public address differs.`);
  }
  if (publicAddresses.length !== instances.filter((row) => row.public_ip !== null).length) {
    problems.push('A public address is held by nobody.');
  }
  return problems;
}

function auditCounters({ instances, counters }: Books): readonly string[] {
  const expected = new Map<string, number>();
  for (const row of instances) {
    const name = HOLDING(row) ? row.zone : `${row.zone}:launch-failed`;
    const key = `${row.account} instances:${row.region} ${name}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const problems: string[] = [];
  for (const { account, scope, name, used } of counters) {
    if (!scope.startsWith('instances:')) continue;
    const key = `${account} ${scope} ${name}`;
    if (used !== (expected.get(key) ?? 0)) {
      problems.push(`Counter ${key}: ${used}, but ${expected.get(key) ?? 0} instances.`);
    }
    expected.delete(key);
  }
  for (const [key, count] of expected) problems.push(`Counter ${key} is missing: ${count}.`);
  return problems;
}

function auditLinks({ instances, disks, links, tags }: Books): readonly string[] {
  const problems: string[] = [];
  const holding = new Map(instances.filter(HOLDING).map((row) => [row.key, row]));
  for (const disk of disks) {
    if (disk.instance !== null && !holding.has(disk.instance)) {
      problems.push(`Disk ${disk.key} is attached to ${disk.instance}, which is not there.`);
    }
  }
  const systemDisks = Map.groupBy(
    disks.filter((disk) => disk.role === 'system'),
    (disk) => disk.instance ?? '',
  );
  for (const key of holding.keys()) {
    const count = systemDisks.get(key)?.length ?? 0;
    if (count !== 1) problems.push(`Instance ${key} has ${count} system disks.`);
  }
  for (const { security_group: group, instance } of links) {
    const doc = JSON.parse(holding.get(instance)?.doc ?? '{}') as { securityGroups?: string[] };
    if (doc.securityGroups?.includes(group) !== true) {
      problems.push(`${instance} is linked to ${group}, which its document does not name.`);
    }
  }
  for (const { resource_kind: kind, resource } of tags) {
    if (kind === 'instance' && !holding.has(resource)) {
      problems.push(`A tag is left of instance ${resource}.`);
    }
  }
  return problems;
}

function auditTimers({ instances, workflows }: Books): readonly string[] {
  const holding = new Set(instances.filter(HOLDING).map(({ key }) => key));
  return workflows.flatMap(({ target }) => {
    const [, timer, key = ''] = /^(expiry|recycle|release):(.+)$/.exec(target) ?? [];
    if (timer === undefined || holding.has(key)) return [];
    return [`The timer ${timer} is left of instance ${key}.`];
  });
}
