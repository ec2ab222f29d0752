import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import type { NewBinding } from '../auto-snapshot-policy/bindings.ts';
import { freeDevices, systemDevice } from '../disk/device.ts';
import type { DiskDoc } from '../disk/disk.ts';
import { type NewlyMadeDisk, plainDisk } from '../disk/disk-row.ts';
import type { Image } from '../image/image.ts';
import { deliver } from '../inbox/inbox.ts';
import type { Scope } from '../scope.ts';
import type { Instance, InstanceLogin } from './instance.ts';
import type { LaunchDisk, LaunchLogin, LaunchRequest } from './launch-request.ts';
import type { LaunchPlan } from './verbs/plan-launch.ts';

/** The purpose under which passwords of instances are sealed. */
export const passwordPurpose = 'instance-password';

/**
 * Seals the password; a generated one is delivered to its owner's inbox, the only place where it
 * can be read (seed 004 L8752-8755).
 */
export async function settleLogin(
  scope: Scope,
  login: LaunchLogin,
  at: { readonly keys: ReadonlyArray<Key<'instance'>>; readonly image: Image },
): Promise<InstanceLogin> {
  const { sealer, random } = scope.cloud;
  const none = { password: null, keepImageLogin: false };
  switch (login.by) {
    case 'password':
      return { ...none, password: sealer.seal(login.password, passwordPurpose) };
    case 'generated-password': {
      const password = generatedPassword(random);
      const body = { instances: at.keys, user: at.image.loginUser, password };
      await deliver(scope, { kind: 'default-password', body });
      return { ...none, password: sealer.seal(password, passwordPurpose) };
    }
    case 'image':
      return { ...none, keepImageLogin: true };
    case 'key-pairs':
    case 'nothing':
      return none;
  }
}

const CLASSES = [
  'abcdefghijkmnpqrstuvwxyz',
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  '23456789',
  '!@#%^*-_=+',
] as const;
const PASSWORD_CHARACTERS = 16;

/** Of every class some, none that are mistaken for one another; fits both vendors' rules. */
function generatedPassword(random: Random): string {
  const from = (text: string): string => text[random.integer(text.length)] ?? '';
  const characters = CLASSES.map(from);
  const all = CLASSES.join('');
  while (characters.length < PASSWORD_CHARACTERS) characters.push(from(all));
  // Fisher-Yates, but the first stays: a password should not begin with a special character.
  for (let at = characters.length - 1; at > 1; at -= 1) {
    const other = 1 + random.integer(at);
    [characters[at], characters[other]] = [characters[other] ?? '', characters[at] ?? ''];
  }
  return characters.join('');
}

/** The disks of a batch: of each instance the system disk, then its data disks. */
export function disksOfLaunch(
  scope: Scope,
  plan: Pick<LaunchPlan, 'systemDisk' | 'systemDiskGiB' | 'dataDisks'>,
  instances: ReadonlyArray<Omit<Instance, 'seq' | 'fault'>>,
): readonly NewlyMadeDisk[] {
  const { systemDisk, systemDiskGiB, dataDisks } = plan;
  const named = dataDisks.map(({ device }) => device ?? null);
  const free = freeDevices(named, named.length).values();
  const devices = named.map((device) => device ?? free.next().value ?? null);
  const parts = [
    { disk: systemDisk, sizeGiB: systemDiskGiB, role: 'system', device: systemDevice } as const,
    ...dataDisks.map((disk, index) => ({
      disk,
      sizeGiB: disk.sizeGiB ?? 0,
      role: 'data' as const,
      device: devices[index] ?? null,
    })),
  ];
  return instances.flatMap(({ key: instance, account, region, zone, host }) =>
    parts.map(({ disk, ...part }) => ({
      ...plainDisk,
      ...part,
      key: newKey(scope.cloud.random),
      account,
      region,
      zone,
      instance,
      host,
      category: disk.category,
      name: disk.name,
      portable: part.role === 'data' && !disk.isLocal && disk.isBound !== true,
      deleteWithInstance: disk.deleteWithInstance,
      encrypted: disk.doc.encrypted === true,
      snapshot: disk.snapshot ?? null,
      createdAt: scope.now,
      attachedAt: scope.now,
      doc: docOf(disk),
    })),
  );
}

function docOf({ doc, throughput = 0 }: LaunchDisk): DiskDoc {
  return throughput > 0 ? { ...doc, throughput } : doc;
}

/** The policies that make snapshots of the disks of a launch, as `disksOfLaunch` answers them. */
export function bindingsOfLaunch(
  { systemDisk, dataDisks }: LaunchRequest,
  disks: readonly NewlyMadeDisk[],
): readonly NewBinding[] {
  const parts = [systemDisk, ...dataDisks];
  return disks.flatMap(({ key: disk, account, region }, index) => {
    const policy = parts[index % parts.length]?.snapshotPolicy;
    return policy === undefined ? [] : [{ policy, disk, account, region }];
  });
}
