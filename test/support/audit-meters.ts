import type { MeterRow } from '#store/schema/meter.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import type { InstanceRow } from '#store/schema/instance.ts';
import type { LedgerEntryRow } from '#store/schema/ledger.ts';
import type { Reader } from '#store/store.ts';

const HOUR_MS = 3_600_000n;

/**
 * That what is there costs what it is, by the hour, and nothing else does; that no time of anything
 * was charged twice; that each entry comes to its hours; and that what is frozen is held for
 * something.
 */
export async function auditMeters({ db }: Reader): Promise<readonly string[]> {
  const meters = await db.selectFrom('meters').selectAll().execute();
  const entries = await db.selectFrom('ledger_entries').selectAll().execute();
  const instances = await db.selectFrom('instances').selectAll().execute();
  const disks = await db.selectFrom('disks').selectAll().execute();
  const launches = await db
    .selectFrom('workflows')
    .select('input')
    .where('kind', '=', 'instance.launch')
    .execute();
  const accounts = await db.selectFrom('ledger_accounts').selectAll().execute();
  return [
    ...auditWanted(meters, { instances, disks }),
    ...auditTimes(meters, entries),
    ...auditSums(entries),
    ...auditHolds(accounts, { meters, launches: launches.map(({ input }) => input) }),
  ];
}

interface There {
  readonly instances: readonly InstanceRow[];
  readonly disks: readonly DiskRow[];
}

const KNOWN_LINES = new Set(['machine', 'spot', 'disk', 'bandwidth', 'traffic']);

function auditWanted(meters: readonly MeterRow[], there: There): readonly string[] {
  const found = meters
    .filter(({ ends_at: end, line }) => end === null && KNOWN_LINES.has(line))
    .map(({ resource, line, name, quantity }) => [resource, line, name, quantity].join(' '));
  const meant = wantedOf(there);
  const missing = meant.filter((one) => !found.includes(one));
  const extra = found.filter((one, at) => !meant.includes(one) || found.indexOf(one) !== at);
  return [
    ...missing.map((one) => `It should cost by the hour: ${one}.`),
    ...extra.map((one) => `It should not cost by the hour: ${one}.`),
  ];
}

const UNMADE = ['creating', 'booting', 'launch-failed'];

function wantedOf({ instances, disks }: There): readonly string[] {
  const byKey = new Map<string, InstanceRow>(instances.map((row) => [row.key, row]));
  const ofInstances = instances.flatMap((row) => {
    const { key, state, type, charge_type: charge, stop_mode: mode } = row;
    if (row.isolated_by === 'arrears') return [];
    if (UNMADE.includes(state) || state === 'recycled' || state === 'terminating') return [];
    const isFree = state === 'stopped' && (charge === 'spot' || mode === 'stop-charging');
    const lines: string[] = [];
    if (charge === 'postpaid' && !isFree) lines.push(`${key} machine ${type} 1`);
    if (charge === 'spot' && !isFree) lines.push(`${key} spot ${type} 1`);
    const { internet_charge_type: by, out_mbps: mbps } = row;
    if (mbps > 0 && by === 'bandwidth-hourly') lines.push(`${key} bandwidth  ${mbps}`);
    if (mbps > 0 && by === 'traffic' && state !== 'stopped') lines.push(`${key} traffic  ${mbps}`);
    return lines;
  });
  const ofDisks = disks.flatMap((row) => {
    const payer = row.instance === null ? undefined : byKey.get(row.instance);
    const charge = row.charge_type ?? payer?.charge_type;
    if (charge === 'prepaid' || ['creating', 'deleting', 'recycled'].includes(row.state)) return [];
    if (row.charge_type === null && payer?.isolated_by === 'arrears') return [];
    if (payer !== undefined && UNMADE.includes(payer.state)) return [];
    return [`${row.key} disk ${row.category} ${row.size_gib}`];
  });
  return [...ofInstances, ...ofDisks];
}

/** The entries and the meters of one line of a resource follow each other in time. */
function auditTimes(
  meters: readonly MeterRow[],
  entries: readonly LedgerEntryRow[],
): readonly string[] {
  const problems: string[] = [];
  const byLine = Map.groupBy(
    entries.filter(({ line }) => line !== null),
    ({ resource, line }) => `${resource} ${line}`,
  );
  for (const [line, its] of byLine) {
    const spans = new Map(its.map(({ from_at: from, until_at: until }) => [from ?? 0, until ?? 0]));
    let end = 0;
    for (const [from, until] of [...spans].toSorted(([a], [b]) => a - b)) {
      if (from < end) problems.push(`${line} is charged twice from ${from} on.`);
      end = until;
    }
  }
  const open = Map.groupBy(meters, ({ resource, line }) => `${resource} ${line}`);
  for (const [line, its] of open) {
    const last = Math.max(0, ...(byLine.get(line) ?? []).map(({ until_at: until }) => until ?? 0));
    const sorted = its.toSorted((a, b) => a.settled_at - b.settled_at);
    let end = last;
    for (const { settled_at: from, ends_at: until } of sorted) {
      if (from < end) problems.push(`${line} would be charged again from ${from} on.`);
      end = until ?? Number.MAX_SAFE_INTEGER;
    }
    // A change leaves no gap: what follows begins where the one before it ends.
  }
  return problems;
}

/** Each hour of an entry can be told, and they add up to it; a voucher may have paid a part. */
function auditSums(entries: readonly LedgerEntryRow[]): readonly string[] {
  const byTime = Map.groupBy(
    entries.filter(({ line }) => line !== null),
    ({ resource, line, from_at: from }) => `${resource} ${line} ${from}`,
  );
  return [...byTime].flatMap(([name, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { from_at: from, until_at: until, hour_micro_yuan: hour } = first;
    const upTo = (at: number): bigint => {
      const whole = BigInt(at) / HOUR_MS;
      return whole * BigInt(hour ?? 0) + (BigInt(hour ?? 0) * (BigInt(at) % HOUR_MS)) / HOUR_MS;
    };
    const due = Number(upTo(until ?? 0) - upTo(from ?? 0));
    const sum = parts.reduce((total, { micro_yuan: paid }) => total + paid, 0);
    return sum === due ? [] : [`${name}: charged is ${sum}, due ${due}.`];
  });
}

function auditHolds(
  accounts: ReadonlyArray<{ readonly account: string; readonly frozen: number }>,
  {
    meters,
    launches,
  }: { readonly meters: readonly MeterRow[]; readonly launches: readonly string[] },
): readonly string[] {
  const holds = new Map<string, number>();
  const hold = (account: string, sum: number): void => {
    holds.set(account, (holds.get(account) ?? 0) + sum);
  };
  for (const row of meters) hold(row.account, row.hold);
  for (const input of launches) {
    const { keys, hold: held } = JSON.parse(input) as {
      readonly keys: readonly string[];
      readonly hold?: { readonly account: string; readonly eachMicroYuan: number };
    };
    if (held !== undefined) hold(held.account, held.eachMicroYuan * keys.length);
  }
  return accounts.flatMap(({ account, frozen }) => {
    const held = holds.get(account) ?? 0;
    return frozen === held ? [] : [`${frozen} of ${account} is frozen, for things of ${held}.`];
  });
}
