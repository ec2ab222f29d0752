/**
 * Writes src/apis/<vendor>/<service>/pages.json: what the documents say of each action, of which
 * the product takes the codes that a refusal may have there (D10).
 *
 *     node scripts/run.mjs scripts/generate/pages.ts --facts DIR
 *
 * DIR holds cvm3-actions.tsv, cvm3-errors.tsv, legacy-actions.tsv, ecs-errors.tsv,
 * ecs-errors-runinstances-today.tsv and ecs-protocol.md. Codes of pages that no document of ours
 * holds were transcribed into sources/*.tsv, each row with its origin; borrowed-codes.tsv has those
 * that a page lacks and takes from another one, each with the reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  folderArguments,
  readTable,
  renderJson,
  repositoryPath,
  writeGenerated,
} from './generated-file.ts';

export interface Code {
  readonly code: string;
  /** HTTP status; undefined at Tencent, which has none. */
  readonly status?: number;
  readonly message?: string;
  readonly borrowed?: true;
}

export interface PageFacts {
  readonly source?: string;
  readonly rate?: string;
  readonly title?: string;
  readonly codes: readonly Code[];
}

type Row = Readonly<Record<string, string>>;

/** The pages that the seeds hold. */
const launchFacts = new Map([
  ['RunInstances', { source: 'seed 001' }],
  ['CreateInstance', { source: 'seeds 002 and 003' }],
]);

/** Added to RunInstances by seed 000 over seed 004 (cvm3-gaps.md, A2). */
const runInstancesToday = [
  'InvalidParameterValue.InvalidParameterMinCount',
  'ResourceInsufficient.InsufficientOfferingMinimum',
  'UnsupportedOperation.MinCountUnsupportedChargeType',
  'UnsupportedOperation.MinCountUnsupportedRegion',
  'UnsupportedOperation.PeriodicContractNotSupportManualRenew',
];

/** The appendix lists the common codes up to this line of seed 004, the business codes after it. */
const commonCodesEndAtLine = 39_630;

/** The actions of ECS 2014-05-26 that are those of VPC (src/apis/aliyun/ecs/vpc). */
const olderVpc = new Set([
  'AllocateEipAddress',
  'AssociateEipAddress',
  'CreateVSwitch',
  'CreateVpc',
  'DeleteVSwitch',
  'DeleteVpc',
  'DescribeEipAddresses',
  'DescribeVSwitches',
  'DescribeVpcs',
  'ModifyEipAddressAttribute',
  'ReleaseEipAddress',
  'UnassociateEipAddress',
]);

/** The codes of API 3.0's cvm pages by action; those of all of them under `common`. */
export function cvmCodes(rows: readonly Row[]): Map<string, Code[]> {
  const common: Code[] = [];
  const pages = new Map([['RunInstances', runInstancesToday.map((code): Code => ({ code }))]]);
  for (const row of rows) {
    const code = { code: row['code'] ?? '' };
    if (Number(row['line in seed 004']) <= commonCodesEndAtLine) common.push(code);
    for (const action of (row['actions whose page lists it'] ?? '').split(' ').filter(Boolean)) {
      pages.set(action, [...(pages.get(action) ?? []), code]);
    }
  }
  return pages.set('common', common);
}

/**
 * The codes with their HTTP status and message in the seeds named (001 RunInstances, 002 and 003
 * CreateInstance). A cell reads `400 001/002: text || 403 003: text`.
 */
export function seedCodes(rows: readonly Row[], seeds: readonly string[]): Code[] {
  return rows.flatMap((row) =>
    (row['messages (http seeds: template)'] ?? '').split(' || ').flatMap((cell) => {
      const found = /^(\d{3}) (?:prose )?([\d/,]+): (.*)$/.exec(cell);
      const [, status = '', of = '', message = ''] = found ?? [];
      const listed = of.split(/[/,]/).some((seed) => seeds.includes(seed));
      return listed ? [{ code: row['code'] ?? '', status: Number(status), message }] : [];
    }),
  );
}

