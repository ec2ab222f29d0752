/** Whether a place of a cloud is a PostgreSQL database, and no directory. */
export function isDatabaseUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/**
 * Host, port and name of a database, as a message may say them: never its password. An @ after
 * them is refused, since what stands there is then the rest of a password that was cut in two.
 * @throws Error that says how to write the URL, and repeats nothing of it.
 */
export function databaseName(url: string): string {
  const parsed = isDatabaseUrl(url) && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || /@/.test(`${parsed.pathname}${parsed.search}${parsed.hash}`)) {
    throw new Error(
      'A database is a URL such as postgres://user@127.0.0.1:5432/yuntai. ' +
        'In its password escape / as %2F, ? as %3F, # as %23 and @ as %40.',
    );
  }
  return `${parsed.host}${parsed.pathname}`;
}
