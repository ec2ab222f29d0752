import { addMainTable } from '../route-table/main-table.ts';
import type { Scope } from '../scope.ts';
import { vpcRow, type Vpc } from './vpc.ts';

/** Writes a network that has been checked and counted, with its main route table. */
export async function addVpc({ db }: Scope, vpc: Vpc): Promise<Vpc> {
  await db.insert('vpcs', [vpcRow(vpc)]);
  await addMainTable(db, vpc);
  return vpc;
}
