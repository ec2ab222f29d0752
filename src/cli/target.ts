import process from 'node:process';
import { readCredentials } from '#server/credentials.ts';
import { rootKeyFrom } from '#server/environment.ts';
import { administer, NotRunning, type ServerChoice } from './admin-client.ts';
import { Failure } from './failure.ts';
import { remark } from './print.ts';

/** A server to send requests to, and what to sign them with. */
export interface Target {
  readonly url: string;
  readonly id: string;
  readonly secret: string;
}

const URL_DEFAULT = 'http://127.0.0.1:8600';

/**
 * The running server and its root key pair; where none runs, the pair that is kept or fixed by the
 * environment, and the default address. @throws Failure where there is no pair at all.
 */
export async function findTarget(choice: ServerChoice): Promise<Target> {
  try {
    return (await administer(choice, 'root-key')) as Target;
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    const pair = rootKeyFrom(process.env) ?? readCredentials(choice.data);
    if (pair === undefined) throw error;
    remark(`yuntai: no server runs on ${choice.data} now; taking ${URL_DEFAULT} as its address.`);
    return { url: URL_DEFAULT, ...pair };
  }
}

/** Host and port of an address such as http://127.0.0.1:8600. */
export function hostPortOf(url: string): string {
  try {
    return new URL(url).host;
  } catch (cause) {
    throw new Failure(`"${url}" is no address: write it as http://127.0.0.1:8600.`, { cause });
  }
}
