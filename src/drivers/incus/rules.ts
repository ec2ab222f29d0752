import type { MachineRules, Stranger } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { recordKeys } from './machine-record.ts';
import { networkOf, type EngineNetwork } from './networks.ts';
import { aclOf, type Acl } from './rules-acl.ts';

/**
 * The rules of machines, as access control lists on the bridges that hold their addresses. A list
 * is one for each network, and names the addresses: so it serves servers whose network cards have
 * no lists of their own (LXD 5.0). It holds for what comes from elsewhere or goes there; whether it
 * holds between guests of one bridge is up to the server's kernel (br_netfilter).
 */
export interface Rules {
  /** Makes the lists what these machines say. @throws EngineError */
  hold(machines: readonly MachineRules[]): Promise<void>;
  /**
   * Sees to it that nothing gets in at an address before its machine boots: its rules come with
   * the next `hold`. Nothing happens before the first of those. @throws EngineError
   */
  close(machine: {
    readonly key: string;
    readonly address: string;
    /** Whether it is on its way there from another address, which is its own until it is there. */
    readonly isMoving?: boolean;
  }): Promise<void>;
}

/** What a machine may take from its new address to its first rules there: a boot. */
const MOVING_MS_MAX = 120_000;

interface NetworkConfig {
  readonly config: Readonly<Record<string, string>>;
}

const keys = {
  acls: 'security.acls',
  ingress: 'security.acls.default.ingress.action',
  egress: 'security.acls.default.egress.action',
} as const;

/** The rules of one server; `strangers` are the machines of others, by the last look. */
export function createRules(context: IncusContext, strangers: () => readonly Stranger[]): Rules {
  let held: readonly MachineRules[] | undefined;
  let last: Promise<void> = Promise.resolve();
  const warned = new Set<string>();
  const closing = new Map<string, Closed>();
  /** One after the other, since each writes whole lists. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const write = async (machines: readonly MachineRules[]): Promise<void> => {
    for (const network of context.networks()) {
      const here = machines.filter(({ address }) => networkOf([network], address) !== undefined);
      const isOurs = await holdOn(context, network, {
        machines: here,
        others: others(strangers()),
      });
      if (isOurs || warned.has(network.name)) continue;
      warned.add(network.name);
      const what = 'The network has access control lists of its own: security groups do not hold.';
      context.log.warn({ network: network.name }, what);
    }
    held = machines;
  };
  /**
   * The closed addresses that none of these machines has. Rules that were read before an address
   * was closed come after it once at most, so it stays closed over the first that lack it.
   */
  const stillClosed = (machines: readonly MachineRules[]): readonly MachineRules[] => {
    const known = new Set(machines.map(({ address }) => address));
    for (const [address, closed] of closing) {
      const isOver = closed.lacked > 0 && closed.until < performance.now();
      if (known.has(address) || isOver) closing.delete(address);
      else closed.lacked += 1;
    }
    return [...closing.values()].map(({ machine }) => machine);
  };
  /** What waits for its turn together is written together. */
  const closeAll = async (): Promise<void> => {
    const known = held;
    if (known === undefined) return;
    const addresses = new Set(known.map(({ address }) => address));
    const added = [...closing.values()].filter(({ machine }) => !addresses.has(machine.address));
    if (added.length > 0) await write([...known, ...added.map(({ machine }) => machine)]);
  };
  return {
    hold: (machines) => inTurn(() => write([...machines, ...stillClosed(machines)])),
    close({ key, address, isMoving = false }) {
      const egress = [{ protocol: 'all', peers: ['0.0.0.0-255.255.255.255'] }] as const;
      const until = isMoving ? performance.now() + MOVING_MS_MAX : 0;
      const machine = { key, address, ingress: [], egress };
      closing.set(address, { machine, until, lacked: 0 });
      return inTurn(closeAll);
    },
  };
}

/** An address that lets nothing in before its machine has rules there. */
interface Closed {
  readonly machine: MachineRules;
  /** By the time that nobody can set: how long it stays closed at least. */
  readonly until: number;
  /** How often rules came that lack it. */
  lacked: number;
}

/** The addresses of machines of other clouds like this one, whose rules they hold themselves. */
function others(strangers: readonly Stranger[]): readonly string[] {
  return strangers.flatMap(({ name, addresses }) => (name.startsWith('yt-') ? addresses : []));
}

interface Held {
  readonly machines: readonly MachineRules[];
  readonly others: readonly string[];
}

/** Makes the list of one network; false where the network has lists of somebody else's. */
async function holdOn(
  context: IncusContext,
  { name: network }: EngineNetwork,
  { machines, others: elsewhere }: Held,
): Promise<boolean> {
  const { engine } = context;
  const path = `/1.0/networks/${encodeURIComponent(network)}`;
  const { config } = await engine.get<NetworkConfig>(path);
  const name = nameOf(context, network);
  const lists = (config[keys.acls] ?? '').split(',').filter((each) => each !== '');
  const isIn = lists.includes(name);
  if (lists.some((each) => !each.startsWith('yt-acl-'))) return false;
  if (machines.length === 0) {
    if (isIn) await letGo(context, { path, lists, name });
    return true;
  }
  const acl = aclOf(machines, elsewhere);
  const aclPath = `/1.0/network-acls/${encodeURIComponent(name)}`;
  const there = await found(context, aclPath);
  const record = { name, config: { [recordKeys.cloud]: context.cloud }, ...acl };
  if (there === undefined) {
    await engine.change('POST', '/1.0/network-acls', { body: { ...record, description: '' } });
  } else if (!isSame(there, acl)) {
    await engine.change('PUT', aclPath, { body: { ...record, description: '' } });
  }
  if (isIn && config[keys.ingress] === 'drop' && config[keys.egress] === 'drop') return true;
  const acls = [...new Set([...lists, name])].join(',');
  const body = { config: { [keys.acls]: acls, [keys.ingress]: 'drop', [keys.egress]: 'drop' } };
  await engine.change('PATCH', path, { body });
  return true;
}

/** Takes the list off a network that has no machine of this cloud any more. */
async function letGo(
  { engine }: IncusContext,
  { path, lists, name }: { path: string; lists: readonly string[]; name: string },
): Promise<void> {
  const rest = lists.filter((each) => each !== name).join(',');
  const none = { [keys.ingress]: '', [keys.egress]: '' };
  const body = { config: { [keys.acls]: rest, ...(rest === '' ? none : {}) } };
  await engine.change('PATCH', path, { body });
  await engine.change('DELETE', `/1.0/network-acls/${encodeURIComponent(name)}`);
}

async function found({ engine }: IncusContext, path: string): Promise<Acl | undefined> {
  try {
    return await engine.get<Acl>(path);
  } catch (error) {
    if (error instanceof EngineError && error.isMissing) return undefined;
    throw error;
  }
}

function isSame(there: Acl, acl: Acl): boolean {
  const text = ({ ingress, egress }: Acl) => [ingress, egress].map(lines).join('\n\n');
  return text(there) === text(acl);
}

/** The server sorts rules and fills in what is not said. */
function lines(rules: Acl['ingress']): string {
  const said = rules.map((rule) =>
    Object.entries(rule)
      .filter(([, value]) => value !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  );
  return said.toSorted().join('\n');
}

function nameOf({ cloud }: IncusContext, network: string): string {
  return `yt-acl-${cloud.replaceAll(/[^a-zA-Z0-9-]/g, '').slice(0, 24)}-${network}`;
}
