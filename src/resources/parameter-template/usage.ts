import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { AddressBlock } from '../security-group-rule/address-block.ts';
import { parseAddresses, parseService, type Service } from './members.ts';
import { parameterTemplateOf, type ParameterTemplate } from './parameter-template.ts';
import { templatesByKeys } from './table.ts';

type Template = Key<'parameter-template'>;

/** Templates of whatever account by key, up to 1,024; one that is gone is absent. */
export async function templatesOfKeys(
  reader: Reader,
  keys: readonly Template[],
): Promise<ReadonlyMap<string, ParameterTemplate>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(templatesByKeys, { keys: [...new Set(keys)] });
  return new Map(rows.map((row) => [row.key, parameterTemplateOf(row)]));
}

/** What templates come to: those of a group are the ones of its members. */
export interface TemplateContents {
  readonly addressesOf: (template: string) => readonly AddressBlock[];
  readonly servicesOf: (template: string) => readonly Service[];
}

/** The contents of up to 1,024 templates. */
export async function contentsOf(
  reader: Reader,
  keys: readonly Template[],
): Promise<TemplateContents> {
  const named = await templatesOfKeys(reader, keys);
  const groups = [...named.values()].filter(({ kind }) => kind.endsWith('-group'));
  const inner = await templatesOfKeys(
    reader,
    groups.flatMap(({ members }) => members.map(({ value }) => value)),
  );
  const valuesOf = (key: string): readonly string[] => {
    const template = named.get(key);
    if (template === undefined) return [];
    const values = template.members.map(({ value }) => value);
    if (!template.kind.endsWith('-group')) return values;
    return values.flatMap((one) => inner.get(one)?.members.map(({ value }) => value) ?? []);
  };
  return {
    addressesOf: (key) => valuesOf(key).flatMap((text) => parseAddresses(text) ?? []),
    servicesOf: (key) => valuesOf(key).flatMap((text) => parseService(text) ?? []),
  };
}
