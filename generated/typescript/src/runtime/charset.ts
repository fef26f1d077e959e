/**
 * The text of a body that may not be UTF-8, so that every byte of it can still be told.
 *
 * Vectors: tests/wire/body.json.
 */

const NAMED = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i;
// Character sets of single bytes, and those of East Asia.
const KNOWN = /^(iso-8859-\d+|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(jp|kr))$/;
const WESTERN = ["iso-8859-1", "windows-1252"]; // on the web both mean the latter
// What windows-1252 has where Latin-1 has controls: the characters of the bytes from 0x80 on.
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
// The form of a character of several bytes in UTF-8; not all that have it are one.
const CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
// Some of these, or a byte by itself that is no control in windows-1252.
const PIECE = new RegExp(`(?:${CHARACTER.source}){1,1000}|[\\x80-\\x9f]`, "g");
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The body as UTF-8, if it is that; else by the charset that its Content-Type names. A byte order mark is dropped.
 *
 * Without one that fits, what is not UTF-8 in it is read as windows-1252.
 */
export function textOf(bytes: Uint8Array, contentType = ""): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const text = decoded(body, new TextDecoder("utf-8", { fatal: true }));
  if (text !== null) {
    return text;
  }
  const charset = (NAMED.exec(contentType)?.[1] ?? "").toLowerCase();
  if (WESTERN.includes(charset)) {
    return western(latin1(body));
  }
  const decoder = KNOWN.test(charset) ? decoderOf(charset) : null;
  return (decoder === null ? null : decoded(body, decoder)) ?? piecewise(latin1(body));
}

// Not all types of Node.js have a type of that name.
type Decoder = InstanceType<typeof TextDecoder>;

/** A decoder that refuses what is not of that charset; null where the platform does not know it. */
function decoderOf(charset: string): Decoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}

function decoded(body: Uint8Array, decoder: Decoder): string | null {
  try {
    return decoder.decode(body);
  } catch {
    return null;
  }
}

/** Each byte as the character of that number. */
function latin1(body: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < body.length; start += 8192) {
    pieces.push(String.fromCharCode(...body.subarray(start, start + 8192)));
  }
  return pieces.join("");
}

function western(bytes: string): string {
  return bytes.replace(/[\x80-\x9f]/g, (byte) => WINDOWS.charAt(byte.charCodeAt(0) - 0x80));
}

function piecewise(bytes: string): string {
  const text = bytes.replace(PIECE, (piece) =>
    piece.length === 1
      ? western(piece)
      : (characters(piece) ?? piece.replace(CHARACTER, (one) => characters(one) ?? western(one))),
  );
  return text.replace(/^\ufeff/, "");
}

/** The characters that some bytes are in UTF-8; null where they are none. */
function characters(bytes: string): string | null {
  return decoded(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    UTF8,
  );
}
