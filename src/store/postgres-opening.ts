import { isLost } from './postgres-errors.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** What to do where a database cannot be opened, by SQLSTATE. */
const advice: Readonly<Record<string, string>> = {
  '08006': 'see that it runs and can be reached from here',
  '28000': 'correct the user, or what pg_hba.conf lets it do',
  '28P01': 'correct the user or its password',
  '3D000': 'make it with createdb, or name another one',
  '25006': 'its user or its server only reads: let it write, or name the primary',
  '42P07': 'it has tables of another program: name an empty database',
  '57014': 'a statement took longer than it allows: raise the statement_timeout of its user',
  '42501': 'let its user create tables there',
  '57P03': 'it is starting or stopping: try again',
};

/**
 * Why a cloud's database could not be opened, for whoever starts the server. It is named as by
 * `databaseName`. What is no trouble with the database stays as it is.
 */
export function postgresOpeningError(name: string, error: unknown): unknown {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  if (!(cause instanceof Error)) return error;
  const code = 'code' in cause ? String(cause.code) : '';
  const what = advice[isLost(cause) && code !== '57P03' ? '08006' : code];
  if (what === undefined) return error;
  const reason = cause.message === '' ? code : cause.message;
  return new Error(
    `The database ${name} cannot be used (${reason}): ${what}, ` +
      'or choose another with --database.',
    { cause: error },
  );
}
