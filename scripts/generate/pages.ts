/**
 * Writes test/pages/*.json: per action the error codes its page lists, and those any action may
 * answer. Tests hold every declared fault against them (D10).
 *
 *     node scripts/generate/pages.ts --facts DIR
 *
 * DIR holds cvm3-errors.tsv, ecs-errors.tsv, ecs-errors-runinstances-today.tsv and ecs-protocol.md.
 * Pages that no document of ours holds were transcribed into sources/*.tsv, each row with its
 * origin.
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

interface Code {
  readonly code: string;
  readonly status: number;
}

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

/** { common: codes, <action>: codes } of API 3.0's cvm pages. */
export function cvmPages(rows: ReadonlyArray<Record<string, string>>): Record<string, string[]> {
  const common: string[] = [];
  const pages = new Map<string, string[]>([['RunInstances', [...runInstancesToday]]]);
  for (const row of rows) {
    const code = row['code'] ?? '';
    if (Number(row['line in seed 004']) <= commonCodesEndAtLine) common.push(code);
    for (const action of (row['actions whose page lists it'] ?? '').split(' ').filter(Boolean)) {
      pages.set(action, [...(pages.get(action) ?? []), code]);
    }
  }
  return { common: common.toSorted(), ...sortedEntries(pages, (codes) => codes.toSorted()) };
}

/**
 * The codes with their HTTP status in the seeds named (001 RunInstances, 002 and 003
 * CreateInstance). A cell reads `400 001/002: text || 403 003: text`.
 */
export function seedCodes(rows: ReadonlyArray<Record<string, string>>, seeds: string[]): Code[] {
  return rows.flatMap((row) =>
    (row['messages (http seeds: template)'] ?? '').split(' || ').flatMap((message) => {
      const [, status = '', of = ''] = /^(\d{3}) (?:prose )?([\d/,]+): /.exec(message) ?? [];
      const listed = of.split(/[/,]/).some((seed) => seeds.includes(seed));
      return listed ? [{ code: row['code'] ?? '', status: Number(status) }] : [];
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

/** Rows of sources/*.tsv as pages, by action. */
function transcribed(file: string): Map<string, Code[]> {
  const pages = new Map<string, Code[]>();
  for (const row of readTable(repositoryPath(`scripts/generate/sources/${file}`))) {
    const action = row['action'] ?? '';
    const code = { code: row['code'] ?? '', status: Number(row['http']) };
    pages.set(action, [...(pages.get(action) ?? []), code]);
  }
  return pages;
}

/** The pages of Tencent's legacy generation, by service; its common codes stand under `common`. */
function legacyPages(): Map<string, Record<string, string[]>> {
  const rows = readTable(repositoryPath('scripts/generate/sources/tencent-legacy-codes.tsv'));
  const byService = Map.groupBy(rows, (row) => row['service'] ?? '');
  return new Map(
    [...byService].map(([service, those]) => {
      const byAction = Map.groupBy(those, (row) => row['action'] ?? '');
      const pages = sortedEntries(byAction, (codes) => codes.map((row) => row['code'] ?? ''));
      return [service, pages];
    }),
  );
}

function distinct(codes: readonly Code[]): Code[] {
  const byKey = new Map(codes.map((each) => [`${each.code} ${each.status}`, each]));
  return [...byKey.keys()].toSorted().flatMap((key) => byKey.get(key) ?? []);
}

function sortedEntries<From, To>(
  entries: ReadonlyMap<string, From>,
  render: (value: From) => To,
): Record<string, To> {
  const names = [...entries.keys()].toSorted();
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = entries.get(name);
      return value === undefined ? [] : [[name, render(value)] as const];
    }),
  );
}

if (import.meta.main) {
  const { facts } = folderArguments('facts');
  const script = 'scripts/generate/pages.ts';
  const write = (file: string, pages: Readonly<Record<string, unknown>>) => {
    void writeGenerated(`test/pages/${file}`, renderJson(script, pages));
  };

  const cvm = cvmPages(readTable(join(facts, 'cvm3-errors.tsv')));
  write('tencent-cvm.json', cvm);

  // The common codes are those of API 3.0, whatever the service.
  const codesOf = (codes: readonly Code[]) => codes.map(({ code }) => code).toSorted();
  const vpc = sortedEntries(transcribed('tencent-vpc-codes.tsv'), codesOf);
  write('tencent-vpc.json', { common: cvm['common'], ...vpc });

  write('tencent-2017-cvm.json', sortedEntries(transcribed('tencent-2017-codes.tsv'), codesOf));
  for (const [service, pages] of legacyPages()) write(`tencent-legacy-${service}.json`, pages);

  const seeds = readTable(join(facts, 'ecs-errors.tsv'));
  const today = readTable(join(facts, 'ecs-errors-runinstances-today.tsv')).map((row) => ({
    code: row['code'] ?? '',
    status: Number(row['http']),
  }));
  const ecs = transcribed('aliyun-ecs-codes.tsv');
  ecs.set('RunInstances', [...seedCodes(seeds, ['001']), ...today]);
  ecs.set('CreateInstance', seedCodes(seeds, ['002', '003']));
  const gateway = distinct(gatewayCodes(readFileSync(join(facts, 'ecs-protocol.md'), 'utf8')));
  write('aliyun-ecs.json', { gateway, ...sortedEntries(ecs, distinct) });
  write('aliyun-vpc.json', {
    gateway,
    ...sortedEntries(transcribed('aliyun-vpc-codes.tsv'), distinct),
  });
}
