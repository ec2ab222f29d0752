import type { Machine } from '../driver.ts';

/** An instance as the server answers it, as far as a machine is concerned. */
export interface InstanceAnswer {
  readonly name: string;
  readonly status: string;
  readonly status_code: number;
  /** The member it is on; "none" on a server of its own. */
  readonly location: string;
  readonly config: Readonly<Record<string, string>>;
  /** Its own, without those of its profiles. */
  readonly devices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** When it was started last. */
  readonly last_used_at: string;
}

/** What we write beside an instance: which machine it is, of which cloud, what was asked last. */
export const recordKeys = {
  cloud: 'user.yuntai.cloud',
  machine: 'user.yuntai.machine',
  generation: 'user.yuntai.generation',
  /** When it was started last, as it was before the reboot of this generation. */
  reboot: 'user.yuntai.reboot',
  /** How its guest is to be prepared; the password in it is sealed. */
  guest: 'user.yuntai.guest',
  /** The last change of its guest, and whether it waits for a boot; the password is sealed. */
  change: 'user.yuntai.change',
  /** The interfaces that were put into it or taken out, with the generation that was asked last. */
  interfaces: 'user.yuntai.interfaces',
  /** The generation whose rebuild made its root. */
  rebuilt: 'user.yuntai.rebuilt',
} as const;

/** The name of everything that is made for a machine begins so. */
export function nameOf({ key }: Pick<Machine, 'key'>): string {
  return `yt-${key}`;
}

/** Where the server has the instance of a machine. */
export function pathOfMachine(machine: Pick<Machine, 'key'>): string {
  return `/1.0/instances/${nameOf(machine)}`;
}

/** The key of a machine by the name of its instance; undefined where it can be none of ours. */
export function keyOfName(name: string): string | undefined {
  return /^yt-([a-z0-9]+)$/.exec(name)?.[1];
}

/** What says of a thing that it belongs to a machine of this cloud. */
export function recordOf(cloud: string, { key }: Pick<Machine, 'key'>): Record<string, string> {
  return { [recordKeys.cloud]: cloud, [recordKeys.machine]: key };
}

/** Whether a thing with this configuration was made for the machine by this cloud. */
export function isOf(
  config: Readonly<Record<string, string>> | null | undefined,
  cloud: string,
  { key }: Pick<Machine, 'key'>,
): boolean {
  return config?.[recordKeys.cloud] === cloud && config[recordKeys.machine] === key;
}

/** The generation that was asked of an instance last. */
export function generationOf({ config }: InstanceAnswer): number {
  return Number(config[recordKeys.generation] ?? 0);
}

/** Whether it was started ever: the server says 1970 of one that was not. */
export function wasStarted({ last_used_at: at }: InstanceAnswer): boolean {
  return Date.parse(at) > 0;
}

const RUNNING_CODES = new Set([103, 106, 107, 109, 110, 111]);

/** Whether it has power: a frozen one has, and one that is still stopping. */
export function isPowered({ status_code: code }: InstanceAnswer): boolean {
  return RUNNING_CODES.has(code);
}
