"""Folding of words to the form that dictionaries hold: half-width, lower case, simplified."""

import os


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("# "):
                yield line.split("\t")


class Folder:
    """Folds text by the tables of Dictionaries/characters."""

    def __init__(self, folder):
        self.forms = {chr(int(a, 16)): chr(int(b, 16)) for a, b, *_ in rows(os.path.join(folder, "fold.tsv"))}
        self.simplified = {a: b for a, b, _ in rows(os.path.join(folder, "traditional-simplified.tsv"))}
        self.kept = dict(rows(os.path.join(folder, "keep-traditional.tsv")))
        self.longest = max(map(len, self.kept))

    def width(self, text):
        return "".join(self.forms.get(char, char) for char in text).lower()

    def __call__(self, text):
        text = self.width(text)
        result, start = [], 0
        while start < len(text):
            for end in range(min(len(text), start + self.longest), start + 1, -1):
                if text[start:end] in self.kept:
                    result.append(self.kept[text[start:end]])
                    start = end
                    break
            else:
                result.append(self.simplified.get(text[start], text[start]))
                start += 1
        return "".join(result)


# The tags of the People's Daily corpus and of jieba's dictionary that are no PKU tags.
TAGS = {
    "Ag": "ag", "Bg": "g", "Dg": "dg", "Mg": "mg", "Ng": "ng", "Rg": "rg", "Tg": "tg", "Vg": "vg", "Yg": "y",
    "vvn": "vn", "na": "n", "eng": "nx", "nrt": "nr", "nrfg": "nr", "uj": "u", "ul": "u", "uz": "u", "ud": "u",
    "ug": "u", "uv": "u", "df": "d", "mq": "m", "vq": "v", "vi": "v", "rr": "r", "rz": "r", "zg": "g",
}
PKU = set(
    "a ad ag an b c d dg e f g h i j k l m mg n ng nr ns nt nx nz o p q r rg s t tg u v vd vg vn w x y z".split())


def tag(name):
    name = TAGS.get(name, name)
    if name not in PKU:
        raise ValueError(f"no PKU tag: {name}")
    return name


NUMERALS = set("〇零一二三四五六七八九十百千万亿兆两廿卅壹贰叁肆伍陆柒捌玖拾佰仟点")
DATES = set("年月日时分秒号")
