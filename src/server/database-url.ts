/** Where a database is, as it may be shown: without its password. */
export interface DatabasePlace {
  readonly host: string;
  readonly user: string;
  readonly name: string;
}

/** @throws Error where it is no URL of a PostgreSQL database; the text is not repeated. */
export function databasePlace(url: string): DatabasePlace {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error(
      'The database must be given as postgres://user:password@host:port/name ' +
        '(what was given is not shown, since it may hold a password).',
    );
  }
  const host = parsed.searchParams.get('host') ?? parsed.host;
  return {
    host: host === '' ? 'localhost' : host,
    user: decodeURIComponent(parsed.username),
    name: decodeURIComponent(parsed.pathname.slice(1)),
  };
}

/** Why a database could not be opened and what to do; what is no such reason stays as it is. */
export function openingError(url: string, error: unknown): unknown {
  const { host, user, name } = databasePlace(url);
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return error;
  const code = 'code' in cause ? String(cause.code) : '';
  const explained = (what: string): Error => new Error(what, { cause: error });
  if (code === '3D000') {
    return explained(`PostgreSQL at ${host} has no database "${name}": create it with createdb.`);
  }
  if (code.startsWith('28') || /SASL|password/i.test(cause.message)) {
    const who = user === '' ? 'us' : `the user "${user}"`;
    return explained(
      `PostgreSQL at ${host} refuses ${who}: correct the user and the password of the database ` +
        'URL, or what pg_hba.conf allows.',
    );
  }
  if (code === '42501') {
    return explained(
      `The user "${user}" may make no tables in the database "${name}" at ${host}: make it the ` +
        "database's owner.",
    );
  }
  if (code === '' || /^E[A-Z]/.test(code) || code.startsWith('57P') || code.startsWith('08')) {
    return explained(
      `PostgreSQL at ${host} does not answer (${cause.message === '' ? code : cause.message}): ` +
        'start it, or correct the database URL.',
    );
  }
  return error;
}
