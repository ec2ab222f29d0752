// Grows a seeded directory to any number of instances by SQL alone, so that a million take two
// minutes. They are copies of a seeded instance, whose columns are drawn: what a filter asks for is
// true of one in a hundred, spread over all of them. It serves readers: no host and no subnet has
// booked them. Run by the benchmarks: node bench/grow.ts DIRECTORY COUNT
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { rare } from './rare.ts';

type Columns = Readonly<Record<string, string | number | null>>;

const FIRST = rare.first;
const account = `(select key from accounts)`;

/** A number from 0 to 99 for each instance; those of two salts are independent of each other. */
function drawn(salt: number): string {
  return `((n * ${2_654_435_761 - 15_838 * salt}) % 4294967291 / 65536 % 100)`;
}

const key = `printf('%08x', (n * 2654435761) % 4294967296)`;
const text = (value: string): string => `'${value}'`;
const rarely = (salt: number, value: string, mostly: string): string =>
  `iif(${drawn(salt)} = ${rare.draw}, ${value}, ${mostly})`;
const ofHundred = (prefix: string, salt: number): string =>
  `printf('${prefix}%02d', ${drawn(salt)})`;

/** How a new instance differs from the one that it is a copy of. */
const instance: Columns = {
  seq: 'n',
  key,
  name: `printf('web-%02d-%06x', ${drawn(1)}, n)`,
  zone: rarely(2, text(rare.zone), rarely(3, text('guangzhou-6'), text('guangzhou-3'))),
  charge_type: rarely(4, text('prepaid'), text('postpaid')),
  period: rarely(4, '1', 'null'),
  period_unit: rarely(4, text('month'), 'null'),
  renewal: rarely(4, text('manual'), 'null'),
  renewal_period: rarely(4, '1', 'null'),
  renewal_unit: rarely(4, text('month'), 'null'),
  expires_at: rarely(4, `${rare.expiresFrom} + n * 1000`, 'null'),
  created_at: `${rare.createdFrom} + n * 1000`,
  state: rarely(5, text('stopped'), rarely(6, text('recycled'), text('running'))),
  isolated_by: rarely(5, 'null', rarely(6, text('user'), 'null')),
  project: drawn(7),
  vpc: ofHundred('vpc000', 8),
  subnet: ofHundred('sub000', 9),
  type: rarely(10, text(rare.type), text('S5.MEDIUM4')),
  image: rarely(11, text(rare.image), text('9qabwvbn')),
  private_ip: '167772160 + n',
  internet_charge_type: rarely(12, text('bandwidth-hourly'), text('traffic')),
  http_endpoint: rarely(13, text('disabled'), text('enabled')),
  http_tokens: rarely(14, text('required'), text('optional')),
  resource_group: ofHundred('rg-', 15),
  role: ofHundred('role-', 16),
};

const group = ofHundred('grp000', 17);
const pair = ofHundred('key000', 18);
/** What a link tells of its instance. */
const place: Columns = {
  account,
  region: text('guangzhou'),
  number: 'n',
  zone: instance['zone'] ?? '',
};

/** The rows for each instance in other tables. */
const belongings: Readonly<Record<string, Columns>> = {
  instance_security_groups: { security_group: group, instance: key, position: 0, ...place },
  instance_key_pairs: { instance: key, position: 0, key_pair: pair, ...place },
};

/** Two tags of each: one whose value is rare, and one whose name is. */
const tags: readonly Columns[] = [
  { name: text('city'), value: ofHundred('city-', 19) },
  { name: ofHundred('team-', 20), value: text('yes') },
].map((tag) => ({ resource_kind: text('instance'), resource: key, ...place, ...tag }));

/** A hundred of each, which the instances are linked to. */
const linked: Readonly<Record<string, Columns>> = {
  security_groups: {
    seq: 'n + 1',
    key: `printf('grp000%02d', n)`,
    account,
    region: text('guangzhou'),
    is_default: 0,
    created_at: 0,
    doc: text('{"description":"","rules":[]}'),
  },
  key_pairs: {
    seq: 'n + 1',
    key: `printf('key000%02d', n)`,
    account,
    region: text('guangzhou'),
    name: `printf('pair-%02d', n)`,
    project: 0,
    resource_group: text(''),
    public_key: text('ssh-rsa AAAA'),
    fingerprint: `printf('%02d', n)`,
    origin: text('imported'),
    created_at: 0,
  },
};

function grow(directory: string, count: number): void {
  const database = new DatabaseSync(join(directory, 'yuntai.db'));
  // A directory that was lost half-way is made again.
  database.exec(
    'pragma journal_mode = delete; pragma journal_mode = off; pragma synchronous = off',
  );
  database.exec('pragma cache_size = -262144; pragma temp_store = memory');
  database.exec('begin');
  const names = ['instances', 'disks', 'network_interfaces', 'tags', ...Object.keys(belongings)];
  const indexes = database
    .prepare(
      `select name, sql, tbl_name as at from sqlite_master where type = 'index' and sql <> ''`,
    )
    .all()
    .filter(({ at }) => names.includes(String(at)));
  for (const { name } of indexes) database.exec(`drop index ${String(name)}`);
  insertCopies(database, { table: 'instances', differs: instance, count });
  insertCopies(database, { table: 'disks', differs: { seq: 'n', key, instance: key }, count });
  const card = { seq: 'n', key, instance: key, address: instance['private_ip'] ?? '' };
  insertCopies(database, { table: 'network_interfaces', differs: card, count });
  for (const [table, row] of Object.entries(belongings)) {
    insert(database, { table, row, from: FIRST, count });
  }
  for (const row of tags) insert(database, { table: 'tags', row, from: FIRST, count });
  for (const [table, row] of Object.entries(linked)) {
    insert(database, { table, row, from: 0, count: 100 });
  }
  insert(database, {
    table: 'elastic_addresses',
    row: {
      key,
      account,
      region: text('guangzhou'),
      address: `${rare.publicAddressFrom} + n`,
      kind: text('ordinary'),
      holder_kind: text('instance'),
      holder: key,
      bound_at: 0,
      protected: 0,
      created_at: 0,
      version: 1,
    },
    from: FIRST,
    count: Math.ceil(count / 100),
  });
  for (const { sql } of indexes) database.exec(String(sql));
  database.exec(`delete from counters where scope = 'instances:guangzhou'`);
  database.exec(`insert into counters (account, scope, name, used)
    select account, 'instances:guangzhou', zone || ':' || charge_type, count(*)
    from instances group by account, zone, charge_type`);
  database.exec('commit; analyze; pragma journal_mode = wal');
  database.close();
}

/** Copies of the first row, but for what differs. */
function insertCopies(
  database: DatabaseSync,
  { table, differs, count }: { table: string; differs: Columns; count: number },
): void {
  const names = database.prepare(`select * from ${table}`).columns();
  const row = Object.fromEntries(
    names.map(({ name }) => [name, differs[name] ?? `(select ${name} from ${table} limit 1)`]),
  );
  insert(database, { table, row, from: FIRST, count });
}

interface Insertion {
  readonly table: string;
  readonly row: Columns;
  readonly from: number;
  readonly count: number;
}

function insert(database: DatabaseSync, { table, row, from, count }: Insertion): void {
  database.exec(`
    insert into ${table} (${Object.keys(row).join()})
    with recursive numbers (n) as (
      select ${from} union all select n + 1 from numbers where n + 1 < ${from + count}
    )
    select ${Object.values(row).join()} from numbers`);
}

const [directory, count] = process.argv.slice(2);
if (import.meta.main && directory !== undefined) grow(directory, Number(count));
