import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { plainSecurityGroup } from '../security-group/security-group.ts';
import { acceptBoxes } from './accept-boxes.ts';
import { parseBlock } from './address-block.ts';
import {
  compile,
  decides,
  type CompileOptions,
  type FilterRule,
  type Packet,
} from './packet-filter.ts';
import { openRule, type RuleSpec, type SecurityGroupRule } from './rule.ts';
import { prioritiesOf } from './rule-order.ts';
import type { RuleLists } from './verbs/list-rules.ts';

const members: Readonly<Record<string, readonly string[]>> = {
  web: ['10.0.0.1', '10.0.0.2'],
  data: ['10.0.0.9'],
};
const membersOf = (group: string) => members[group] ?? [];

const port = fc.constantFrom(0, 21, 22, 23, 80, 65_535);
const range = fc
  .tuple(port, port)
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const block = fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/30', '10.0.0.1', '::/0');
const peer = fc.oneof(
  block.map((cidr) => ({ kind: cidr.includes(':') ? 'ipv6' : 'ipv4', cidr }) as const),
  fc
    .constantFrom('web', 'data')
    .map((group) => ({ kind: 'group', group, account: 'account1' }) as const),
);
const content: fc.Arbitrary<RuleSpec> = fc.record({
  protocol: fc.constantFrom('all', 'tcp', 'udp', 'icmp', 'icmpv6', 'gre'),
  ports: fc.array(range, { maxLength: 2 }),
  sourcePorts: fc.array(range, { maxLength: 1 }),
  peer,
  local: fc.constantFrom(null, null, '10.0.0.0/31', '10.0.0.2'),
  action: fc.constantFrom('accept', 'drop'),
  description: fc.constant(''),
  priority: fc.constantFrom(1, 2, 3, 100),
});
const address = fc.constantFrom('10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.9', '11.1.1.1', '::7');
const packet: fc.Arbitrary<Packet> = fc.record({
  protocol: fc.constantFrom('tcp', 'udp', 'icmp', 'icmpv6', 'gre', 'other'),
  peer: address,
  local: fc.constantFrom('10.0.0.1', '10.0.0.2'),
  port,
  sourcePort: port,
});
const details = fc.record({
  egressDefault: fc.constantFrom('accept' as const, 'drop' as const),
  innerAccess: fc.constantFrom('accept' as const, 'drop' as const),
});

type Ordering = 'as listed' | 'by priority';

/** A group whose rules are in an order that one of the vendors' lists may have. */
const group = (ordering: Ordering) =>
  fc
    .tuple(fc.constantFrom('web', 'data'), fc.array(content, { maxLength: 6 }), details)
    .map(([key, specs, given]): RuleLists => {
      const sorted = ordering === 'as listed' ? specs : specs.toSorted(byPriority);
      const free = sorted.map((spec) => ({ ...spec, priority: null }));
      const priorities = prioritiesOf(ordering === 'as listed' ? free : sorted);
      const rules = sorted.map((spec, at) => {
        const priority = priorities[at] ?? 0;
        return { ...openRule, ...spec, priority, key: `rule${at}`, ...placed };
      });
      return {
        group: { ...emptyGroup, key, details: { ...plainSecurityGroup, ...given } },
        ingress: rules,
        egress: [],
      };
    });
const placed = { direction: 'ingress', createdAt: 0, modifiedAt: 0 } as const;
const emptyGroup = {
  account: 'account1',
  region: 'guangzhou',
  vpc: null,
  name: null,
  isDefault: false,
  isClassic: false,
  createdAt: 0,
  modifiedAt: 0,
  version: 0,
};

function byPriority(a: RuleSpec, b: RuleSpec): number {
  const drops = (rule: RuleSpec) => Number(rule.action === 'accept');
  return (a.priority ?? 0) - (b.priority ?? 0) || drops(a) - drops(b);
}

const blockOf = (peer: SecurityGroupRule['peer']) => ('cidr' in peer ? [peer.cidr] : []);

/** The rules of a vendor's page, said once more and as plainly as it goes. */
function isFor(rule: SecurityGroupRule, { protocol, ...sent }: Packet): boolean {
  const within = (cidr: string, text: string) => {
    const [outer, inner] = [parseBlock(cidr), parseBlock(text)];
    if (outer === undefined || inner?.family !== outer.family) return false;
    return outer.first <= inner.first && inner.last <= outer.last;
  };
  const among = (ranges: SecurityGroupRule['ports'], at: number) =>
    ranges.length === 0 || ranges.some(({ first, last }) => at >= first && at <= last);
  const peers = rule.peer.kind === 'group' ? membersOf(rule.peer.group) : blockOf(rule.peer);
  return (
    ['all', protocol].includes(rule.protocol) &&
    peers.some((cidr) => within(cidr, sent.peer)) &&
    (rule.local === null || within(rule.local, sent.local)) &&
    among(rule.ports, sent.port) &&
    among(rule.sourcePorts, sent.sourcePort)
  );
}

