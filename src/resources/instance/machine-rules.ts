import type { AcceptedTraffic, MachineRules } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Reader, Store } from '#store/store.ts';
import { addressesOf } from '../network-interface/addresses.ts';
import { interfacesOfKeys } from '../network-interface/by-keys.ts';
import { groupsOf } from '../network-interface/groups.ts';
import { acceptBoxes, type AcceptBox } from '../security-group-rule/accept-boxes.ts';
import { contentsOf, type TemplateContents } from '../parameter-template/usage.ts';
import { compile } from '../security-group-rule/packet-filter.ts';
import { prefixListsOf } from '../prefix-list/usage.ts';
import { parseBlock, type AddressBlock } from '../security-group-rule/address-block.ts';
import {
  prefixListText,
  type Direction,
  type SecurityGroupRule,
} from '../security-group-rule/rule.ts';
import { ruleListsOf } from '../security-group-rule/usage.ts';
import type { RuleLists } from '../security-group-rule/verbs/list-rules.ts';
import { addressRanges, rangeBlocks, rangeText } from './address-ranges.ts';
import { linksOf } from './links.ts';
import { addressPage } from './reconcile-table.ts';

const PER_PAGE = 500;

interface Member {
  /** Of the instance, or of an interface that did not come with it. */
  readonly key: string;
  readonly address: number;
  /** As its vendor has it: the rules of its groups one after the other, or by priority. */
  readonly order: 'listed' | 'priority';
  readonly groups: readonly string[];
}

/** In which order the rules of several groups decide at an instance that a vendor launched. */
export type OrderOf = (vendor: string) => Member['order'];

/**
 * What the machine of each instance lets in and out at each of its addresses, for a driver that
 * holds it. What is in no group lets everything through and is left out.
 */
export async function machineRules(
  store: Store,
  orderOf: OrderOf,
): Promise<readonly MachineRules[]> {
  const members = await membersIn(store, orderOf);
  const keys = [...new Set(members.flatMap(({ groups }) => groups))];
  const lists = await listsOf(store, keys);
  const blocks = blocksOfMembers(members);
  const templates = await templatesOf(store, [...lists.values()]);
  const compiled = new Map<string, Boxes>();
  const boxesFor = ({ order, groups }: Member): Boxes => {
    const name = `${order} ${groups.join(' ')}`;
    const known = compiled.get(name) ?? boxesOf(groups, { order, lists, blocks, templates });
    compiled.set(name, known);
    return known;
  };
  const rules: MachineRules[] = [];
  for (const member of members) {
    if (member.groups.length === 0) continue;
    const { ingress, egress } = boxesFor(member);
    rules.push({
      key: member.key,
      address: rangeText({ first: member.address, last: member.address }),
      ingress: trafficAt(ingress, member.address),
      egress: trafficAt(egress, member.address),
    });
    // Others get through between one machine and the next.
    await new Promise(setImmediate);
  }
  return rules;
}

async function membersIn(store: Store, orderOf: OrderOf): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let after = 0; ;) {
    const page = { after, limit: PER_PAGE };
    const rows = await store.read(async (reader) => {
      const found = await reader.all(addressPage, page);
      const links = await linksOf(
        reader,
        found.map(({ key }) => key),
      );
      const others = await otherMembers(
        reader,
        found.flatMap(({ key }) => links(key).otherInterfaces),
      );
      return found.map((row) => ({ ...row, ...links(row.key), others: others.get(row.key) ?? [] }));
    });
    for (const row of rows) {
      const { key, securityGroups: groups, otherAddresses: more } = row;
      const order = orderOf(row.launchedBy);
      const own = [row.address ?? 0, ...more].map((address) => ({ key, address, groups }));
      for (const member of [...own, ...row.others]) members.push({ ...member, order });
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PER_PAGE) return members;
  }
}

/** The addresses of interfaces that did not come with instances, by instance. */
async function otherMembers(
  reader: Reader,
  keys: ReadonlyArray<Key<'network-interface'>>,
): Promise<ReadonlyMap<string, ReadonlyArray<Omit<Member, 'order'>>>> {
  const members: Array<Omit<Member, 'order'> & { readonly instance: string }> = [];
  for (let at = 0; at < keys.length; at += PER_PAGE) {
    const found = [...(await interfacesOfKeys(reader, keys.slice(at, at + PER_PAGE))).values()];
    const addresses = await addressesOf(reader, found);
    const groups = await groupsOf(
      reader,
      found.map(({ key }) => key),
    );
    for (const { key, instance } of found) {
      for (const { address } of addresses.get(key) ?? []) {
        members.push({ key, address, groups: groups.get(key) ?? [], instance: instance ?? '' });
      }
    }
  }
  return Map.groupBy(members, ({ instance }) => instance);
}

