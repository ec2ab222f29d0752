import type { HostReport } from '../driver.ts';
import type { IncusConfiguration, ZoneMembers } from './configuration.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';

/** A server that machines run on. */
export interface Member {
  readonly name: string;
  /** Whether the cluster has heard of it: that is as old as its offline threshold. */
  readonly isHeard: boolean;
  /** Whether it takes new machines, as far as the cluster knows: not where it is evacuated. */
  readonly isOpen: boolean;
  /** Whether machines are placed there that nobody has sent there by name. */
  readonly isScheduled: boolean;
  readonly groups: readonly string[];
  readonly failureDomain: string;
}

interface MemberAnswer {
  readonly server_name: string;
  readonly status: string;
  readonly groups?: readonly string[];
  readonly failure_domain?: string;
  readonly config?: Readonly<Record<string, string>>;
}

/** The members of a cluster, or the one server that is none. @throws EngineError */
export async function readMembers({
  engine,
  isClustered,
  serverName,
}: IncusContext): Promise<readonly Member[]> {
  if (!isClustered) {
    const itself = { name: serverName, isHeard: true, isOpen: true, isScheduled: true };
    return [{ ...itself, groups: [], failureDomain: '' }];
  }
  const options = { query: { recursion: '1' }, timeoutMs: PROBE_MS_MAX };
  const members = await insistently(() =>
    engine.get<readonly MemberAnswer[]>('/1.0/cluster/members', options),
  );
  return members.map((each) => ({
    name: each.server_name,
    isHeard: each.status !== 'Offline',
    isOpen: each.status === 'Online',
    isScheduled: (each.config?.['scheduler.instance'] ?? 'all') === 'all',
    groups: each.groups ?? [],
    failureDomain: each.failure_domain ?? '',
  }));
}

/** Whether a member is of a zone that is mapped so. */
export function isIn({ name, groups, failureDomain }: Member, zone: ZoneMembers): boolean {
  if (zone === '*') return true;
  if ('group' in zone) return groups.includes(zone.group);
  if ('failureDomain' in zone) return failureDomain === zone.failureDomain;
  return zone.includes(name);
}

/** What a member has to give, in what hosts are measured in. */
export type Size = Pick<HostReport, 'cpu' | 'memoryMiB' | 'diskGiB'>;

interface ResourcesAnswer {
  readonly cpu: { readonly total: number };
  readonly memory: { readonly total: number };
}

interface PoolAnswer {
  readonly space: { readonly total: number };
}

const PROBE_MS_MAX = 3_000;
const BYTES_PER_MIB = 2 ** 20;
const BYTES_PER_GIB = 2 ** 30;

/** Asks again where nobody answers: once may be a moment of too much work. */
async function insistently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!isAway(error)) throw error;
    return ask();
  }
}

/**
 * Asks a member itself whether it is there, since by default a cluster notices only after twenty
 * seconds that it is not. What it has against the question does not matter.
 */
export async function answers(
  context: Pick<IncusContext, 'engine' | 'isClustered'>,
  name: string,
): Promise<boolean> {
  const options = { query: targetOf(context, name), timeoutMs: PROBE_MS_MAX };
  try {
    await insistently(() => context.engine.get('/1.0', options));
    return true;
  } catch (error) {
    return !isAway(error);
  }
}

/** Asks a member what it has to give. @throws EngineError */
export async function sizeOfMember(
  context: Pick<IncusContext, 'engine' | 'isClustered' | 'configuration'>,
  name: string,
): Promise<Size> {
  const { engine, configuration } = context;
  const options = { query: targetOf(context, name), timeoutMs: PROBE_MS_MAX };
  const pool = `/1.0/storage-pools/${encodeURIComponent(configuration.storagePool)}/resources`;
  const [{ cpu, memory }, { space }] = await Promise.all([
    engine.get<ResourcesAnswer>('/1.0/resources', options),
    engine.get<PoolAnswer>(pool, options),
  ]);
  return sizeOf(configuration, {
    cpu: cpu.total,
    memoryMiB: memory.total / BYTES_PER_MIB,
    diskGiB: space.total / BYTES_PER_GIB,
  });
}

/** What may be given out of what there is: what is kept is taken off before. */
function sizeOf({ overcommit, reserve }: IncusConfiguration, real: Size): Size {
  const given = (size: number, kept: number, times: number) =>
    Math.max(0, Math.floor((size - kept) * times));
  return {
    cpu: given(real.cpu, reserve.cpu, overcommit.cpu),
    memoryMiB: given(real.memoryMiB, reserve.memoryMiB, overcommit.memory),
    diskGiB: given(real.diskGiB, reserve.diskGiB, overcommit.disk),
  };
}

/** Whether an error means that a member is away, and not that it refuses. */
export function isAway(error: unknown): boolean {
  return error instanceof EngineError && (error.isUnreachable || GATEWAY_CODES.has(error.status));
}

/** What one server says of another that it cannot ask. */
const GATEWAY_CODES = new Set([502, 503, 504]);