/** What is decided without a look at the rules. */
function isInner(groups: readonly RuleLists[], sent: Packet): boolean {
  const reaches = ({ group: { key, details: own } }: RuleLists) =>
    own.innerAccess === 'accept' && membersOf(key).includes(sent.peer);
  return groups.length === 0 || groups.some(reaches);
}

const options = (order: CompileOptions['order']): CompileOptions => {
  return { direction: 'ingress', order, membersOf };
};

describe('what a machine lets in', () => {
  test('is decided by the first rule that matches, one group after the other (Tencent)', () => {
    fc.assert(
      fc.property(fc.array(group('as listed'), { maxLength: 3 }), packet, (groups, sent) => {
        const first = groups.flatMap(({ ingress }) => ingress).find((rule) => isFor(rule, sent));
        const filter = compile(groups, options('listed'));
        const decided = isInner(groups, sent) ? 'accept' : (first?.action ?? 'drop');
        assert.equal(decides(filter, sent), decided);
      }),
      { numRuns: 1000 },
    );
  });

  test('is decided by the lowest priority of all groups, a drop before an accept (Alibaba)', () => {
    fc.assert(
      fc.property(fc.array(group('by priority'), { maxLength: 3 }), packet, (groups, sent) => {
        const matching = groups
          .flatMap(({ ingress }) => ingress)
          .filter((rule) => isFor(rule, sent));
        const lowest = Math.min(...matching.map(({ priority }) => priority));
        const deciding = matching.filter(({ priority }) => priority === lowest);
        const isDropped = deciding.length === 0 || deciding.some(({ action }) => action === 'drop');
        const decided = isInner(groups, sent) || !isDropped ? 'accept' : 'drop';
        const filter = compile(groups, options('priority'));
        assert.equal(decides(filter, sent), decided);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same in both orders for one group, however its list was made', () => {
    const either = fc.oneof(group('as listed'), group('by priority'));
    fc.assert(
      fc.property(either, packet, (one, sent) => {
        const [listed, ranked] = [
          compile([one], options('listed')),
          compile([one], options('priority')),
        ];
        assert.equal(decides(listed, sent), decides(ranked, sent));
      }),
      { numRuns: 1000 },
    );
  });

  test('is what exactly one of the boxes holds that have no order', () => {
    fc.assert(
      fc.property(fc.array(group('as listed'), { maxLength: 2 }), packet, (groups, sent) => {
        const filter = compile(groups, options('listed'));
        const { boxes, isWhole } = acceptBoxes(filter);
        assert.ok(isWhole);
        const at = (text: string) => parseBlock(text)?.first ?? 0n;
        const family = sent.peer.includes(':') ? 6 : 4;
        const local = family === 6 ? 5n : at(sent.local);
        const point = {
          peer: at(sent.peer),
          local,
          port: BigInt(sent.port),
          sourcePort: BigInt(sent.sourcePort),
        };
        const sides = ['peer', 'local', 'port', 'sourcePort'] as const;
        const holding = boxes.filter(
          (box) =>
            box.protocol === sent.protocol &&
            box.family === family &&
            sides.every((side) => box[side].first <= point[side] && point[side] <= box[side].last),
        );
        const own = family === 6 ? '::5' : sent.local;
        const decided = decides(filter, { ...sent, local: own });
        assert.equal(holding.length, decided === 'accept' ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  /** A rule that accepts TCP from these blocks. */
  const accepts = (blocks: readonly string[], more: Partial<FilterRule> = {}): FilterRule => ({
    action: 'accept',
    protocol: 'tcp',
    peers: blocks.flatMap((text) => parseBlock(text) ?? []),
    local: undefined,
    ports: [],
    sourcePorts: [],
    ...more,
  });

  test('is found for two thousand members that are apart', () => {
    const blocks = Array.from({ length: 2_000 }, (_, at) => `10.${at >> 7}.${at % 128}.1`);
    const { boxes, isWhole } = acceptBoxes({ rules: [accepts(blocks)], otherwise: 'drop' }, [4]);
    assert.deepEqual([boxes.length, isWhole], [2_000, true]);
  });

  test('is its beginning alone where the rest would take too long', () => {
    const rules = Array.from({ length: 500 }, (_, at) => {
      const first = (at * 7_919) % 30_000;
      const ports = [{ first, last: 30_000 + ((at * 104_729) % 30_000) }];
      const local = parseBlock(`${(at * 37) % 256}.0.0.0/${1 + ((at * 5) % 8)}`);
      const peer = `${(at * 91) % 256}.0.0.0/${1 + ((at * 3) % 8)}`;
      return accepts([peer], { ports, local, action: at === 0 ? 'accept' : 'drop' });
    });
    const filter = { rules, otherwise: 'drop' } as const;
    const { boxes, isWhole } = acceptBoxes(filter);
    assert.equal(isWhole, false);
    assert.equal(boxes.length, 1);
  });
});
