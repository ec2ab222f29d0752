/** For messages: what a database is named by. */
export const DATABASE_URL_EXAMPLE = 'a URL such as postgres://user@127.0.0.1:5432/yuntai';

/** Whether that is a URL that a connection to PostgreSQL can be tried with. */
export function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}
