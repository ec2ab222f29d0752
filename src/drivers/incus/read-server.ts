import type { IncusConfiguration } from './configuration.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';

/** What a server says of itself when it is opened. */
export interface ServerFacts {
  /** Such as "lxd 5.0.2". */
  readonly server: string;
  /** Its own name, which is its member's name in a cluster. */
  readonly serverName: string;
  readonly isClustered: boolean;
  /** Whether it has access control lists for networks. */
  readonly hasAcls?: boolean;
  /** What its pool is made with, such as dir or zfs. */
  readonly poolDriver?: string;
}

interface ServerAnswer {
  readonly auth: string;
  readonly api_extensions: readonly string[];
  readonly environment: {
    readonly server: string;
    readonly server_version: string;
    readonly server_name: string;
    readonly server_clustered: boolean;
  };
}

/**
 * Asks a server who it is, and whether it has what the configuration names.
 * @throws Error that says what to do.
 */
export async function readServer(
  engine: Engine,
  configuration: IncusConfiguration,
): Promise<ServerFacts> {
  const { server, storagePool, publicAddresses, project } = configuration;
  const answer = await orSay(`${server} does not answer as an Incus or LXD server`, () =>
    engine.get<ServerAnswer>('/1.0'),
  );
  if (answer.auth !== 'trusted') {
    throw new Error(
      `${server} does not trust us: add our certificate to it ` +
        `(lxc config trust add, incus config trust add-certificate).`,
    );
  }
  const { environment, api_extensions: extensions } = answer;
  if (publicAddresses && !extensions.includes('network_forward')) {
    throw new Error(`${server} has no network forwards: set publicAddresses to false.`);
  }
  const pool = `/1.0/storage-pools/${encodeURIComponent(storagePool)}`;
  const { driver: poolDriver } = await orSay(
    `${server} has no storage pool ${storagePool} that project ${project} may use`,
    () => engine.get<{ readonly driver: string }>(pool),
  );
  return {
    server: `${environment.server} ${environment.server_version}`,
    serverName: environment.server_name,
    isClustered: environment.server_clustered,
    poolDriver,
    hasAcls: extensions.includes('network_acl') && extensions.includes('network_bridge_acl'),
  };
}

async function orSay<Value>(what: string, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Error(`${what}: ${error.message}`, { cause: error });
  }
}