async function listsOf(
  store: Store,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RuleLists>> {
  const lists = new Map<string, RuleLists>();
  for (let at = 0; at < keys.length; at += PER_PAGE) {
    const part = keys.slice(at, at + PER_PAGE);
    const found = await store.read((reader) => ruleListsOf(reader, part));
    for (const [key, list] of found) lists.set(key, list);
  }
  return lists;
}

/** The blocks of the prefix lists that rules name, by how their rows name them. */
async function prefixesOf(
  store: Store,
  rules: readonly SecurityGroupRule[],
): Promise<ReadonlyMap<string, readonly AddressBlock[]>> {
  const named = rules.flatMap(({ peer }) => (peer.kind === 'prefix-list' ? [peer.list] : []));
  const keys = [...new Set(named)];
  const blocks = new Map<string, readonly AddressBlock[]>();
  for (let at = 0; at < keys.length; at += PER_PAGE) {
    const part = keys.slice(at, at + PER_PAGE);
    const found = await store.read((reader) => prefixListsOf(reader, part));
    for (const [key, { entries }] of found) {
      blocks.set(
        prefixListText(key),
        entries.flatMap(({ cidr }) => parseBlock(cidr) ?? []),
      );
    }
  }
  return blocks;
}

/** What the templates and prefix lists come to that rules of the lists name. */
async function templatesOf(store: Store, lists: readonly RuleLists[]): Promise<TemplateContents> {
  const rules = lists.flatMap(({ ingress, egress }) => [...ingress, ...egress]);
  const named = rules.flatMap(({ peer, service }) => [
    ...(peer.kind === 'template' ? [peer.template.key] : []),
    ...(service === undefined ? [] : [service.key]),
  ]);
  const keys = [...new Set(named)];
  const contents: TemplateContents[] = [];
  for (let at = 0; at < keys.length; at += PER_PAGE) {
    const part = keys.slice(at, at + PER_PAGE);
    contents.push(await store.read((reader) => contentsOf(reader, part)));
  }
  const prefixes = await prefixesOf(store, rules);
  return {
    addressesOf: (key) =>
      prefixes.get(key) ?? contents.flatMap(({ addressesOf }) => addressesOf(key)),
    servicesOf: (key) => contents.flatMap(({ servicesOf }) => servicesOf(key)),
  };
}

/** The addresses of each group's members, in as few blocks as they fit. */
function blocksOfMembers(members: readonly Member[]): ReadonlyMap<string, readonly string[]> {
  const addresses = new Map<string, number[]>();
  for (const { groups, address } of members) {
    for (const group of groups) {
      const known = addresses.get(group);
      if (known === undefined) addresses.set(group, [address]);
      else known.push(address);
    }
  }
  return new Map(
    [...addresses].map(([group, each]) => [group, addressRanges(each).flatMap(rangeBlocks)]),
  );
}

type Boxes = Readonly<Record<Direction, readonly AcceptBox[]>>;

function boxesOf(
  groups: readonly string[],
  of: {
    readonly order: Member['order'];
    readonly lists: ReadonlyMap<string, RuleLists>;
    readonly blocks: ReadonlyMap<string, readonly string[]>;
    readonly templates: TemplateContents;
  },
): Boxes {
  const lists = groups.flatMap((key) => of.lists.get(key) ?? []);
  const { order, templates } = of;
  const membersOf = (group: string) => of.blocks.get(group) ?? [];
  const boxes = (direction: Direction) =>
    acceptBoxes(compile(lists, { direction, order, membersOf, templates }), [4]).boxes;
  return { ingress: boxes('ingress'), egress: boxes('egress') };
}

const PORT_LAST = 65_535n;
/** What a server of machines has no word for passes where all protocols do. */
const protocols = ['tcp', 'udp', 'icmp', 'gre', 'other'] as const;

/** The traffic of boxes at one of their addresses; those alike but for the other side are one. */
export function trafficAt(
  boxes: readonly AcceptBox[],
  address: number,
): readonly AcceptedTraffic[] {
  const here = boxes.filter(({ local }) => local.first <= address && address <= local.last);
  const peersOf = new Map<string, Set<string>>();
  const add = (kind: string, peer: string) =>
    peersOf.set(kind, (peersOf.get(kind) ?? new Set()).add(peer));
  const anyPort = here.filter(({ port, sourcePort }) => isAll(port) && isAll(sourcePort));
  const all = new Set<string>();
  for (const [peer, those] of Map.groupBy(anyPort, peerText)) {
    const found = new Set(those.map(({ protocol }) => protocol));
    if (!protocols.every((protocol) => found.has(protocol))) continue;
    all.add(peer);
    add('all  ', peer);
  }
  for (const box of here) {
    const { protocol, port, sourcePort } = box;
    if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'icmp') continue;
    const [to, from] = protocol === 'icmp' ? ['', ''] : [portText(port), portText(sourcePort)];
    if (all.has(peerText(box)) && to === '' && from === '') continue;
    add(`${protocol} ${to} ${from}`, peerText(box));
  }
  return [...peersOf].map(([kind, peers]) => trafficOf(kind, [...peers]));
}

function trafficOf(kind: string, peers: readonly string[]): AcceptedTraffic {
  const [protocol, ports, sourcePorts] = kind.split(' ');
  return {
    protocol: protocol as AcceptedTraffic['protocol'],
    peers,
    ...(ports ? { ports } : {}),
    ...(sourcePorts ? { sourcePorts } : {}),
  };
}

type Interval = AcceptBox['port'];

function isAll({ first, last }: Interval): boolean {
  return first <= 1n && last === PORT_LAST;
}

function peerText({ peer: { first, last } }: AcceptBox): string {
  return rangeText({ first: Number(first), last: Number(last) });
}

/** Port 0 is no port of TCP or UDP that a server of machines would take. */
function portText(ports: Interval): string {
  if (isAll(ports)) return '';
  const first = ports.first === 0n ? 1n : ports.first;
  return first === ports.last ? `${first}` : `${first}-${ports.last}`;
}
