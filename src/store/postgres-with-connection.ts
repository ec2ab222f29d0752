import type { PooledConnection, PostgresPool } from './postgres-connection.ts';
import { postgresError } from './postgres-errors.ts';

/**
 * Statements that are each a transaction of their own, on a connection that is given back; after
 * an error it is not used again. @throws StoreUnavailable where the database is away.
 */
export async function withConnection<T>(
  pool: PostgresPool,
  use: (connection: PooledConnection) => Promise<T>,
): Promise<T> {
  let connection: PooledConnection | undefined;
  let broken = true;
  try {
    connection = await pool.acquire();
    const answer = await use(connection);
    broken = false;
    return answer;
  } catch (error) {
    throw postgresError(error);
  } finally {
    connection?.release(broken);
  }
}
