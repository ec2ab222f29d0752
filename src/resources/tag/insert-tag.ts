import { sql } from 'kysely';
import { statement } from '#store/statement.ts';
import type { Statement } from '#store/statement.ts';
import type { AnyDatabase } from '../listing/narrowings.ts';
import { nouns, tables, type TaggedKind } from '../nouns.ts';

interface NewTag {
  readonly account: string;
  readonly resources: readonly string[];
  readonly name: string;
  readonly value: string;
}

/**
 * Puts a tag on resources of a kind. The number of a new one is known to its row alone, and so the
 * row is asked for it.
 */
export const insertTag = Object.fromEntries(
  nouns.flatMap(({ name, tagged }) =>
    tagged === undefined ? [] : [[name, insertOf(name, tagged)]],
  ),
) as Readonly<Record<TaggedKind, Statement<NewTag, unknown>>>;

function insertOf(kind: string, table: keyof typeof tables): Statement<NewTag, unknown> {
  const hasZone = 'zone' in tables[table].columns;
  return statement<NewTag>()((db, p) => {
    const rows = (db as unknown as AnyDatabase)
      .selectFrom(table)
      .select((eb) => [
        'account',
        sql.lit(kind).as('resource_kind'),
        'key',
        eb.val(p.name).as('name'),
        eb.val(p.value).as('value'),
        'region',
        'seq',
        hasZone ? eb.ref('zone').as('zone') : sql.lit('').as('zone'),
      ])
      .where('account', '=', p.account)
      .where('key', 'in', p.resources);
    return db
      .insertInto('tags')
      .columns([
        'account',
        'resource_kind',
        'resource',
        'name',
        'value',
        'region',
        'number',
        'zone',
      ])
      .expression(rows as never);
  });
}
