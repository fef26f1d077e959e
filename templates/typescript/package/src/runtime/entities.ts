/** Texts that HTML escapes: `&quot;` is a quote, `&#39;` an apostrophe, `&eacute;` an e. */

// As htmlspecialchars and htmlentities of PHP write them; from 160 in the order of their numbers.
const MARKUP = "amp & lt < gt > quot \" apos ' AMP & LT < GT > QUOT \"";
const PUNCTUATION =
  "ast * bsol \\ colon : comma , commat @ grave ` dollar $ equals = excl ! Hat ^ lcub { lbrace { lsqb [ lbrack " +
  "[ lowbar _ lpar ( num # percnt % period . plus + quest ? rcub } rbrace } rsqb ] rbrack ] rpar ) semi ; sol / " +
  "verbar | vert |";
const OTHERS =
  "euro € sbquo ‚ fnof ƒ bdquo „ hellip … dagger † Dagger ‡ circ ˆ permil ‰ Scaron Š lsaquo ‹ OElig Œ lsquo ‘ " +
  "rsquo ’ ldquo “ rdquo ” bull • ndash – mdash — tilde ˜ trade ™ scaron š rsaquo › oelig œ Yuml Ÿ";
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute " +
  "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring " +
  "AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml " +
  "times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil " +
  "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash " +
  "ugrave uacute ucirc uuml yacute thorn yuml";

const NAMED: ReadonlyMap<string, string> = new Map([
  ...pairs(`${MARKUP} ${PUNCTUATION} ${OTHERS}`.split(" ")),
  ...LATIN.split(" ").map((name, index) => [name, String.fromCharCode(160 + index)] as const),
]);

function pairs(words: readonly string[]): (readonly [string, string])[] {
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as const] : []));
}

/** The text that HTML means. Names that are not known stay as they are. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (all, ten?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        return NAMED.get(name) ?? all;
      }
      const code = ten === undefined ? parseInt(hex ?? "", 16) : parseInt(ten, 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
