"""Queries of each kind, drawn from the articles, and the truth by scanning."""
import random
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


def lexicon():
    """Words of two to four characters."""
    words = set()
    for name in ("lexicon/words.tsv", "lexicon/modern.tsv"):
        for line in (PROJECT / "Dictionaries" / name).read_text(encoding="utf-8").splitlines():
            word = line.split("\t")[0]
            if not line.startswith("# ") and 2 <= len(word) <= 4 and all("\u4e00" <= char <= "\u9fff" for char in word):
                words.add(word)
    return words


def han(text):
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def draw(texts, count, seed=2):
    """Queries by kind: words of the lexicon wherever their characters stand, and phrases of five to eight characters."""
    chance = random.Random(seed)
    words = lexicon()
    found = {"word": [], "phrase": []}
    while min(map(len, found.values())) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        word = text[start:start + chance.choice([2, 2, 2, 3, 4])]
        if word in words and word not in found["word"] and len(found["word"]) < count:
            found["word"].append(word)
        phrase = text[start:start + chance.randrange(5, 9)]
        if len(phrase) >= 5 and han(phrase) and phrase not in found["phrase"] and len(found["phrase"]) < count:
            found["phrase"].append(phrase)
    return found


def truth(texts, query):
    """The numbers of the articles that hold the query."""
    return {number for number, text in enumerate(texts) if query in text}
