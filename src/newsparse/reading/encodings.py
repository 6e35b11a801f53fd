"""Names of encodings: the label table of the WHATWG Encoding Standard and Python's codecs for it.

A label is what a page or a server writes (``latin1``, ``x-sjis``); its name is what the standard
calls it (``windows-1252``, ``Shift_JIS``). Source: encoding.spec.whatwg.org, "Names and labels".
"""

from __future__ import annotations

import codecs
import re

__all__ = ["MULTIBYTE", "decode_as", "encoding_name"]

_LABELS = """
UTF-8 utf_8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
IBM866 cp866: 866 cp866 csibm866 ibm866
ISO-8859-2 iso8859_2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2
ISO-8859-2 iso8859_2: iso_8859-2:1987 l2 latin2
ISO-8859-3 iso8859_3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3
ISO-8859-3 iso8859_3: iso_8859-3:1988 l3 latin3
ISO-8859-4 iso8859_4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4
ISO-8859-4 iso8859_4: iso_8859-4:1988 l4 latin4
ISO-8859-5 iso8859_5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595
ISO-8859-5 iso8859_5: iso_8859-5 iso_8859-5:1988
ISO-8859-6 iso8859_6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114
ISO-8859-6 iso8859_6: iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596
ISO-8859-6 iso8859_6: iso_8859-6 iso_8859-6:1987
ISO-8859-7 iso8859_7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126
ISO-8859-7 iso8859_7: iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
ISO-8859-8 iso8859_8: csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138
ISO-8859-8 iso8859_8: iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
ISO-8859-8-I iso8859_8: csiso88598i iso-8859-8-i logical
ISO-8859-10 iso8859_10: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
ISO-8859-13 iso8859_13: iso-8859-13 iso8859-13 iso885913
ISO-8859-14 iso8859_14: iso-8859-14 iso8859-14 iso885914
ISO-8859-15 iso8859_15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
ISO-8859-16 iso8859_16: iso-8859-16
KOI8-R koi8_r: cskoi8r koi koi8 koi8-r koi8_r
KOI8-U koi8_u: koi8-ru koi8-u
macintosh mac_roman: csmacintosh mac macintosh x-mac-roman
windows-874 cp874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
windows-1250 cp1250: cp1250 windows-1250 x-cp1250
windows-1251 cp1251: cp1251 windows-1251 x-cp1251
windows-1252 cp1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1
windows-1252 cp1252: iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1
windows-1252 cp1252: us-ascii windows-1252 x-cp1252
windows-1253 cp1253: cp1253 windows-1253 x-cp1253
windows-1254 cp1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9
windows-1254 cp1254: iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
windows-1255 cp1255: cp1255 windows-1255 x-cp1255
windows-1256 cp1256: cp1256 windows-1256 x-cp1256
windows-1257 cp1257: cp1257 windows-1257 x-cp1257
windows-1258 cp1258: cp1258 windows-1258 x-cp1258
x-mac-cyrillic mac_cyrillic: x-mac-cyrillic x-mac-ukrainian
GBK gb18030: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
gb18030 gb18030: gb18030
Big5 big5hkscs: big5 big5-hkscs cn-big5 csbig5 x-x-big5
EUC-JP euc_jp: cseucpkdfmtjapanese euc-jp x-euc-jp
ISO-2022-JP iso2022_jp: csiso2022jp iso-2022-jp
Shift_JIS cp932: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
EUC-KR cp949: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989
EUC-KR cp949: ksc5601 ksc_5601 windows-949
UTF-16BE utf_16_be: unicodefffe utf-16be
UTF-16LE utf_16_le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
"""
"""``name codec: labels``. ``x-user-defined`` and the retired encodings that the standard maps to
"replacement" are left out: their bytes are read as if nothing were declared."""


def _read_labels() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    codec_of: dict[str, str] = {}
    for line in _LABELS.strip().splitlines():
        head, _, labels = line.partition(": ")
        name, codec = head.split()
        codec_of[name] = codec
        names.update(dict.fromkeys(labels.split(), name))
    return names, codec_of


_NAMES, _CODECS = _read_labels()
MULTIBYTE = frozenset(("GBK", "gb18030", "Big5", "EUC-JP", "ISO-2022-JP", "Shift_JIS", "EUC-KR"))
"""Encodings of East Asia; a declaration of one is kept even where some bytes are broken."""
_WIDE = MULTIBYTE | {"UTF-8", "UTF-16BE", "UTF-16LE"}
_EDGE = re.compile(r"^[\t\n\f\r ]+|[\t\n\f\r ]+$")
_CODEC_NAME = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,39}")
_cached_tables: dict[str, str] = {}


def encoding_name(label: str) -> str | None:
    """Return the standard's name for a label, or None for an unknown one.

    >>> encoding_name(" Latin1 ")
    'windows-1252'
    """
    plain = _EDGE.sub("", label).lower()
    found = _NAMES.get(plain) or _NAMES.get(plain.replace("_", "-"))
    if found is not None or _CODEC_NAME.fullmatch(plain) is None:
        return found
    try:  # a caller may use Python's own spelling
        python = codecs.lookup(plain).name
    except LookupError:
        return None
    return _NAMES.get(python) or _NAMES.get(python.replace("_", "-"))


def _table(codec: str) -> str:
    """Return the 256 characters of a single-byte encoding.

    Bytes that Python's codec leaves out are the control characters of that number, as in browsers.
    """
    table = _cached_tables.get(codec)
    if table is None:
        table = "".join(bytes([at]).decode(codec, "ignore") or chr(at) for at in range(256))
        _cached_tables[codec] = table
    return table


def decode_as(data: bytes, name: str) -> str:
    """Decode bytes by an encoding's standard name; what is no character becomes U+FFFD."""
    codec = _CODECS[name]
    if name in _WIDE:
        return data.decode(codec, "replace")
    return codecs.charmap_decode(data, "replace", _table(codec))[0]
