import { mix } from '#kernel/ids.ts';
import { roleFaults } from '#resources/role/faults.ts';
import type { Policy } from '#resources/role/role.ts';

/**
 * The preset policies whose ids are known, sample data; the first one is in the example of
 * https://cloud.tencent.com/document/api/598/33562
 */
const known: ReadonlyMap<number, string> = new Map([
  [1, 'AdministratorAccess'],
  [2, 'ReadOnlyAccess'],
]);
const ofProduct = /^Q[Cc]loud[A-Za-z0-9_-]+$/;
/** Ids of the others follow from their names, so that a list and what names them agree. */
const FIRST_DERIVED = 1_000_000;

interface PolicyAsked {
  readonly PolicyId?: number | undefined;
  readonly PolicyName?: string | undefined;
}

/** The id of a policy. */
export function policyId(name: string): number {
  const found = [...known].find(([, one]) => one === name)?.[0];
  return found ?? FIRST_DERIVED + mix(name, 0);
}

/**
 * A preset policy by id or name: those that are called as the vendor's are. An account has no
 * policies of its own, since nothing makes one here. `attached` are those that an id may mean too.
 * @throws role.policyUnnamed, role.policyUnknown
 */
export function policyMeant(asked: PolicyAsked, attached: readonly Policy[] = []): Policy {
  const { PolicyId: id, PolicyName: name } = asked;
  if (name === undefined && id === undefined) throw roleFaults.policyUnnamed();
  if (name !== undefined) {
    const isKnown = [...known.values()].includes(name) || ofProduct.test(name);
    if (isKnown) return { name, kind: 'preset' };
    throw roleFaults.policyUnknown({ policy: name, by: 'name' });
  }
  const found = attached.find((one) => policyId(one.name) === id)?.name ?? known.get(id ?? 0);
  if (found === undefined) throw roleFaults.policyUnknown({ policy: String(id), by: 'id' });
  return { name: found, kind: 'preset' };
}
