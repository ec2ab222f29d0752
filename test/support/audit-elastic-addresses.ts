import type { ElasticAddressRow } from '#store/schema/elastic-address.ts';
import type { InstanceRow } from '#store/schema/instance.ts';

interface Books {
  readonly instances: readonly InstanceRow[];
  readonly publicAddresses: readonly ElasticAddressRow[];
  readonly counters: ReadonlyArray<{ account: string; scope: string; name: string; used: number }>;
  readonly workflows: ReadonlyArray<{ target: string; kind: string }>;
}

/**
 * An instance shows the address that is bound to it, an ordinary one is an instance's, each private
 * address has one at most, counters count the elastic ones, and a timer waits for what is paid in
 * advance and for nothing else.
 */
export function auditElasticAddresses(books: Books): readonly string[] {
  const { instances, publicAddresses } = books;
  const problems: string[] = [];
  const bound = publicAddresses.filter(({ holder_kind: kind }) => kind === 'instance');
  const byInstance = new Map(bound.map((row) => [row.holder, row.address]));
  for (const { key, public_ip: address } of instances) {
    if (address !== (byInstance.get(key) ?? null)) problems.push(`${key}: public address differs.`);
    byInstance.delete(key);
  }
  for (const holder of byInstance.keys()) problems.push(`${holder} has an address, and is gone.`);
  const places = new Set<string>();
  for (const row of publicAddresses) {
    const { key, holder_kind: kind, holder } = row;
    if (row.kind === 'ordinary' && (kind !== 'instance' || holder !== key)) {
      problems.push(`The ordinary address ${key} is not its instance's.`);
    }
    if (kind === null || kind === 'nat-gateway') continue;
    const place = [kind, holder, row.private_ip].join(' ');
    if (places.has(place)) problems.push(`Two public addresses are bound to ${place}.`);
    places.add(place);
  }
  return [...problems, ...auditCounters(books), ...auditTimers(books)];
}

function auditCounters({ publicAddresses, counters }: Books): readonly string[] {
  const elastic = publicAddresses.filter(({ kind }) => kind === 'elastic');
  const found = Map.groupBy(elastic, ({ account, region }) => `${account} ${region}`);
  const problems: string[] = [];
  for (const { account, scope, used } of counters) {
    const [, region] = /^elastic-addresses:(.+)$/.exec(scope) ?? [];
    if (region === undefined) continue;
    const place = `${account} ${region}`;
    const count = found.get(place)?.length ?? 0;
    if (used !== count) {
      problems.push(`${used} elastic addresses counted in ${place}, not ${count}.`);
    }
    found.delete(place);
  }
  for (const place of found.keys()) problems.push(`Elastic addresses of ${place} are not counted.`);
  return problems;
}

function auditTimers({ publicAddresses, workflows }: Books): readonly string[] {
  const prefix = 'elastic-address-expiry:';
  const waiting = workflows.flatMap(({ target }) =>
    target.startsWith(prefix) ? target.slice(prefix.length) : [],
  );
  const paid = publicAddresses.flatMap(({ key, expires_at: at }) => (at === null ? [] : key));
  const same = waiting.toSorted().join() === paid.toSorted().join();
  return same ? [] : [`Timers wait for ${waiting.join()}; paid in advance are ${paid.join()}.`];
}
