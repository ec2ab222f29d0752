import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Random } from '#kernel/random.ts';
import { givenIdentity } from './tls-given.ts';
import { ownIdentity } from './tls-own.ts';
import type { TlsIdentity } from './tls-identity.ts';

export interface TlsChoice {
  /** Names of the server besides those that it always has. */
  readonly names?: readonly string[];
  /** Files of the operator's own certificate and key, in place of ours. */
  readonly given?: { readonly certFile: string; readonly keyFile: string };
}

interface Surroundings {
  readonly data: string;
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** @throws Error where what is kept or given cannot be used; it says what to do. */
export function openTls(
  choice: TlsChoice | false | undefined,
  { data, wall, random, log }: Surroundings,
): TlsIdentity | undefined {
  if (choice === false) return undefined;
  const { names = [], given } = choice ?? {};
  if (given !== undefined) return givenIdentity({ ...given, wall, log });
  return ownIdentity({ data, names, wall, random });
}
