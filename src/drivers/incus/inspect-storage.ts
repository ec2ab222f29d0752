import type { StoredThing } from '../storage.ts';
import type { IncusContext } from './context.ts';
import { recordKeys } from './machine-record.ts';
import { keyOfOldName, ownVolumes, volumeKeys, type VolumeAnswer } from './volume-record.ts';

interface ImageAnswer {
  readonly properties: Readonly<Record<string, string>>;
  readonly aliases: ReadonlyArray<{ readonly name: string }>;
}

/** The volumes and images that this cloud has made. @throws EngineError */
export async function inspectStorage(context: IncusContext): Promise<readonly StoredThing[]> {
  const { engine, cloud } = context;
  const query = { recursion: '1' };
  const [volumes, images] = await Promise.all([
    ownVolumes(context),
    engine.get<readonly ImageAnswer[]>('/1.0/images', { query }),
  ]);
  const own = images.filter(({ properties }) => properties[recordKeys.cloud] === cloud);
  const names = own.flatMap(({ aliases }) => aliases.map(({ name }) => name));
  return [...volumes.flatMap(thingOfVolume), ...names.flatMap(thingOfAlias)];
}

function thingOfVolume({ name, config }: VolumeAnswer): readonly StoredThing[] {
  const snapshot = config?.[volumeKeys.snapshot];
  if (snapshot !== undefined) return [{ kind: 'snapshot', key: snapshot, name }];
  const disk = config?.[volumeKeys.disk] ?? keyOfOldName(name);
  return disk === undefined ? [] : [{ kind: 'disk', key: disk, name }];
}

function thingOfAlias(name: string): readonly StoredThing[] {
  const [, kind, key] = /^yt-(image|snapshot)-([a-z0-9]+)$/.exec(name) ?? [];
  if (key === undefined) return [];
  return [{ kind: kind === 'image' ? 'image' : 'snapshot', key, name }];
}
