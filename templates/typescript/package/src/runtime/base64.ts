/** base64 of bytes, without the help of any platform. */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text that stands for the bytes, with its padding. */
export function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(start, start + 3);
    const group = (first << 16) | (second << 8) | third;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((group >> shift) & 63)).join("");
    chunks.push(letters.slice(0, Math.min(bytes.length - start, 3) + 1).padEnd(4, "="));
  }
  return chunks.join("");
}
