import type { WriteContext } from './context.ts';

/** Below which path this server has consoles. */
export const CONSOLE_PATH = '/console/';

/**
 * The address of a console at this server, as both vendors answer it: of a websocket, encoded, as
 * it stands behind a parameter of the page that opens it. It leads where the client has reached us.
 */
export function consoleAddress(
  { host, isSecure }: Pick<WriteContext, 'host' | 'isSecure'>,
  token: string,
): string {
  return encodeURIComponent(`${isSecure ? 'wss' : 'ws'}://${host}${CONSOLE_PATH}${token}`);
}