/** The gateway's codes: the table under `## 7` of ecs-protocol.md, several codes to a cell. */
export function gatewayCodes(protocol: string): Code[] {
  const section = protocol.split('\n## 7.')[1]?.split('\n## 8.')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| code'));
  return rows.flatMap((row) => {
    const [, names = '', statuses = ''] = row.split('|');
    const codes = names.trim().split(/ \/ |, /);
    const family = codes[0]?.split('.')[0] ?? '';
    const full = codes.map((code) => (code.startsWith('.') ? family + code : code));
    const [digits = ''] = /^[\d/]+/.exec(statuses.trim()) ?? [];
    return full.flatMap((code) =>
      digits.split('/').map((status) => ({ code, status: Number(status) })),
    );
  });
}

/** The text of a pages.json: what holds for all actions, then each with its own. */
export function renderPages(pages: ReadonlyMap<string, PageFacts>): string {
  const { common, ...others } = Object.fromEntries(
    [...pages.keys()].toSorted().map((action) => [action, written(pages.get(action))]),
  );
  return renderJson('scripts/generate/pages.ts', { ...written(), ...common, pages: others });
}

function written({ rate, source, title, codes }: PageFacts = { codes: [] }) {
  const [requests = 0, seconds = 1] = (rate ?? '').split('/').map(Number);
  return {
    ...(title && { title }),
    ...(source && { source }),
    ...(requests > 0 && { ratePerSecond: requests / seconds }),
    codes: codeLines(codes),
  };
}

function codeLines(codes: readonly Code[]): string[] {
  const distinct = new Map<string, Code>();
  for (const code of codes) {
    const key = `${code.code} ${code.status ?? ''}`;
    const known = distinct.get(key);
    if (known === undefined || !isPlain(known.message)) distinct.set(key, code);
  }
  const sorted = [...distinct.keys()].toSorted().flatMap((key) => distinct.get(key) ?? []);
  return sorted.map(({ code, status, message, borrowed }) => {
    const words = [status, code, status !== undefined && isPlain(message) && message];
    return `${borrowed === true ? '+' : ''}${words.filter(Boolean).join(' ')}`;
  });
}

