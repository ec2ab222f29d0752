/**
 * The regions of the cloud and the zones of each, under neutral names.
 *
 * What each vendor calls them is in catalogue/places.ts; a place that only one vendor has is seen
 * through that vendor alone (D14). Zones that a numbering vendor knows end in its number, zones
 * that only a lettering vendor knows end in its letter, so that neither's later additions collide.
 *
 * Sources: seed 004 L4689-4726 (the first 18 regions) and L39370-39484 (their 53 zones), L8372
 * (guangzhou-5). All others are sample data.
 */
export const zoneSuffixesByRegion: Readonly<Record<string, string>> = {
  bangkok: '1 2',
  beijing: '1 2 3 4 5 6 7 a b i j k l',
  chengdu: '1 2',
  chongqing: '1',
  guangzhou: '1 2 3 4 5 6 7',
  hongkong: '1 2 3 d',
  jakarta: '1 2 c',
  nanjing: '1 2 3',
  seoul: '1 2',
  shanghai: '1 2 3 4 5 8 a m n',
  'shanghai-fsi': '1 2 3',
  'shenzhen-fsi': '1 2 3',
  singapore: '1 2 3 4',
  tokyo: '1 2 c',
  frankfurt: '1 2 c',
  ashburn: '1 2',
  siliconvalley: '1 2',
  saopaulo: '1',
  hangzhou: 'b f g h i j k',
  qingdao: 'b c',
  zhangjiakou: 'a b c',
  huhehaote: 'a b',
  wulanchabu: 'a b c',
  shenzhen: 'a b c d e f',
  heyuan: 'a b',
  fuzhou: 'a',
  wuhan: 'a',
  kualalumpur: 'a b c',
  manila: 'a b',
  london: 'a b',
  dubai: 'a',
  riyadh: 'a b',
  mexico: 'a',
};
