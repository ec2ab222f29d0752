/** The next more general code: what stands before the last point, then that of its family. */
export function moreGeneralAliyun(code: string): string | undefined {
  const point = code.lastIndexOf('.');
  if (point !== -1) return code.slice(0, point);
  return /^Invalid(?!Parameter$)/.test(code) ? 'InvalidParameter' : undefined;
}
