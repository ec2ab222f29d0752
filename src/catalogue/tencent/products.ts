/**
 * The products that this cloud serves, as Tencent's region service names them
 * (https://cloud.tencent.com/document/api/1596/77931). Each is in every region. The vendor's own
 * list has others, whose places nothing here could say.
 */
export const products: readonly string[] = ['cvm', 'vpc', 'nat', 'cbs', 'tag', 'cam', 'sts'];
