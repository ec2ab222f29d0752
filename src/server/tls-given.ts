import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { TlsIdentity, TlsPair } from './tls-identity.ts';

export interface GivenIdentityOptions {
  readonly certFile: string;
  readonly keyFile: string;
  readonly wall: Clock;
  readonly log: Log;
}

const LOOK_MS = 1_000;

/**
 * The operator's certificate and key, read again when their files change. While those do not fit
 * together, as between the writing of the one and of the other, the pair before is shown.
 * @throws Error that says which file cannot be used.
 */
export function givenIdentity({ wall, log, ...files }: GivenIdentityOptions): TlsIdentity {
  let seen = stampOf(files);
  let pair = readPair(files);
  let lookAt = wall.steady() + LOOK_MS;
  const look = (): void => {
    if (wall.steady() < lookAt) return;
    lookAt = wall.steady() + LOOK_MS;
    const stamp = stampOf(files);
    if (stamp === seen) return;
    seen = stamp;
    try {
      pair = readPair(files);
      log.info(files, 'The TLS certificate was read anew.');
    } catch (error) {
      log.warn({ error: String(error) }, 'The TLS certificate has changed and cannot be used.');
    }
  };
  return {
    current() {
      look();
      return Promise.resolve(pair);
    },
    authority: () => Promise.resolve(undefined),
  };
}

type Files = Pick<GivenIdentityOptions, 'certFile' | 'keyFile'>;

function readPair({ certFile, keyFile }: Files): TlsPair {
  const pair = { cert: readPem(certFile, '--tls-cert'), key: readPem(keyFile, '--tls-key') };
  try {
    process.getBuiltinModule('node:tls').createSecureContext(pair);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = `${certFile} and ${keyFile} are no certificate and its key: ${reason}.`;
    throw new Error(what, { cause: error });
  }
  return pair;
}

function readPem(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${option} ${path} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Tells one state of the files from another. */
function stampOf({ certFile, keyFile }: Files): string {
  const stamps = [certFile, keyFile].map((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? '' : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
  });
  return stamps.join(' ');
}
