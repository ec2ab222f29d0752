import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { roleFaults } from './faults.ts';
import { roleNamed } from './table.ts';

const EVERY_NAME = '*';

/**
 * Checks that a vendor's instances may take a role: one that was made through it, or one that an
 * operator has configured (`YUNTAI_ROLES`).
 */
export const requireRole = verb(
  [roleFaults.notFound, roleFaults.notForMachines],
  async ({ cloud, db, account }: ReadScope, vendor: string, name: string): Promise<void> => {
    const made = await db.first(roleNamed, { account, vendor, name });
    if (made?.for_machines === 1) return;
    const { roles } = cloud.configuration;
    if (roles.includes(name) || roles.includes(EVERY_NAME)) return;
    throw made === undefined ? roleFaults.notFound() : roleFaults.notForMachines({ name });
  },
);
