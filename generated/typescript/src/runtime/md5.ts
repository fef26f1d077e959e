/** MD5, as some servers want it of a password. No protection by today's measure; the platform's own crypto has none. */

// How far each of the 64 steps turns its word, and the constant that it adds.
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

type State = readonly [a: number, b: number, c: number, d: number];

/** The digest of the text in UTF-8, in small hexadecimal digits. */
export function md5(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let start = 0; start < message.byteLength; start += 64) {
    state = mixed(state, new DataView(message.buffer, start, 64));
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word, true);
  });
  return Array.from({ length: 16 }, (_, index) => digest.getUint8(index).toString(16).padStart(2, "0")).join("");
}

/** The bytes, a 1, zeros, and the length in bits: a multiple of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  new DataView(message.buffer).setBigUint64(message.length - 8, BigInt(bytes.length * 8), true);
  return message;
}

function mixed(state: State, block: DataView): State {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step++) {
    const [bits, word] = round(step, b, c, d);
    const sum = (a + bits + (SINES[step] ?? 0) + block.getInt32(word * 4, true)) | 0;
    const turn = TURNS[(step >> 4) * 4 + (step % 4)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
}

/** The bits that a step mixes in, and the word of the block that it takes. */
function round(step: number, b: number, c: number, d: number): readonly [bits: number, word: number] {
  switch (step >> 4) {
    case 0:
      return [(b & c) | (~b & d), step];
    case 1:
      return [(d & b) | (~d & c), (5 * step + 1) % 16];
    case 2:
      return [b ^ c ^ d, (3 * step + 5) % 16];
    default:
      return [c ^ (b | ~d), (7 * step) % 16];
  }
}
