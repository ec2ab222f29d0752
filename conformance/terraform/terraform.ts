import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const HERE = import.meta.dirname;
const LARGEST_OUTPUT = 64 * 1024 * 1024;
const STEP_MS = 600_000;

/** One configuration in a directory of its own, with a state that starts empty. */
export interface Workspace {
  /** Runs `terraform` with these arguments. Fails with what it printed. */
  terraform(...args: readonly string[]): Promise<string>;
  /** What a plan would do: `update alicloud_vpc.this: description, tags` and the like. */
  planned(...args: readonly string[]): Promise<readonly string[]>;
  /** The address and id of each resource in the state. */
  resources(): Promise<readonly Resource[]>;
  remove(): void;
}

export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Providers {
  /** Directory of the providers' binaries, called terraform-provider-<name>. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Copies a configuration and points Terraform at the providers: nothing is downloaded. */
export function openWorkspace(configuration: string, providers: Providers): Workspace {
  const directory = mkdtempSync(join(tmpdir(), `yuntai-terraform-${configuration}-`));
  cpSync(join(HERE, configuration), directory, { recursive: true });
  const settings = join(directory, 'terraform.rc');
  writeFileSync(settings, settingsOf(providers.directory));
  const env = {
    PATH: process.env['PATH'],
    HOME: directory,
    TF_CLI_CONFIG_FILE: settings,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    ...providers.env,
  };
  const terraform = async (...args: readonly string[]): Promise<string> => {
    const options = { cwd: directory, env, maxBuffer: LARGEST_OUTPUT, timeout: STEP_MS };
    return await new Promise((resolve, reject) => {
      execFile('terraform', args, options, (failure, stdout, stderr) => {
        if (failure === null) resolve(stdout);
        else reject(new Error(`terraform ${args.join(' ')}\n${stdout}${stderr}`));
      });
    });
  };
  return {
    terraform,
    async planned(...args) {
      await terraform('plan', '-no-color', '-input=false', '-out=plan.bin', ...args);
      const plan = JSON.parse(await terraform('show', '-json', 'plan.bin')) as Plan;
      return (plan.resource_changes ?? [])
        .filter(({ change }) => change.actions.some((name) => name !== 'no-op' && name !== 'read'))
        .map(({ address, change }) => `${change.actions.join('+')} ${address}${differing(change)}`);
    },
    async resources() {
      const state = JSON.parse(await terraform('show', '-json')) as State;
      const all = state.values?.root_module.resources ?? [];
      return all.filter(({ mode }) => mode === 'managed');
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

interface Plan {
  readonly resource_changes?: ReadonlyArray<{
    readonly address: string;
    readonly change: Change;
  }>;
}

interface Change {
  readonly actions: readonly string[];
  readonly replace_paths?: ReadonlyArray<ReadonlyArray<string | number>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

interface State {
  readonly values?: {
    readonly root_module: { readonly resources?: ReadonlyArray<Resource & { mode: string }> };
  };
}

/** The attributes that an update would change, or that make a resource anew. */
function differing({ before, after, replace_paths: replaced }: Change): string {
  if (replaced !== undefined) return `: ${replaced.map((path) => path.join('.')).join(', ')}`;
  if (before === null || after === null) return '';
  const names = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return `: ${names.join(', ')}`;
}

function settingsOf(directory: string): string {
  return `provider_installation {
  dev_overrides {
    "tencentcloudstack/tencentcloud" = ${JSON.stringify(directory)}
    "aliyun/alicloud" = ${JSON.stringify(directory)}
  }
}
`;
}
