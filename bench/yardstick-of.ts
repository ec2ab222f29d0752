import { join } from 'node:path';
import { type Server, startServer } from './child.ts';
import { type DataSets, newestRow, writeOptions } from './data-sets.ts';
import { rootKey } from './requests.ts';
import type { YardstickOptions } from './yardstick.ts';

const SCRIPT = join(import.meta.dirname, 'yardstick.ts');

function start(
  data: DataSets,
  options: Pick<YardstickOptions, 'database' | 'work'>,
): Promise<Server> {
  const whole = { ...options, secretId: rootKey.id, secret: rootKey.secret };
  return startServer({ script: SCRIPT, args: [writeOptions(data, whole)] });
}

/** One that reads the answer of the instance asked for. */
export function readingYardstick(
  data: DataSets,
  { ids, answer }: { readonly ids: readonly string[]; readonly answer: string },
): Promise<Server> {
  return start(data, { database: data.answers(ids, answer), work: { kind: 'read' } });
}

/**
 * One that commits, for each request, the rows which the product writes for a launch: those of the
 * last launch in `directory`, whose server has stopped before its workflow was over.
 */
export function committingYardstick(
  data: DataSets,
  launch: { readonly directory: string; readonly instances: number; readonly answer: string },
): Promise<Server> {
  const { directory, instances, answer } = launch;
  const instance = newestRow(directory, 'instances');
  const { host = null, subnet = null, zone, charge_type: chargeType } = instance.columns;
  const each = [
    instance,
    newestRow(directory, 'disks'),
    newestRow(directory, 'operations'),
    newestRow(directory, 'instance_security_groups'),
    { ...newestRow(directory, 'hosts', { key: host }), key: ['key'] },
  ];
  const counter = newestRow(directory, 'counters', { name: `${zone}:${chargeType}` });
  const once = [
    newestRow(directory, 'workflows'),
    // The owner's inbox has the password that was made up.
    newestRow(directory, 'inbox'),
    { ...newestRow(directory, 'address_ranges', { key: subnet }), key: ['key'] },
    { ...counter, key: ['account', 'scope', 'name'] },
  ];
  const database = join(directory, 'yuntai.db');
  return start(data, { database, work: { kind: 'commit', each, once, instances, answer } });
}
