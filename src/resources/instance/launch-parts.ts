import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import type { NewDisk } from '#store/schema/disk.ts';
import type { Image } from '../image/image.ts';
import { deliver } from '../inbox/inbox.ts';
import type { Scope } from '../scope.ts';
import type { Instance, InstanceLogin } from './instance.ts';
import type { LaunchDisk, LaunchLogin, LaunchRequest } from './launch-request.ts';

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

/** Rows for the disks of a batch: of each instance the system disk, then its data disks. */
export function diskRows(
  scope: Scope,
  request: LaunchRequest,
  at: {
    readonly instances: ReadonlyArray<Omit<Instance, 'seq' | 'fault'>>;
    readonly systemDiskGiB: number;
  },
): readonly NewDisk[] {
  const row = (instance: Omit<Instance, 'seq' | 'fault'>, disk: LaunchDisk, sizeGiB: number) => ({
    key: newKey(scope.cloud.random),
    account: instance.account,
    region: instance.region,
    zone: instance.zone,
    instance: instance.key,
    category: disk.category,
    size_gib: sizeGiB,
    delete_with_instance: disk.deleteWithInstance ? (1 as const) : (0 as const),
    state: 'attached',
    encrypted: disk.doc.encrypted === true ? (1 as const) : (0 as const),
    name: disk.name,
    created_at: scope.now,
    doc: JSON.stringify(disk.doc),
  });
  return at.instances.flatMap((instance) => [
    { ...row(instance, request.systemDisk, at.systemDiskGiB), role: 'system' as const },
    ...request.dataDisks.map((disk) => ({
      ...row(instance, disk, disk.sizeGiB ?? 0),
      role: 'data' as const,
    })),
  ]);
}
