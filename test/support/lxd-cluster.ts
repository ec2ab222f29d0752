import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { promisify } from 'node:util';
import { removeInstances, startBareLxd, type BareServer } from './lxd-server.ts';

const run = promisify(execFile);

/** A cluster of two real LXD servers, each in a network namespace of its own. */
export interface LxdCluster {
  /** Of the first member, through which all is asked. */
  readonly socket: string;
  readonly network: string;
  /** The first three numbers of the network's subnet. */
  readonly prefix: string;
  readonly members: readonly [string, string];
  lxc(...args: string[]): Promise<string>;
  /** Kills the second member; its machines go on. */
  killSecond(): Promise<void>;
  startSecond(): Promise<void>;
  /** Stops the second member where it stands, or lets it go on. */
  freezeSecond(isFrozen: boolean): void;
  /** The same with the first, through which all is asked. */
  freezeFirst(isFrozen: boolean): void;
  close(): Promise<void>;
}

/** Starts two servers, joined, with a pool and a bridge of the same name on both. */
export async function startLxdCluster(): Promise<LxdCluster> {
  const id = `${process.pid.toString(36)}${randomInt(36 ** 2).toString(36)}`;
  const between = `10.${randomInt(128, 250)}.${randomInt(250)}`;
  const prefix = `10.${randomInt(128, 250)}.${randomInt(250)}`;
  const network = `yt${id}n`;
  const members = ['one', 'two'] as const;
  const namespaces = members.map((_, index) => `yt${id}${index}`);
  await connect(id, between);
  const [first, joining] = await Promise.all(
    namespaces.map((namespace) => startBareLxd({ namespace })),
  );
  if (first === undefined || joining === undefined) throw new Error('Two servers were started.');
  let second: BareServer = joining;
  await first.init(firstMember({ address: `${between}.1`, network, prefix }));
  const token = (await first.lxc('cluster', 'add', 'two')).trim().split('\n').at(-1) ?? '';
  await second.init(
    `cluster: {enabled: true, server_name: two, server_address: "${between}.2:8443", ` +
      `cluster_token: "${token}", member_config: []}\n`,
  );
  const kill = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => {
      second.process.once('exit', () => resolve());
    });
    second.process.kill('SIGKILL');
    await ended;
  };
  const start = async (): Promise<void> => {
    const [, namespace = ''] = namespaces;
    second = await startBareLxd({ namespace, directory: second.directory });
  };
  return {
    socket: first.socket,
    network,
    prefix,
    members,
    lxc: first.lxc,
    killSecond: kill,
    startSecond: start,
    freezeSecond: (isFrozen) => second.process.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    freezeFirst: (isFrozen) => first.process.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      await removeInstances(first);
      // By hand: to delete the network the second member would have to be there.
      await Promise.all([first, second].map((each) => each.end()));
      for (const namespace of namespaces) await disconnect(namespace);
      await run('ip', ['link', 'delete', `yt${id}b`]);
    },
  };
}

function firstMember(of: { address: string; network: string; prefix: string }): string {
  const bridge = `{ipv4.address: ${of.prefix}.1/24, ipv4.nat: "false", ipv6.address: none}`;
  return (
    `config: {core.https_address: "${of.address}:8443"}\n` +
    `storage_pools: [{name: default, driver: dir}]\n` +
    `networks: [{name: ${of.network}, type: bridge, config: ${bridge}}]\n` +
    `cluster: {server_name: one, enabled: true}\n`
  );
}

/** Two namespaces at one bridge, with the addresses .1 and .2. */
async function connect(id: string, between: string): Promise<void> {
  const bridge = `yt${id}b`;
  await run('ip', ['link', 'add', bridge, 'type', 'bridge']);
  await run('ip', ['link', 'set', bridge, 'up']);
  for (const index of [0, 1]) {
    const namespace = `yt${id}${index}`;
    const end = `yt${id}v${index}`;
    const ip = (...args: string[]) => run('ip', args);
    await ip('netns', 'add', namespace);
    await ip('link', 'add', end, 'type', 'veth', 'peer', 'name', 'eth9', 'netns', namespace);
    await ip('link', 'set', end, 'master', bridge, 'up');
    await ip('-n', namespace, 'link', 'set', 'lo', 'up');
    await ip('-n', namespace, 'link', 'set', 'eth9', 'up');
    await ip('-n', namespace, 'addr', 'add', `${between}.${index + 1}/24`, 'dev', 'eth9');
  }
}

/** Ends what the servers left in a namespace (their dnsmasq), and the namespace. */
async function disconnect(namespace: string): Promise<void> {
  const { stdout } = await run('ip', ['netns', 'pids', namespace]);
  for (const pid of stdout.split('\n').filter(Boolean)) process.kill(Number(pid), 'SIGKILL');
  await run('ip', ['netns', 'delete', namespace]);
}
