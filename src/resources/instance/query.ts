import type { ExpressionBuilder } from 'kysely';
import { likeText } from '#store/like.ts';
import type { Schema } from '#store/schema.ts';
import type { ReadScope } from '../scope.ts';
import { tagExists } from '../tag/table.ts';
import type { TagFilter } from '../tag/tag.ts';

/** What instances are asked for. Every list given narrows; the values within one widen. */
export interface InstanceQuery {
  /** Null: in every region. */
  readonly region: string | null;
  readonly keys?: readonly string[];
  readonly zones?: readonly string[];
  readonly states?: readonly string[];
  readonly notStates?: readonly string[];
  readonly names?: readonly string[];
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[];
  readonly types?: readonly string[];
  readonly images?: readonly string[];
  readonly vpcs?: readonly string[];
  readonly subnets?: readonly string[];
  readonly securityGroups?: readonly string[];
  readonly hosts?: readonly string[];
  readonly chargeTypes?: readonly string[];
  readonly projects?: readonly number[];
  readonly privateAddresses?: readonly number[];
  readonly publicAddresses?: readonly number[];
  readonly tags?: readonly TagFilter[];
  /** Cloud milliseconds, both included. */
  readonly createdFrom?: number;
  readonly createdTo?: number;
  /** Nothing can match: an id or a word that is nobody's was asked for. */
  readonly nothing?: true;
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
    ['private_ip', query.privateAddresses],
  ] as const;
  for (const [column, values] of within) {
    if (values !== undefined) conditions.push(eb(`instances.${column}`, 'in', values));
  }
  if (query.notStates !== undefined && query.notStates.length > 0) {
    conditions.push(eb('instances.state', 'not in', query.notStates));
  }
  if (query.createdFrom !== undefined) {
    conditions.push(eb('instances.created_at', '>=', query.createdFrom));
  }
  if (query.createdTo !== undefined) {
    conditions.push(eb('instances.created_at', '<=', query.createdTo));
  }
  if (query.namePatterns !== undefined) conditions.push(likeAny(eb, query.namePatterns));
  conditions.push(...linkConditions(eb, query));
  return eb.and(conditions);
}

function likeAny(eb: Where, patterns: readonly string[]) {
  return eb.or(patterns.map((pattern) => likeText(eb.ref('instances.name'), pattern)));
}

function linkConditions(eb: Where, query: InstanceQuery) {
  const conditions = (query.tags ?? []).map((tag) => eb.and([tagExists('instance', tag)]));
  if (query.securityGroups !== undefined) {
    const linked = eb
      .selectFrom('instance_security_groups')
      .select('instance')
      .where('security_group', 'in', query.securityGroups);
    conditions.push(eb.and([eb('instances.key', 'in', linked)]));
  }
  if (query.publicAddresses !== undefined) {
    const held = eb
      .selectFrom('public_addresses')
      .select('holder')
      .where('holder_kind', '=', 'instance')
      .where('address', 'in', query.publicAddresses);
    conditions.push(eb.and([eb('instances.key', 'in', held)]));
  }
  return conditions;
}
