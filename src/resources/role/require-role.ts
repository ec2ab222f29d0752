import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { roleFaults } from './faults.ts';

const EVERY_NAME = '*';

/**
 * Checks that a role exists. Roles belong to the vendors' access management, which is not served:
 * those that exist are configured (`YUNTAI_ROLES`).
 */
export const requireRole = verb(
  [roleFaults.notFound],
  async ({ cloud }: ReadScope, name: string): Promise<void> => {
    const { roles } = cloud.configuration;
    if (!roles.includes(name) && !roles.includes(EVERY_NAME)) throw roleFaults.notFound();
    return Promise.resolve();
  },
);
