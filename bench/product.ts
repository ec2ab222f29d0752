import { type Server, startServer } from './child.ts';
import type { Context } from './context.ts';
import { rootKey } from './requests.ts';

const KEY = {
  YUNTAI_ACCESS_KEY_ID: rootKey.id,
  YUNTAI_ACCESS_KEY_SECRET: rootKey.secret,
};

/** What a user starts: the command and its environment. */
export function productOptions(directory: string, env: Readonly<Record<string, string>> = {}) {
  return {
    args: ['serve', '--port', '0', '--data', directory],
    env: { ...KEY, YUNTAI_SIMULATOR_BOOT_MS: '20', ...env },
  };
}

/** The built product on a data directory. */
export function startProduct(
  context: Context,
  directory: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const { bundle: script, nodeOptions } = context;
  return startServer({ script, nodeOptions, ...productOptions(directory, env) });
}
