import type { Reader } from '#store/store.ts';

/**
 * Whether every member is of a group or a cluster that is there, in its region and zone, and no
 * host, rack or switch holds more members of a group than its affinity. An instance that an
 * engine moved by itself may break that; no test server has such an engine.
 */
export async function auditPlacements({ db }: Reader): Promise<readonly string[]> {
  const instances = await db.selectFrom('instances').selectAll().execute();
  const groups = await db.selectFrom('placement_groups').selectAll().execute();
  const clusters = await db.selectFrom('hpc_clusters').selectAll().execute();
  const hosts = await db.selectFrom('hosts').selectAll().execute();
  const found: string[] = [];
  const hostOf = new Map(hosts.map((host) => [host.key, host]));
  const groupOf = new Map(groups.map((group) => [group.key, group]));
  const clusterOf = new Map(clusters.map((cluster) => [cluster.key, cluster]));
  const held = new Map<string, { readonly limit: number; count: number }>();
  for (const { key, region, zone, host: on, ...row } of instances) {
    const { placement_group: groupKey, placement_part: part, hpc_cluster: clusterKey } = row;
    if (clusterKey !== null && clusterOf.get(clusterKey)?.zone !== zone) {
      found.push(`The instance ${key} is not in the zone of its cluster ${clusterKey}.`);
    }
    const group = groupKey === null ? undefined : groupOf.get(groupKey);
    if (groupKey !== null && group?.region !== region) {
      found.push(`The instance ${key} is in the group ${groupKey}, which is not there.`);
    }
    if (group === undefined) continue;
    const hasPart = part !== null && part >= 1 && part <= group.parts;
    if (hasPart !== group.parts > 0) found.push(`The instance ${key} is in no part of its group.`);
    const host = on === null ? undefined : hostOf.get(on);
    if (host === undefined || group.strategy !== 'spread') continue;
    const standing = { host: host.key, rack: host.rack, switch: host.network_switch };
    const unit = `${group.key} on ${standing[group.level] ?? host.key}`;
    const sum = held.get(unit) ?? { limit: group.affinity, count: 0 };
    sum.count += 1;
    held.set(unit, sum);
  }
  for (const [unit, { limit, count }] of held) {
    if (count > limit) found.push(`The group ${unit} has ${count} members there, not ${limit}.`);
  }
  return found;
}
