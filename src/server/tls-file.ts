import { X509Certificate } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { TlsPair } from './tls-identity.ts';

/** A certificate of our own, with what is needed to see whether it still serves. */
export interface KeptTls {
  readonly pair: TlsPair;
  readonly authority: string;
  readonly names: readonly string[];
  /** Wall milliseconds. */
  readonly endsAt: number;
}

const NAMES = /^# names: (.*)$/m;
const KEY = /-----BEGIN PRIVATE KEY-----\n[^-]+-----END PRIVATE KEY-----\n/;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n/g;

/**
 * What is kept in a file that its owner alone can read: names, key, certificate and authority, in
 * one, so that they always fit together. Undefined where there is none.
 * @throws Error that says what to do.
 */
export function readTls(path: string): KeptTls | undefined {
  let text: string;
  try {
    if ((statSync(path).mode & 0o077) !== 0) {
      throw new Error(`Others than its owner can read ${path}: chmod 600 ${path}`);
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [key] = KEY.exec(text) ?? [];
  const [cert, authority] = text.match(CERTIFICATE) ?? [];
  const names = (NAMES.exec(text)?.[1] ?? '').split(' ');
  if (key !== undefined && cert !== undefined && authority !== undefined) {
    return { pair: { key, cert }, authority, names, endsAt: endOf(cert) };
  }
  throw new Error(`${path} does not hold a key and two certificates: remove it to get new ones.`);
}

/** When a certificate ends. */
export function endOf(cert: string): number {
  return Date.parse(new X509Certificate(cert).validTo);
}

/** Replaces what is kept, as a whole. */
export function writeTls(path: string, { pair, authority, names }: KeptTls): void {
  const draft = `${path}.${process.pid}`;
  const text = `# names: ${names.join(' ')}\n${pair.key}${pair.cert}${authority}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
