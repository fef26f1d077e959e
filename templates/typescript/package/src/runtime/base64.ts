/** base64 of bytes, without the help of any platform. */

const LETTERS = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const PADDING = 61; // "="

/** The text that stands for the bytes, with its padding. */
export function base64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  for (let start = 0, at = 0; start < bytes.length; start += 3, at += 4) {
    const group = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
    const letters = Math.min(bytes.length - start, 3) + 1;
    for (let letter = 0; letter < letters; letter++) {
      text[at + letter] = LETTERS[(group >> (18 - 6 * letter)) & 63] ?? PADDING;
    }
  }
  return new TextDecoder().decode(text);
}
