import type { Clock } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import type { KeyPair } from '#resources/account/access-keys.ts';
import type { Sealer } from '#resources/account/sealer.ts';
import type { Cloud } from '#resources/cloud.ts';
import type { Limits } from '#resources/nouns.ts';
import type { Store } from '#store/store.ts';
import type { Progress } from './admin-answer.ts';
import type { AdminInput } from './admin-input.ts';
import type { CloudClock } from './cloud-clock.ts';
import type { Keyring } from './keyring.ts';
import type { Machines } from './machines.ts';
import type { SimulatorSurface } from './simulator-surface.ts';
import type { Tending } from './tend-machines.ts';
import type { TlsIdentity } from './tls-identity.ts';

/** What administration commands work on. */
export interface AdminParts {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly sealer: Sealer;
  readonly random: Random;
  readonly wall: Clock;
  readonly clock: CloudClock;
  readonly keyring: Keyring;
  readonly machines: Machines;
  readonly tending: Tending | undefined;
  /** Where the machines are simulated. */
  readonly simulator: SimulatorSurface | undefined;
  /** What `status` adds: where the server listens, its version. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The root key pair, for whoever may open the socket: `yuntai env` prints it. */
  readonly rootKey: KeyPair;
  /** Undefined where the port takes plain HTTP alone. */
  readonly identity: TlsIdentity | undefined;
  /** What each vendor calls an instance, by its key: the inbox names them so. */
  instanceIds(key: string): readonly string[];
  /** How many an account may have that has no quota of its own. */
  readonly limits: Limits;
  /** The neutral name of what either vendor calls a region or a zone. */
  placeNamed(what: 'region' | 'zone', name: string): string | undefined;
  imageIds(key: string): readonly string[];
  /** Of a customer's server, which one vendor has. */
  serverIds(key: string): readonly string[];
  /** What an id of either vendor may be the key of. */
  imageKeys(id: string): readonly string[];
}

/** `tell` says how far a command is that takes long. */
export type AdminCommand = (
  input: AdminInput,
  tell: (progress: Progress) => void,
) => Promise<unknown>;

/** A command and its name. */
export type Named = readonly [string, AdminCommand];
