import { X509Certificate } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getCACertificates } from 'node:tls';
import { authorityName } from '#server/tls-identity.ts';
import { administer, directoryOf, NotRunning, type ServerChoice } from './admin-client.ts';
import { Failure } from './failure.ts';

/** Files that make clients trust a server. */
export interface TrustFiles {
  /** The server's authority alone. */
  readonly authority: string;
  /** The same with all others that this machine trusts. */
  readonly bundle: string;
}

/** The PEM of the authority that vouches for a running server. @throws Failure if it has none */
export async function authorityOf(choice: ServerChoice): Promise<string> {
  const { pem } = await askAuthority(choice);
  if (pem !== null) return pem;
  throw new Failure('This server has no authority of its own: --no-tls, or --tls-cert, was given.');
}

/**
 * Writes the authority of a running server to where its data are, or its socket is if it keeps
 * nothing; where none runs now, what was written before counts. Undefined where there is none.
 */
export async function trustFiles(choice: ServerChoice): Promise<TrustFiles | undefined> {
  try {
    const { pem } = await askAuthority(choice);
    if (pem === null) return undefined;
    const files = filesIn(await directoryOf(choice));
    const bundle = [pem, ...othersTrusted()].join('');
    writeFileSync(files.authority, pem, { mode: 0o600 });
    writeFileSync(files.bundle, bundle, { mode: 0o600 });
    return files;
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    const files = filesIn(resolve(choice.data));
    return existsSync(files.authority) && existsSync(files.bundle) ? files : undefined;
  }
}

async function askAuthority(choice: ServerChoice): Promise<{ readonly pem: string | null }> {
  return (await administer(choice, 'authority')) as { readonly pem: string | null };
}

function filesIn(directory: string): TrustFiles {
  return { authority: join(directory, 'ca.pem'), bundle: join(directory, 'ca-bundle.pem') };
}

/** What the variables replace must go on being trusted: downloads in the same shell need it. */
function othersTrusted(): readonly string[] {
  const found = new Map<string, string>();
  for (const pem of [...getCACertificates('bundled'), ...getCACertificates('system')]) {
    const certificate = new X509Certificate(pem);
    // The system's may be the bundle that was written here before.
    if (certificate.subject.includes(authorityName)) continue;
    found.set(certificate.fingerprint256, certificate.toString());
  }
  return [...found.values()];
}
