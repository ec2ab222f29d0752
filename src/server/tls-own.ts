import { join } from 'node:path';
import type { Clock } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import { endOf, type KeptTls, readTls, writeTls } from './tls-file.ts';
import { authorityName, type TlsIdentity } from './tls-identity.ts';
import { tlsNames } from './tls-names.ts';

export interface OwnIdentityOptions {
  /** Where it is kept; `:memory:` keeps nothing. */
  readonly data: string;
  /** Besides the names that it always has. */
  readonly names: readonly string[];
  readonly wall: Clock;
  readonly random: Random;
}

const RENEWED_BEFORE_MS = 30 * 86_400_000;

/**
 * A certificate of our own: the one that is kept, where it is for these names and not about to
 * end, else a new one, made when somebody first asks for it: what makes it is not loaded before.
 * @throws Error where the file is there and cannot be used.
 */
export function ownIdentity({ data, names, wall, random }: OwnIdentityOptions): TlsIdentity {
  const wanted = tlsNames(names);
  const path = data === ':memory:' ? undefined : join(data, 'tls.pem');
  let kept = path === undefined ? undefined : readTls(path);
  let making: Promise<KeptTls> | undefined;
  const serves = (old: KeptTls): boolean =>
    old.names.join(' ') === wanted.names.join(' ') && wall.now() < old.endsAt - RENEWED_BEFORE_MS;
  const make = async (): Promise<KeptTls> => {
    const { makeCertificate } = await import('./tls-certificate.ts');
    const made = makeCertificate({ ...wanted, authorityName, now: wall.now(), random });
    const { key, certificate: cert, authority } = made;
    kept = { pair: { key, cert }, authority, names: wanted.names, endsAt: endOf(cert) };
    if (path !== undefined) writeTls(path, kept);
    return kept;
  };
  const identity = async (): Promise<KeptTls> => {
    if (kept !== undefined && serves(kept)) return kept;
    making ??= make().finally(() => (making = undefined));
    return making;
  };
  return {
    current: async () => (await identity()).pair,
    authority: async () => (await identity()).authority,
  };
}
