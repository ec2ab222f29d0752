import { integerOf, keyOfInteger } from '#kernel/ids.ts';
import { roleFaults } from '#resources/role/faults.ts';
import type { Role } from '#resources/role/role.ts';
import type { TrustGrammar } from '#resources/role/trust-document.ts';
import type { RoleNamed } from '#resources/role/verbs/get-role.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { time } from '#wire/builders.ts';

/** Ids of roles are numbers of 14 digits: UpdateRoleConsoleLogin takes them as such. */
const ID_START = '4';
const DIGITS = 13;

export const roleNamePatch = {
  min: 1,
  max: 128,
  pattern: /^[A-Za-z0-9+=,.@_-]+$/,
  reasons: roleFaults.malformed,
} as const;

/** Numbers of requests that are out of range. */
export const range = { range: roleFaults.outOfRange } as const;

/** Page and Rp of each list. */
export const pagePatches = {
  Page: { min: 1, max: 1_000_000, reasons: range },
  Rp: { min: 1, max: 200, reasons: range },
} as const;

export const descriptionPatch = {
  max: 1_000,
  reasons: { length: roleFaults.descriptionTooLong },
} as const;

/** A document is checked as a whole: how long it may be as well. */
export const documentPatch = {
  max: 65_536,
  reasons: { length: roleFaults.documentTooLong },
} as const;

/** The language of CAM's policies (https://cloud.tencent.com/document/product/598/10604). */
export const grammar: TrustGrammar = {
  version: '2.0',
  actions: [
    'name/sts:assumerole',
    'sts:assumerole',
    'name/sts:assumerolewithsaml',
    'name/sts:assumerolewithwebidentity',
  ],
  principals: ['service', 'qcs', 'federated'],
  machines: 'cvm.qcloud.com',
  charactersMax: 6_144,
};

/** The role of a request that names it by id or by name. @throws role.unnamed, role.gone */
export function roleMeant(
  vendor: string,
  id: string | undefined,
  name: string | undefined,
): RoleNamed {
  if (id !== undefined) return { vendor, key: keyOf(id) };
  if (name === undefined) throw roleFaults.unnamed();
  return { vendor, name };
}

function keyOf(id: string): string {
  const digits = id.startsWith(ID_START) ? id.slice(ID_START.length) : '';
  const key = digits.length === DIGITS ? keyOfInteger(Number(digits)) : undefined;
  if (key === undefined) throw roleFaults.gone({ name: id.slice(0, 64) });
  return key;
}

/** The id of a role. */
export function roleId({ key }: Pick<Role, 'key'>): string {
  return `${ID_START}${String(integerOf(key)).padStart(DIGITS, '0')}`;
}

export const shownRolePatch = {
  AddTime: time({ form: 'china' }),
  UpdateTime: time({ form: 'china' }),
  DeletionTaskId: { nullable: true },
} as const;

/** A role as the pages show it. */
export function shownRole(role: Role, account: string, tags: readonly Tag[] = []) {
  return {
    RoleId: roleId(role),
    RoleName: role.name,
    PolicyDocument: role.document,
    Description: role.description,
    AddTime: role.createdAt,
    UpdateTime: role.updatedAt,
    ConsoleLogin: role.consoleLogin ? 1 : 0,
    RoleType: 'user',
    SessionDuration: role.sessionSeconds,
    DeletionTaskId: null,
    Tags: tags.map(({ name: Key, value: Value }) => ({ Key, Value })),
    RoleArn: `qcs::cam::uin/${account}:roleName/${role.name}`,
  };
}
