import { type Command, InvalidArgumentError, Option } from 'commander';
import { type TrustFiles, trustFiles } from './authority.ts';
import { print, quoted } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { type Pointed, type SnippetName, snippetNames, snippets } from './snippets.ts';
import { findTarget, type Target, hostPortOf } from './target.ts';

interface EnvOptions {
  readonly tencentRegion: string;
  readonly aliyunRegion: string;
  readonly snippets?: SnippetName;
}

/** `yuntai env`: what points clients at a server. */
export function addEnv(program: Command): void {
  withServerChoice(program.command('env'))
    .description('print what points the vendors’ clients at this server, for a shell to evaluate')
    .option('--tencent-region <name>', 'region of Tencent’s clients', regionOf, 'ap-guangzhou')
    .option('--aliyun-region <name>', 'region of Alibaba’s clients', regionOf, 'cn-guangzhou')
    .addOption(
      new Option('--snippets <language>', 'only the code for one client').choices(snippetNames),
    )
    .addHelpText(
      'after',
      `
Examples:
  eval "$(yuntai env)"
  yuntai env --snippets cli
  yuntai env --snippets python --data ./data`,
    )
    .action(async (options: EnvOptions, command: Command) => {
      const found = await findTarget(serverChoice(command));
      const { tencentRegion, aliyunRegion } = options;
      const hostPort = hostPortOf(found.url);
      const target = { ...found, hostPort, tencentRegion, aliyunRegion };
      if (options.snippets !== undefined) {
        print(snippets[options.snippets](target).trimEnd());
        return;
      }
      const trust = await trustFiles(serverChoice(command));
      for (const line of [...exportLines(target), ...trustLines(trust)]) print(line);
      print('\n# Clients whose endpoint no variable sets, in code:');
      for (const name of snippetNames) print(`#\n${commented(snippets[name](target))}`);
    });
}

/** It is written into code. */
function regionOf(text: string): string {
  if (/^[a-z0-9-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be the name of a region.');
}

function set(name: string, value: string): string {
  return `export ${name}=${quoted(value)}`;
}

/** For clients that speak TLS, whatever they are told. */
function trustLines(trust: TrustFiles | undefined): readonly string[] {
  if (trust === undefined) return [];
  return [
    '# The server’s authority beside all others, for Go, Python, curl; Node adds it by itself',
    set('SSL_CERT_FILE', trust.bundle),
    set('REQUESTS_CA_BUNDLE', trust.bundle),
    set('CURL_CA_BUNDLE', trust.bundle),
    set('NODE_EXTRA_CA_CERTS', trust.authority),
  ];
}

function exportLines(target: Target & Pointed): readonly string[] {
  const { url, id, secret, hostPort, tencentRegion, aliyunRegion } = target;
  return [
    '# Tencent Cloud: SDKs, tccli (with --endpoint $YUNTAI_URL), Terraform',
    set('TENCENTCLOUD_SECRET_ID', id),
    set('TENCENTCLOUD_SECRET_KEY', secret),
    set('TENCENTCLOUD_REGION', tencentRegion),
    '# Terraform alone; it calls cvm.<domain>, vpc.<domain> and so on, which must resolve',
    set('TENCENTCLOUD_DOMAIN', hostPort.replace('127.0.0.1', 'localhost')),
    set('TENCENTCLOUD_PROTOCOL', 'HTTP'),
    '# Alibaba Cloud: SDKs, aliyun (with --insecure --endpoint $YUNTAI_ENDPOINT)',
    set('ALIBABA_CLOUD_ACCESS_KEY_ID', id),
    set('ALIBABA_CLOUD_ACCESS_KEY_SECRET', secret),
    set('ALIBABA_CLOUD_REGION_ID', aliyunRegion),
    '# Terraform; its provider block also says protocol = "HTTP"',
    set('ALICLOUD_ACCESS_KEY', id),
    set('ALICLOUD_SECRET_KEY', secret),
    set('ALICLOUD_REGION', aliyunRegion),
    set('ALIBABA_CLOUD_ENDPOINT_ECS', hostPort),
    set('ALIBABA_CLOUD_ENDPOINT_VPC', hostPort),
    set('ECS_ENDPOINT', hostPort),
    set('VPC_ENDPOINT', hostPort),
    '# For your own scripts',
    set('YUNTAI_URL', url),
    set('YUNTAI_ENDPOINT', hostPort),
  ];
}

function commented(code: string): string {
  const lines = code.trimEnd().split('\n');
  return lines.map((line) => `# ${line}`.trimEnd()).join('\n');
}
