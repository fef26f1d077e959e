"""The text of a body that may not be UTF-8, so that every byte of it can still be told.

Vectors: tests/wire/body.json.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

# White space in any language: Python alone takes U+001C for some, and U+FEFF for none.
WHITE: Final = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_NAMED: Final = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE | re.ASCII)
# Character sets of single bytes, and those of East Asia. Python knows others by names that are no character sets.
_KNOWN: Final = re.compile(
    r"iso-8859-\d+|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(jp|kr)"
)
_WESTERN: Final = frozenset({"iso-8859-1", "windows-1252"})  # on the web both mean the latter
# What windows-1252 has where Latin-1 has controls.
_WINDOWS: Final = {
    byte: character
    for byte in range(0x80, 0xA0)
    if (character := bytes([byte]).decode("cp1252", "ignore"))
}
_HANDLER: Final = f"{__name__}.western"


def text_of(body: bytes, content_type: str = "") -> str:
    """The body as UTF-8, if it is that; else by the charset that its Content-Type names.

    Without one that fits, what is not UTF-8 in it is read as windows-1252.
    """
    body = body.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode()
    except UnicodeDecodeError:
        pass
    named = _NAMED.search(content_type)
    charset = named[1].lower() if named else ""
    if charset in _WESTERN:
        return _western(body)
    if _KNOWN.fullmatch(charset):
        try:
            return body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return body.decode("utf-8", _HANDLER)


def _western(body: bytes) -> str:
    return body.decode("latin-1").translate(_WINDOWS)


def _resume(error: UnicodeError) -> tuple[str, int]:
    """What stands for the bytes that cannot be decoded, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _western(error.object[error.start : error.end]), error.end


codecs.register_error(_HANDLER, _resume)
