import { sql } from 'kysely';
import type { AnyDatabase } from './table.ts';

/** The vCPUs of spot instances are counted by zone, since their quota is one of vCPUs. */
export async function spotVcpus(db: AnyDatabase): Promise<void> {
  await sql`
    insert into counters (account, scope, name, used)
    select account, 'spot-vcpus:' || region, zone, sum(cpu)
    from instances where state <> 'launch-failed' and charge_type = 'spot'
    group by account, region, zone
  `.execute(db);
}