/** Whether a page's message can be answered as it is: it has no place for a value in it. */
function isPlain(message: string | undefined): message is string {
  return message !== undefined && message !== '' && !/%s|\{|^\(/.test(message);
}

function codesOf(rows: readonly Row[], hasStatus: boolean): Map<string, Code[]> {
  const byAction = Map.groupBy(rows, (row) => row['action'] ?? '');
  return new Map(
    [...byAction].map(([action, those]) => [
      action,
      those.map(({ code = '', http }) => (hasStatus ? { code, status: Number(http) } : { code })),
    ]),
  );
}

function source(file: string): Row[] {
  return readTable(repositoryPath(`scripts/generate/sources/${file}`));
}

/**
 * The codes that a page takes from others of its service: one, or `*` for all that it lacks, but
 * for those with `!` before them.
 */
function borrowedCodes(
  folder: string,
  action: string,
  codes: ReadonlyMap<string, readonly Code[]>,
): Code[] {
  const rows = source('borrowed-codes.tsv').filter((row) => row['pages'] === folder);
  const own = new Set((codes.get(action) ?? []).map(({ code, status }) => `${code} ${status}`));
  const ofPage = rows.filter((row) => row['action'] === action);
  const left = new Set(ofPage.flatMap(({ code = '' }) => (code.startsWith('!') ? code : [])));
  return ofPage
    .filter(({ code = '' }) => !code.startsWith('!'))
    .flatMap(({ code, from = '' }) => {
      const lent = codes.get(from)?.filter((one) => code === '*' || one.code === code) ?? [];
      if (lent.length === 0) throw new Error(`${from} of ${folder} has no code ${code}.`);
      return lent;
    })
    .filter(({ code, status }) => !own.has(`${code} ${status}`) && !left.has(`!${code}`))
    .map((code) => ({ ...code, borrowed: true }));
}

/** Writes the pages of a service: facts of each, the codes listed and those borrowed. */
function write(
  folder: string,
  codes: ReadonlyMap<string, readonly Code[]>,
  facts: ReadonlyMap<string, Omit<PageFacts, 'codes'>> = new Map(),
): void {
  const pages = new Map<string, PageFacts>();
  const rates = new Map(
    source('rates.tsv')
      .filter((row) => row['pages'] === folder)
      .map(({ action = '', rate = '' }) => [action, { rate }]),
  );
  const borrowing = source('borrowed-codes.tsv').filter((row) => row['pages'] === folder);
  const borrowers = borrowing.map(({ action = '' }) => action);
  rates.set('common', rates.get('*') ?? { rate: '' }).delete('*');
  const named = [...facts.keys(), ...codes.keys(), ...borrowers, ...rates.keys()];
  for (const action of new Set(named)) {
    const all = [...(codes.get(action) ?? []), ...borrowedCodes(folder, action, codes)];
    pages.set(action, { ...facts.get(action), ...rates.get(action), codes: all });
  }
  void writeGenerated(`src/apis/${folder}/pages.json`, renderPages(pages));
}

if (import.meta.main) {
  const { facts } = folderArguments('facts');
  const cvm = cvmCodes(readTable(join(facts, 'cvm3-errors.tsv')));
  const cvmFacts = readTable(join(facts, 'cvm3-actions.tsv')).map((row) => {
    const { Action: action = '', StartLine: line, ChineseTitle: title } = row;
    return [action, { source: `seed 004 L${line}`, rate: row['RateLimitPage/s'], title }] as const;
  });
  write('tencent/cvm', cvm, new Map(cvmFacts as never));

  // The common codes are those of API 3.0, whatever the service.
  for (const service of ['api', 'cam', 'cbs', 'region', 'sts', 'tag', 'vpc']) {
    const codes = codesOf(source(`tencent-${service}-codes.tsv`), false);
    write(`tencent/${service}`, codes.set('common', cvm.get('common') ?? []));
  }

  const older = readTable(join(facts, 'legacy-actions.tsv'));
  const olderFacts = (is: (row: Row) => boolean) =>
    new Map(
      older
        .filter(is)
        .map(({ action = '', start_line: line, title_zh: title = '' }) => [
          action.charAt(0).toUpperCase() + action.slice(1),
          { source: `seed 004 L${line}`, title },
        ]),
    );
  write(
    'tencent/cvm-2017',
    codesOf(source('tencent-2017-codes.tsv'), false),
    olderFacts(({ generation }) => generation === 'cvm-api-2017'),
  );
  const legacy = source('tencent-legacy-codes.tsv');
  for (const service of new Set(legacy.map((row) => row['service'] ?? ''))) {
    write(
      `tencent/legacy-${service}`,
      codesOf(
        legacy.filter((row) => row['service'] === service),
        false,
      ),
      olderFacts(({ generation, host = '' }) => {
        return generation === 'legacy' && host.startsWith(`${service}.`);
      }),
    );
  }

  const seeds = readTable(join(facts, 'ecs-errors.tsv'));
  const today = readTable(join(facts, 'ecs-errors-runinstances-today.tsv')).map(
    ({ code = '', http, message }) => ({ code, status: Number(http), ...(message && { message }) }),
  );
  const gateway = gatewayCodes(readFileSync(join(facts, 'ecs-protocol.md'), 'utf8'));
  const everywhere = codesOf(source('aliyun-codes-of-all.tsv'), true).get('common') ?? [];
  const common = [...gateway, ...everywhere];
  const ecs = codesOf(source('aliyun-ecs-codes.tsv'), true)
    .set('RunInstances', [...seedCodes(seeds, ['001']), ...today])
    .set('CreateInstance', seedCodes(seeds, ['002', '003']));
  const vpcOfAliyun = codesOf(source('aliyun-vpc-codes.tsv'), true);
  // Older actions of ECS that VPC took over: their pages have the codes of today's.
  for (const [action, codes] of vpcOfAliyun) {
    if (olderVpc.has(action)) ecs.set(action, codes);
  }
  write('aliyun/ecs', ecs.set('common', common), launchFacts);
  for (const service of ['vpc', 'resourcemanager', 'bssopenapi', 'ram']) {
    const codes = codesOf(source(`aliyun-${service}-codes.tsv`), true);
    write(`aliyun/${service}`, codes.set('common', common));
  }
  for (const service of ['sts', 'location']) {
    write(`aliyun/${service}`, new Map([['common', common]]));
  }
}
