/**
 * What the versions of Alibaba's products are called: a request to a bare address names no other
 * product than by its version. These are what clients of ECS call beside it.
 */
const products: ReadonlyMap<string, string> = new Map([
  ['2014-05-26', 'Ecs'],
  ['2016-04-28', 'Vpc'],
  ['2015-04-01', 'Sts'],
  ['2015-06-12', 'Location'],
  ['2015-05-01', 'Ram'],
  ['2014-05-15', 'Slb'],
  ['2014-08-28', 'Ess'],
  ['2016-01-20', 'Kms'],
  ['2017-12-14', 'BssOpenApi'],
  ['2018-08-28', 'Tag'],
  ['2020-03-31', 'ResourceManager'],
]);

/** The product of a version, as the vendor writes it; undefined where it is none of these. */
export function productOf(version: string): string | undefined {
  return products.get(version);
}
