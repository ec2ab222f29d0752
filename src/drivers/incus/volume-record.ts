import { randomBytes } from 'node:crypto';
import type { Volume } from '../storage.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { recordKeys } from './machine-record.ts';

/** A custom volume as the server answers it, as far as a disk or a snapshot is concerned. */
export interface VolumeAnswer {
  readonly name: string;
  /** The member it is on; "none" on a server of its own. */
  readonly location: string;
  readonly config: Readonly<Record<string, string>> | null;
  /** Paths of the instances that have it. */
  readonly used_by?: readonly string[] | null;
}

type Marks = Readonly<Record<string, string>>;

/** What is written beside a volume, besides its cloud and its generation. */
export const volumeKeys = {
  disk: 'user.yuntai.disk',
  snapshot: 'user.yuntai.snapshot',
  /** The generation whose going back made it. */
  restored: 'user.yuntai.restored',
  /** The same, once all its data are on it. */
  whole: 'user.yuntai.whole',
} as const;

/** The name of the volume of a disk, and of that which takes its place when it goes back. */
export function diskVolumeName(key: string): string {
  return `yt-${key}`;
}

/** The name of the volume that keeps a snapshot's data. */
export function snapshotVolumeName(key: string): string {
  return `yt-snapshot-${key}`;
}

/**
 * A volume that is being filled has such a name, so that one with its own name is whole; another
 * one each time, since the server may still be filling what a call that was lost has begun.
 */
export function unfinishedName(name: string): string {
  return `${name}-unfinished-${randomBytes(4).toString('hex')}`;
}

/** The name that a volume which is being filled is to have; undefined where it has its own. */
export function nameBefore(name: string): string | undefined {
  return /^(.+)-unfinished-[0-9a-f]{8}$/.exec(name)?.[1];
}

/** Whether a volume is being filled, or was, to be the one of this name. */
export function isUnfinished({ name }: VolumeAnswer, of: string): boolean {
  return nameBefore(name) === of;
}

/** Where the server has volumes. */
export function volumesPath({ configuration }: Pick<IncusContext, 'configuration'>): string {
  return `/1.0/storage-pools/${encodeURIComponent(configuration.storagePool)}/volumes/custom`;
}

/** Where the server has one volume. */
export function volumePath(context: Pick<IncusContext, 'configuration'>, name: string): string {
  return `${volumesPath(context)}/${encodeURIComponent(name)}`;
}

/** What says of a volume that it is a disk of this cloud. */
export function diskMarks(cloud: string, { key, generation }: Pick<Volume, 'key' | 'generation'>) {
  return {
    [recordKeys.cloud]: cloud,
    [volumeKeys.disk]: key,
    [recordKeys.generation]: String(generation),
  };
}

/** What says of a volume that it is a snapshot of this cloud. */
export function snapshotMarks(cloud: string, key: string): Marks {
  return { [recordKeys.cloud]: cloud, [volumeKeys.snapshot]: key };
}

/** The volume of that name, where this cloud made one. @throws EngineError */
export async function findNamed(
  context: IncusContext,
  name: string,
): Promise<VolumeAnswer | undefined> {
  try {
    const found = await context.engine.get<VolumeAnswer>(volumePath(context, name));
    return found.config?.[recordKeys.cloud] === context.cloud ? found : undefined;
  } catch (error) {
    if (error instanceof EngineError && error.isMissing) return undefined;
    throw error;
  }
}

/**
 * The volume of a disk. Versions before named it after its machine as well, and wrote down no
 * disk. @throws EngineError
 */
export async function findDisk(
  context: IncusContext,
  key: string,
): Promise<VolumeAnswer | undefined> {
  const named = await findNamed(context, diskVolumeName(key));
  if (named !== undefined) return named;
  return (await ownVolumes(context)).find(({ name }) => keyOfOldName(name) === key);
}

/** All volumes that this cloud has made. @throws EngineError */
export async function ownVolumes(context: IncusContext): Promise<readonly VolumeAnswer[]> {
  const query = { recursion: '1' };
  const all = await context.engine.get<readonly VolumeAnswer[]>(volumesPath(context), { query });
  return all.filter(({ config }) => config?.[recordKeys.cloud] === context.cloud);
}

/** The key of a disk by the name that versions before gave its volume. */
export function keyOfOldName(name: string): string | undefined {
  return /^yt-[a-z0-9]+-([a-z0-9]+)$/.exec(name)?.[1];
}

/** The query of a change of a volume, which goes to the member it is on. */
export function memberOf(context: IncusContext, { location }: VolumeAnswer): { target?: string } {
  return targetOf(context, location);
}

/** The generation that was asked of a disk last. */
export function generationOfVolume({ config }: VolumeAnswer): number {
  return Number(config?.[recordKeys.generation] ?? 0);
}

/**
 * Writes down that this generation was asked of a disk; answers whether something newer was, in
 * which case nothing may be done any more. @throws EngineError
 */
export async function isSuperseded(
  context: IncusContext,
  found: VolumeAnswer,
  { generation }: Pick<Volume, 'generation'>,
): Promise<boolean> {
  const path = volumePath(context, found.name);
  const query = memberOf(context, found);
  for (;;) {
    const { found: now, etag } = await context.engine.getTagged(path, query);
    const known = generationOfVolume(now as VolumeAnswer);
    if (known > generation) return true;
    if (known === generation) return false;
    const body = { config: { [recordKeys.generation]: String(generation) } };
    try {
      const options = { body, query, ...(etag !== undefined && { ifMatch: etag }) };
      await context.engine.change('PATCH', path, options);
      return false;
    } catch (error) {
      if (!(error instanceof EngineError && error.status === CHANGED)) throw error;
    }
  }
}

const CHANGED = 412;

/**
 * Removes a volume, which may be gone already, with the snapshots that the server has of it: they
 * are left where a snapshot was being made, and nothing of the cloud is made of them.
 * @throws EngineError
 */
export async function removeVolume(context: IncusContext, found: VolumeAnswer): Promise<void> {
  const path = volumePath(context, found.name);
  const query = memberOf(context, found);
  try {
    const snapshots = await context.engine.get<readonly string[]>(`${path}/snapshots`, { query });
    for (const each of snapshots) {
      const name = each.split('?', 1)[0]?.split('/').at(-1) ?? '';
      await context.engine.change('DELETE', `${path}/snapshots/${name}`, { query });
    }
    await context.engine.change('DELETE', path, { query });
  } catch (error) {
    if (!(error instanceof EngineError && error.isMissing)) throw error;
  }
}
