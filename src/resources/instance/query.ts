import type { ExpressionBuilder } from 'kysely';
import { likeText } from '#store/like.ts';
import type { Schema } from '#store/schema.ts';
import { keyPairNamedExists } from '../key-pair/table.ts';
import type { ReadScope } from '../scope.ts';
import { tagExists } from '../tag/table.ts';
import type { TagFilter } from '../tag/tag.ts';

/**
 * What instances are asked for. Every list given narrows; the values within one widen. What is
 * undefined is not asked for.
 */
export interface InstanceQuery {
  /** Null: in every region. */
  readonly region: string | null;
  readonly keys?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly states?: readonly string[] | undefined;
  readonly notStates?: readonly string[] | undefined;
  /** Whether something is known to be wrong with its machine. */
  readonly faulty?: boolean | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[] | undefined;
  /** Which of those without a name match the patterns too: all, or those of some keys. */
  readonly nameless?: 'all' | readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly notTypes?: readonly string[] | undefined;
  /** As `namePatterns`. */
  readonly typePatterns?: readonly string[] | undefined;
  readonly images?: readonly string[] | undefined;
  readonly vpcs?: readonly string[] | undefined;
  readonly subnets?: readonly string[] | undefined;
  readonly securityGroups?: readonly string[] | undefined;
  /** Names of key pairs that open them. */
  readonly keyPairNames?: readonly string[] | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly chargeTypes?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly privateAddresses?: readonly number[] | undefined;
  readonly publicAddresses?: readonly number[] | undefined;
  /** Private or public ones. */
  readonly addresses?: readonly number[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Cloud milliseconds, both included. */
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  /** Cloud milliseconds, both included; one that never expires does not match. */
  readonly expiresFrom?: number | undefined;
  readonly expiresTo?: number | undefined;
  readonly internetChargeTypes?: readonly string[] | undefined;
  readonly metadataEndpoints?: readonly string[] | undefined;
  readonly metadataTokens?: readonly string[] | undefined;
  readonly resourceGroups?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly renewals?: readonly string[] | undefined;
  /** By whom it was put away. */
  readonly isolatedBy?: readonly string[] | undefined;
  /** Behind the instance of this `seq` in the list, as the next page wants it. */
  readonly before?: number | undefined;
  /** Nothing can match: an id or a word that is nobody's was asked for. */
  readonly nothing?: true | undefined;
}

type Where = ExpressionBuilder<Schema, 'instances'>;

/** The conditions of a query, for a statement that selects from instances. */
export function conditionsOf(eb: Where, query: InstanceQuery, { account }: ReadScope) {
  const conditions = [eb('instances.account', '=', account)];
  if (query.region !== null) conditions.push(eb('instances.region', '=', query.region));
  const within = [
    ['key', query.keys],
    ['zone', query.zones],
    ['state', query.states],
    ['name', query.names],
    ['type', query.types],
    ['image', query.images],
    ['vpc', query.vpcs],
    ['subnet', query.subnets],
    ['host', query.hosts],
    ['charge_type', query.chargeTypes],
    ['project', query.projects],
    ['internet_charge_type', query.internetChargeTypes],
    ['http_endpoint', query.metadataEndpoints],
    ['http_tokens', query.metadataTokens],
    ['resource_group', query.resourceGroups],
    ['role', query.roles],
    ['renewal', query.renewals],
    ['isolated_by', query.isolatedBy],
    ['private_ip', query.privateAddresses],
  ] as const;
  for (const [column, values] of within) {
    if (values !== undefined) conditions.push(eb(`instances.${column}`, 'in', values));
  }
  const without = [
    ['state', query.notStates],
    ['type', query.notTypes],
  ] as const;
  for (const [column, values = []] of without) {
    if (values.length > 0) conditions.push(eb(`instances.${column}`, 'not in', values));
  }
  const bounds = [
    ['created_at', '>=', query.createdFrom],
    ['created_at', '<=', query.createdTo],
    ['expires_at', '>=', query.expiresFrom],
    ['expires_at', '<=', query.expiresTo],
    ['seq', '<', query.before],
  ] as const;
  for (const [column, operator, bound] of bounds) {
    if (bound !== undefined) conditions.push(eb(`instances.${column}`, operator, bound));
  }
  const { faulty } = query;
  if (faulty !== undefined) {
    conditions.push(eb('instances.fault', faulty ? 'is not' : 'is', null));
  }
  conditions.push(...textConditions(eb, query), ...linkConditions(eb, query, account));
  return eb.and(conditions);
}

function textConditions(eb: Where, query: InstanceQuery) {
  const conditions = [];
  const { namePatterns, nameless, typePatterns } = query;
  if (namePatterns !== undefined) {
    const like = namePatterns.map((one) => eb.and([likeText(eb.ref('instances.name'), one)]));
    conditions.push(eb.or([...like, ...namelessOf(eb, nameless)]));
  }
  if (typePatterns !== undefined) {
    conditions.push(eb.or(typePatterns.map((one) => likeText(eb.ref('instances.type'), one))));
  }
  return conditions;
}

function namelessOf(eb: Where, which: InstanceQuery['nameless']) {
  if (which === undefined) return [];
  const nameless = eb('instances.name', 'is', null);
  return [which === 'all' ? nameless : eb.and([nameless, eb('instances.key', 'in', which)])];
}

function linkConditions(eb: Where, query: InstanceQuery, account: string) {
  const conditions = (query.tags ?? []).map((tag) => eb.and([tagExists('instance', tag)]));
  if (query.securityGroups !== undefined) {
    const linked = eb
      .selectFrom('instance_security_groups')
      .select('instance')
      .where('security_group', 'in', query.securityGroups);
    conditions.push(eb.and([eb('instances.key', 'in', linked)]));
  }
  if (query.keyPairNames !== undefined) {
    const opened = keyPairNamedExists(eb, { account, names: query.keyPairNames });
    conditions.push(eb.and([eb('instances.key', 'in', opened)]));
  }
  const { publicAddresses, addresses } = query;
  if (publicAddresses !== undefined) conditions.push(eb.and([holdsPublic(eb, publicAddresses)]));
  if (addresses !== undefined) {
    const inside = eb('instances.private_ip', 'in', addresses);
    conditions.push(eb.or([inside, holdsPublic(eb, addresses)]));
  }
  return conditions;
}

function holdsPublic(eb: Where, addresses: readonly number[]) {
  const held = eb
    .selectFrom('public_addresses')
    .select('holder')
    .where('holder_kind', '=', 'instance')
    .where('address', 'in', addresses);
  return eb('instances.key', 'in', held);
}
