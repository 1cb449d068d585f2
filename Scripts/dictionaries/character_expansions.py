"""Makes characters/expand.tsv: characters that stand for several, such as ㎡ and ㈱.

usage: character_expansions.py OUT

OUT      the folder to write to

What is left out, because it would change what a text says: everything with a numeric value (½, ①, ㈠, Ⅷ), superscripts
and subscripts (m² is not m2 where a formula is meant; ™), enclosed letters (⒜), the ellipsis, which is punctuation of its
own in Chinese, marks that become a space with an accent, and letters of scripts that shape them.
"""

import os
import sys
import unicodedata

import tables

LEFT_OUT_TAGS = {"<super>", "<sub>", "<fraction>", "<circle>", "<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>"}
# … and its kin: two dots, the vertical ones.
ELLIPSES = {0x2024, 0x2025, 0x2026, 0xFE19, 0xFE30}
# Half of the characters that NFKC writes with a sign of mathematics are units: m∕s.
PLAIN = {"∕": "/", "⁄": "/"}


def is_plain(character):
    """Printable ASCII, the letters of units, Chinese and Japanese."""
    code = ord(character)
    return (
        0x21 <= code <= 0x7E
        or character in "°μΩ·"
        or 0x3041 <= code <= 0x30FF
        or 0x4E00 <= code <= 0x9FFF
    )


def expansion(code):
    """What the character stands for, or None if it is to stay."""
    character = chr(code)
    decomposition = unicodedata.decomposition(character)
    if not decomposition.startswith("<") or decomposition.split()[0] in LEFT_OUT_TAGS or code in ELLIPSES:
        return None
    if unicodedata.numeric(character, None) is not None:
        return None
    text = "".join(PLAIN.get(each, each) for each in unicodedata.normalize("NFKC", character))
    if len(text) < 2 or not all(is_plain(each) for each in text):
        return None
    if text[0] == "(" and text[1].isascii():
        return None
    return text


def main():
    (folder,) = sys.argv[1:]
    rows = [(f"{code:04X}", text, chr(code)) for code in range(0x80, 0x10000) if (text := expansion(code))]
    tables.write(
        os.path.join(folder, "expand.tsv"),
        "characters that stand for several",
        f"Unicode Character Database {unicodedata.unidata_version} (NFKC), as in Python's unicodedata",
        "Unicode-DFS-2016; changes: basic plane only, nothing with a numeric value, no scripts but Latin and East Asian ones",
        ["from:scalar", "to", "note?"],
        rows,
    )


if __name__ == "__main__":
    main()
