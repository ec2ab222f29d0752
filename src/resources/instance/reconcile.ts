import type { Machine, MachineReport, Sighting } from '#drivers/driver.ts';
import type { InstanceRow } from '#store/schema/instance.ts';
import type { Store, Tx } from '#store/store.ts';
import { disksOf, moveDisksWith } from '../disk/disk.ts';
import { moveCapacity } from '../host/capacity.ts';
import { endEvents } from '../system-event/change-event.ts';
import { isOfHostDown } from '../system-event/system-event.ts';
import { changeInstance } from './change.ts';
import { instanceOf } from './instance-row.ts';
import { needOf } from './instance.ts';
import type { Instance, MachineFault } from './instance.ts';
import { machineOf } from './machine.ts';
import { publishEvents } from './publish-events.ts';
import { conditionPage } from './reconcile-table.ts';
import { instancesByKeys } from './table.ts';

export interface Reconciling {
  readonly store: Store;
  /** Looks at all machines now, or only at these. */
  look(machines?: readonly Machine[]): Promise<Sighting>;
  /** Cloud milliseconds. */
  now(): number;
}

/** What a look at all machines showed. */
export interface Reconciled {
  /** Keys of the instances that were corrected. */
  readonly corrected: readonly string[];
  /**
   * Keys of machines that no instance is known for; undefined where not all could be seen. One that
   * is out of reach is not among them: nobody can tell that it is of this cloud.
   */
  readonly unknown: readonly string[] | undefined;
}

const ROWS_PER_PAGE = 500;
const ROWS_PER_WRITE = 100;

/**
 * Compares all instances with what the driver sees, and corrects those that differ. An instance
 * with an operation under way is left to it. The rows are read before the machines are looked at,
 * and written only where nobody changed them since: so what was seen of a machine is never older
 * than what it corrects. Only which hosts are away may be some seconds older; the next look tells.
 */
export async function reconcileAll(reconciling: Reconciling): Promise<Reconciled> {
  const { store, look } = reconciling;
  const known = new Map<string, Known>();
  for (let after = 0; ;) {
    const page = { after, limit: ROWS_PER_PAGE };
    const rows = await store.read((reader) => reader.all(conditionPage, page));
    for (const row of rows) known.set(row.key, row);
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < ROWS_PER_PAGE) break;
  }
  const seen = await look();
  const corrected = await correctAll(reconciling, known, seen);
  const unknown = [...seen.machines].filter(
    ([key, { state }]) => !known.has(key) && state !== 'unreachable',
  );
  return { corrected, unknown: seen.isWhole ? unknown.map(([key]) => key) : undefined };
}

/** The same for some instances; answers the keys of those that were corrected. */
export async function reconcileInstances(
  reconciling: Reconciling,
  keys: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf(reconciling, keys);
  const known = new Map(rows.map((row) => [row.key, row]));
  if (!rows.some(({ state }) => isSettled(state))) return [];
  const machines = rows.map((row) => machineOf(instanceOf(row)));
  return correctAll(reconciling, known, await reconciling.look(machines));
}

async function correctAll(
  reconciling: Reconciling,
  known: ReadonlyMap<string, Known>,
  seen: Sighting,
): Promise<readonly string[]> {
  const { store, now } = reconciling;
  const suspects = [...known.values()].filter((row) => shouldBe(row, seen) !== undefined);
  const rows = await rowsOf(
    reconciling,
    suspects.map(({ key }) => key),
  );
  const corrections = rows.flatMap((row) => {
    const becomes = row.version === known.get(row.key)?.version ? shouldBe(row, seen) : undefined;
    return becomes === undefined ? [] : [{ row, becomes }];
  });
  const corrected: string[] = [];
  for (let at = 0; at < corrections.length; at += ROWS_PER_WRITE) {
    const some = corrections.slice(at, at + ROWS_PER_WRITE);
    corrected.push(...(await store.write((tx) => correct(tx, some, now()))));
  }
  return corrected;
}

