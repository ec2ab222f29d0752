// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listroles
import { action } from '#apis/context.ts';
import { listRoles as listRolesVerb } from '#resources/role/verbs/get-role.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { boolean, integer, list, string, structure } from '#wire/builders.ts';
import { shownRole, shownRoleShape } from './role-shapes.ts';

/** Roles by their names; a page goes on behind the name in Marker. */
export const listRoles = action.read({
  name: 'ListRoles',
  region: 'none',
  input: structure({
    Marker: string({ max: 64 }),
    MaxItems: {
      ...integer({ min: 1, max: 1_000, reasons: { range: roleFaults.outOfRange } }),
      default: 100,
    },
  }),
  output: structure({
    IsTruncated: boolean(),
    Marker: { ...string(), optional: true },
    Roles: list(shownRoleShape, { element: 'Role' }),
  }),
  handle: async (context, { Marker, MaxItems }) => {
    const all = await listRolesVerb(context, context.vendor);
    const sorted = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const left = sorted.filter(({ name }) => Marker === undefined || name > Marker);
    const page = left.slice(0, MaxItems);
    const IsTruncated = left.length > page.length;
    const last = page.at(-1);
    return {
      IsTruncated,
      ...(IsTruncated && last !== undefined && { Marker: last.name }),
      Roles: page.map((role) => shownRole(role, context.account)),
    };
  },
});
