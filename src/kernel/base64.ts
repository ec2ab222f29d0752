const EQUALS = 61;

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isAlphabet(code: number): boolean {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return letter || (code >= 47 && code <= 57) || code === 43;
}

/**
 * How many bytes a Base64 text (RFC 4648 §4) decodes to, without decoding it; undefined where it
 * is not Base64. Line breaks are skipped, because `base64` and older Python write them; padding
 * may be missing, as it is in the sample of seed 004 L15691.
 */
export function base64Bytes(text: string): number | undefined {
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === EQUALS) padding += 1;
    else if (isAlphabet(code)) {
      if (padding > 0) return undefined;
      digits += 1;
    } else if (!isLineBreak(code)) return undefined;
  }
  const rest = digits % 4;
  if (rest === 1) return undefined;
  if (padding > 0 && (rest === 0 || rest + padding !== 4)) return undefined;
  return Math.floor((digits * 3) / 4);
}
