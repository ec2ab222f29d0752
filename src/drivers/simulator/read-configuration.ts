import { readFile, stat } from 'node:fs/promises';
import { defaultConfiguration, parseConfiguration, withEnvironment } from './configuration.ts';
import type { KnownNames, SimulatorConfiguration } from './configuration.ts';

const FILE_BYTES_MAX = 4 * 1024 * 1024;

export interface ReadOptions {
  readonly file: string;
  /** Whether the operator named the file: then it must be there, else the defaults do. */
  readonly named: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly known?: KnownNames;
}

/**
 * The configuration in a file, as far as the environment does not override it.
 * @throws Error that names the file and what to change.
 */
export async function readConfiguration(options: ReadOptions): Promise<SimulatorConfiguration> {
  const { file, env } = options;
  const text = await readText(options);
  if (text === undefined) return withEnvironment(defaultConfiguration, env);
  let configuration: SimulatorConfiguration;
  try {
    configuration = parseConfiguration(text, options.known);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  return withEnvironment(configuration, env);
}

async function readText({ file, named }: ReadOptions): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= FILE_BYTES_MAX) return await readFile(file, 'utf8');
  } catch (error) {
    if (!named && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const { message } = error as Error;
    const what = `The simulator's configuration ${file} cannot be read (${message}).`;
    throw new Error(what, { cause: error });
  }
  throw new Error(`${file} is larger than ${FILE_BYTES_MAX} bytes; is it the right file?`);
}