async function rowsOf(
  { store }: Reconciling,
  keys: readonly string[],
): Promise<readonly InstanceRow[]> {
  const rows: InstanceRow[] = [];
  for (let at = 0; at < keys.length; at += ROWS_PER_PAGE) {
    const some = { keys: keys.slice(at, at + ROWS_PER_PAGE) };
    rows.push(...(await store.read((reader) => reader.all(instancesByKeys, some))));
  }
  return rows;
}

/** What is written of an instance by looking at its machine. */
type Condition = Pick<Instance, 'state' | 'fault' | 'host'>;

/** What of an instance is kept while the machines are looked at. */
type Known = Pick<InstanceRow, 'key' | 'version' | 'state' | 'fault' | 'host'>;

/** The states in which nothing is under way and there should be a machine. */
function isSettled(state: string): boolean {
  return state === 'running' || state === 'stopped';
}

/** What an instance should be by what was seen; undefined where it is that, or nobody can tell. */
function shouldBe(row: Omit<Known, 'version'>, seen: Sighting): Condition | undefined {
  const { state, host } = reportOf(row, seen);
  if (!isSettled(row.state) || state === 'unknown') return undefined;
  const powered = state === 'running';
  const isSeen = powered || state === 'stopped';
  const fault = isSeen ? faultInside(row) : state;
  const becomes: Condition = { state: powered ? 'running' : 'stopped', fault, host };
  const same =
    becomes.state === row.state && becomes.fault === row.fault && becomes.host === row.host;
  return same ? undefined : becomes;
}

/** What no look shows: a machine that is there may have no system. */
function faultInside({ fault }: Pick<Known, 'fault'>): MachineFault | null {
  return fault === 'reinstall-failed' ? fault : null;
}

/** What a look says of the machine of an instance. */
function reportOf(
  row: Pick<Known, 'key' | 'host'>,
  { machines, away, isWhole }: Sighting,
): Pick<MachineReport, 'state'> & Pick<Known, 'host'> {
  const report = machines.get(row.key);
  const host = report?.host ?? row.host;
  if (host !== null && away.has(host)) return { state: 'unreachable', host };
  return { state: report?.state ?? (isWhole ? 'absent' : 'unknown'), host };
}

interface Correction {
  readonly row: InstanceRow;
  readonly becomes: Condition;
}

async function correct(
  tx: Tx,
  corrections: readonly Correction[],
  now: number,
): Promise<readonly string[]> {
  const corrected: string[] = [];
  const left: Instance[] = [];
  const back: string[] = [];
  const keys = corrections.map(({ row }) => row.key);
  const rows = await tx.all(instancesByKeys, { keys });
  const versions = new Map(rows.map(({ key, version }) => [key, version]));
  for (const { row, becomes } of corrections.toSorted((a, b) => (a.row.key < b.row.key ? -1 : 1))) {
    // Somebody changed it since: the next look compares it again.
    if (versions.get(row.key) !== row.version) continue;
    const begins = becomes.state === 'running' && row.state === 'stopped';
    // One that was only out of sight has run all the time.
    const started = begins && row.fault === null ? { startedAt: now, stopMode: null } : {};
    const host = await hostAfter(tx, row, becomes.host);
    // On a host that this cloud does not have: nothing of it can be written down.
    const same = becomes.state === row.state && becomes.fault === row.fault && host === row.host;
    if (same) continue;
    await changeInstance(tx, instanceOf(row), { ...becomes, host, ...started });
    corrected.push(row.key);
    if (becomes.fault === 'unreachable') left.push(instanceOf(row));
    else if (row.fault === 'unreachable') back.push(row.key);
  }
  await publishEvents(tx, left, { subject: 'down', now });
  await endEvents(tx, back, { state: 'avoided', now, which: isOfHostDown });
  return corrected;
}

/** Moves what is booked along with a machine that is on another host now; where it is then. */
async function hostAfter(tx: Tx, row: InstanceRow, host: string | null): Promise<string | null> {
  if (host === row.host || row.host === null || host === null) return row.host;
  const disks = await disksOf(tx, [row.key]);
  const need = needOf(instanceOf(row), disks.get(row.key) ?? []);
  if (!(await moveCapacity(tx, need, { from: row.host, to: host }))) return row.host;
  await moveDisksWith(tx, row.key, host);
  return host;
}
