import type { KeyPair } from '#resources/account/access-keys.ts';
import type { Configuration } from '#resources/configuration.ts';
import { defaultLimits } from '#resources/nouns.ts';
import { parseCidr } from '#resources/subnet/cidr.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Quotas that `quotas` of simulator.json may set. */
export const quotaNames: readonly string[] = Object.keys(defaultLimits);

type Writable = { -readonly [Name in keyof Configuration]?: Configuration[Name] };

/**
 * What the environment sets of the domain, each as docs/reference/configuration.md says.
 * @throws Error that names the variable and what is expected of it.
 */
export function configurationFrom(env: Environment): Partial<Configuration> {
  const set: Writable = {};
  const block = cidrOf(env, 'YUNTAI_DEFAULT_VPC_CIDR', { least: 8, most: 24 });
  const pool = cidrOf(env, 'YUNTAI_PUBLIC_CIDR', { least: 8, most: 30 });
  const mask = wholeOf(env, 'YUNTAI_DEFAULT_SUBNET_MASK', { least: 9, most: 29 });
  const bin = wholeOf(env, 'YUNTAI_RECYCLE_BIN_MS', MILLISECONDS);
  const shown = wholeOf(env, 'YUNTAI_LAUNCH_FAILED_MS', MILLISECONDS);
  const tokens = wholeOf(env, 'YUNTAI_TOKEN_MS', MILLISECONDS);
  const inbox = wholeOf(env, 'YUNTAI_INBOX_MS', MILLISECONDS);
  const opening = wholeOf(env, 'YUNTAI_OPENING_BALANCE', { least: 0, most: 1_000_000_000 });
  const spotSeed = env['YUNTAI_SPOT_SEED'] ?? '';
  const swing = wholeOf(env, 'YUNTAI_SPOT_SWING', { least: 0, most: 100 });
  const traffic = wholeOf(env, 'YUNTAI_TRAFFIC_USE', { least: 0, most: 100 });
  const notice = wholeOf(env, 'YUNTAI_SPOT_NOTICE_MS', MILLISECONDS);
  const roles = namesOf(env, 'YUNTAI_ROLES');
  if (block !== undefined) set.defaultVpcCidr = block;
  if (pool !== undefined) set.publicCidr = pool;
  if (mask !== undefined) set.defaultSubnetMask = mask;
  if (bin !== undefined) set.recycleBinMs = bin;
  if (shown !== undefined) set.launchFailedMs = shown;
  if (tokens !== undefined) set.tokenMs = tokens;
  if (inbox !== undefined) set.inboxMs = inbox;
  if (opening !== undefined) set.openingBalanceYuan = opening;
  if (spotSeed !== '') set.spotSeed = spotSeed;
  if (swing !== undefined) set.spotSwingPercent = swing;
  if (traffic !== undefined) set.trafficUsePercent = traffic;
  if (notice !== undefined) set.spotNoticeMs = notice;
  if (roles !== undefined) set.roles = roles;
  return set;
}

/** The root key pair that the environment fixes. @throws Error where there is half of one. */
export function rootKeyFrom(env: Environment): KeyPair | undefined {
  const id = env['YUNTAI_ACCESS_KEY_ID'] ?? '';
  const secret = env['YUNTAI_ACCESS_KEY_SECRET'] ?? '';
  if (id === '' && secret === '') return undefined;
  if (id !== '' && secret !== '') return { id, secret };
  throw new Error(
    'Set YUNTAI_ACCESS_KEY_ID and YUNTAI_ACCESS_KEY_SECRET together, or neither of them.',
  );
}

/** How long a workflow is held by a process that says nothing more; wall milliseconds. */
export function leaseMsFrom(env: Environment): number | undefined {
  return wholeOf(env, 'YUNTAI_LEASE_MS', { least: 500, most: 600_000 });
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const MILLISECONDS: Bounds = { least: 0, most: 400 * 86_400_000 };

function wholeOf(env: Environment, name: string, { least, most }: Bounds): number | undefined {
  const text = env[name] ?? '';
  if (text === '') return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

const ROLE_NAME = /^(?:\*|[A-Za-z0-9+=,.@_-]{1,128})$/;

/** Names with blanks between them. */
function namesOf(env: Environment, name: string): readonly string[] | undefined {
  const names = (env[name] ?? '').split(/\s+/).filter((one) => one !== '');
  if (names.length === 0) return undefined;
  if (names.every((one) => ROLE_NAME.test(one))) return names;
  throw new Error(`${name} must be names of roles with blanks between them, or *.`);
}

/** A block of addresses whose mask is within bounds. */
function cidrOf(env: Environment, name: string, { least, most }: Bounds): string | undefined {
  const text = env[name] ?? '';
  if (text === '') return undefined;
  const cidr = parseCidr(text);
  if (cidr !== undefined && cidr.bits >= least && cidr.bits <= most) return text;
  throw new Error(
    `${name} must be a block of addresses such as 10.0.0.0/${least}, ` +
      `with a mask of ${least} to ${most} bits, not "${text}".`,
  );
}
