import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import {
  findNamed,
  isUnfinished,
  ownVolumes,
  memberOf,
  removeVolume,
  unfinishedName,
  volumePath,
  volumesPath,
  type VolumeAnswer,
} from './volume-record.ts';

/** A volume that is to be made. */
export interface Filling {
  readonly name: string;
  /** What is written beside it. */
  readonly marks: Readonly<Record<string, string>>;
  readonly sizeGiB?: number;
  /** Key of the host it is made on; a copy is on that of its source where none is given. */
  readonly host?: string;
  /** The volume whose data it gets; empty without. */
  readonly source?: VolumeAnswer;
  /** A snapshot of the source as the server makes them, in place of what is on it now. */
  readonly sourceSnapshot?: string;
}

const COPY_MS_MAX = 6 * 60 * 60_000;

/** Makes a volume under its name; false where one of that name is there. @throws EngineError */
export async function makeVolume(context: IncusContext, filling: Filling): Promise<boolean> {
  if (filling.source === undefined) return post(context, filling.name, filling);
  const unfinished = await fillUnfinished(context, filling);
  return finish(context, unfinished, filling.name);
}

/**
 * Makes a volume beside the one that it is to replace. What an earlier call has left half full is
 * not taken. @throws EngineError
 */
export async function fillUnfinished(
  context: IncusContext,
  filling: Filling,
): Promise<VolumeAnswer> {
  const name = unfinishedName(filling.name);
  await post(context, name, filling);
  const made = await findNamed(context, name);
  if (made !== undefined) return made;
  throw new EngineError(`${name} was not made.`, { status: 0, retryable: true });
}

/** Gives a whole volume its name; false where one of that name is there. @throws EngineError */
export async function finish(
  context: IncusContext,
  unfinished: VolumeAnswer,
  name: string,
): Promise<boolean> {
  const path = volumePath(context, unfinished.name);
  const query = memberOf(context, unfinished);
  const isFirst = await unlessTaken(() =>
    context.engine.change('POST', path, { body: { name }, query }),
  );
  for (const each of await ownVolumes(context)) {
    if (isUnfinished(each, name)) await removeVolume(context, each);
  }
  return isFirst;
}

function post(context: IncusContext, name: string, filling: Filling): Promise<boolean> {
  const { engine, configuration } = context;
  const { marks, sizeGiB, source, sourceSnapshot, host = source?.location ?? '' } = filling;
  const size = sizeGiB === undefined ? {} : { size: `${sizeGiB}GiB` };
  const from = {
    type: 'copy',
    pool: configuration.storagePool,
    name: sourceSnapshot === undefined ? source?.name : `${source?.name}/${sourceSnapshot}`,
    volume_only: true,
    ...(context.isClustered ? { location: source?.location } : {}),
  };
  const body = {
    name,
    content_type: configuration.machines === 'container' ? 'filesystem' : 'block',
    config: { ...inherited(source), ...size, ...marks },
    ...(source === undefined ? {} : { source: from }),
  };
  const query = targetOf(context, host);
  const options = { body, query, timeoutMs: COPY_MS_MAX };
  return unlessTaken(() => engine.change('POST', volumesPath(context), options));
}

/** How large it is, and how the server has shifted the owners of its files. */
function inherited(source: VolumeAnswer | undefined): Record<string, string> {
  const entries = Object.entries(source?.config ?? {});
  return Object.fromEntries(entries.filter(([name]) => !name.startsWith('user.')));
}

async function unlessTaken(change: () => Promise<unknown>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.isTaken) return false;
    throw error;
  }
}
