"""Measures how far keywords agree with those that a reader chose (Tests/Fixtures/keywords), beside jieba's.

usage: agreement.py [--top N] [--show METHOD]

Prints a table: of the best five and ten keywords, how many were chosen (precision), and the F1 of the best ten, in percent,
each the mean over the articles. A keyword agrees only if it is the same string. When the settings were chosen, errors were read
in the articles of the odd lines of chosen.tsv only, though the figures of all were seen: the columns of the even ones are told,
too.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PROJECT = FOLDER.parent.parent
FIXTURES = PROJECT / "Tests/Fixtures/keywords"
COMMAND = PROJECT / ".build/release/wenmai"
sys.path.insert(0, str(FOLDER.parent / "peers"))

METHODS = ["tfidf", "blend", "textrank", "frequency"]


def chosen():
    lines = (FIXTURES / "chosen.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("# ")]
    return {name: set(words.split("|")) for name, words in rows}


def ours(articles, top, *options):
    files = [str(FIXTURES / "articles" / f"{name}.txt") for name in articles]
    done = subprocess.run([COMMAND, "keywords", "--format", "jsonl", "--top", str(top), *options, *files],
                          check=True, stdout=subprocess.PIPE)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    return [[keyword["text"] for keyword in found["keywords"]] for found in objects]


# Runs with the Python of the peers, where they are installed.
PEER = """
import json, logging, sys
import jieba, jieba.analyse
jieba.setLogLevel(logging.WARNING)
method, top, *files = sys.argv[1:]
find = {"tfidf": jieba.analyse.extract_tags, "textrank": jieba.analyse.textrank}[method]
print(json.dumps([find(open(file, encoding="utf-8").read(), topK=int(top)) for file in files]))
"""


def jieba(articles, top, method):
    import install
    files = [str(FIXTURES / "articles" / f"{name}.txt") for name in articles]
    python = install.PYTHON if install.PYTHON.exists() else sys.executable
    done = subprocess.run([python, "-c", PEER, method, str(top), *files], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def agreement(gold, found):
    """Precision at five and ten and F1, in percent."""
    sums = [0.0, 0.0, 0.0]
    for words, keywords in zip(gold, found):
        hits = [keyword in words for keyword in keywords[:10]]
        sums[0] += sum(hits[:5]) / 5
        sums[1] += sum(hits) / 10
        sums[2] += 2 * sum(hits) / (10 + len(words))
    return [100 * value / len(gold) for value in sums]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--show", choices=METHODS, help="list the keywords of this method, * before chosen ones")
    options = parser.parse_args()
    import tables
    gold = chosen()
    articles = sorted(gold)
    if options.show:
        for name, found in zip(articles, ours(articles, options.top, "--method", options.show)):
            missed = sorted(gold[name] - set(found))
            print(name, *[("*" if word in gold[name] else "") + word for word in found], "| missed", *missed)
        return
    results = [(f"**wenmai {method}**", ours(articles, 10, "--method", method)) for method in METHODS]
    results.append(("wenmai tfidf, no phrases", ours(articles, 10, "--no-phrases")))
    for method in ("tfidf", "textrank"):
        found = jieba(articles, 10, method)
        if found is None:
            print(f"Not in the table: jieba {method}: not installed; see make bench-peers.\n")
        else:
            results.append((f"jieba {method}", found))
    rows = [["method", "P@5", "P@10", "F1", "even: P@5", "P@10", "F1"]]
    for name, found in results:
        words = [gold[article] for article in articles]
        values = agreement(words, found) + agreement(words[1::2], found[1::2])
        rows.append([name] + [f"{value:.1f}" for value in values])
    print(tables.table(rows))


main()
