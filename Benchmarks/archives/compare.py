"""Measures archives beside other full-text indexes, on one text in one run.

usage: compare.py [--articles N] [--queries N] [--only NAMES] [--output FOLDER] [--report]

Prints, for each engine: how fast it builds (MB of UTF-8 a second of the clock, with all its threads, and of CPU time), the
size of its index against the text, the time of queries for words, phrases and organizations (median and 99th percentile,
the best 20 articles), and the recall of words and phrases against the truth, which is found by scanning. `wenmai` is
measured as a command, which tells how long a query took without its start; the others run inside this process.

Each run adds its size to those in FOLDER/archives.json, so that sizes can be measured one at a time; how figures grow with
the size is printed below. --report prints without measuring. --articles 100000 is what the README tells; it takes ten
minutes and 2 GB of disk.
"""
import argparse
import datetime
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

import articles
import queries
from engines import ENGINES, Unavailable

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "peers"))
import tables  # noqa: E402

ROUNDS = 3
# Enough for every article that holds a query.
ALL = 10_000_000


def processor():
    """What the processor is called, or its kind where the system does not tell."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def times(engine, asked):
    """Median and 99th percentile of queries, in milliseconds."""
    spent = []
    for _ in range(ROUNDS):
        for query in asked:
            spent.append(engine.time(query, 20))
    return {"median": statistics.median(spent), "p99": percentile(spent, 0.99)}


def recall(engine, ask, asked, truths):
    """The mean share of the articles that hold a query that are found, and of those found that hold it, in percent."""
    shares, right = [], []
    for query in asked:
        found, truth = set(engine.find(ask(query), ALL)), truths[query]
        shares.append(len(found & truth) / len(truth))
        if found:
            right.append(len(found & truth) / len(found))
    return {"recall": 100 * statistics.mean(shares), "precision": 100 * statistics.mean(right) if right else None}


def measure(make, folder, path, texts, asked, truths):
    engine = make(folder)
    size = sum(len(text.encode()) for text in texts)
    start, spent = time.perf_counter(), sum(os.times()[:4])
    engine.build(path, texts)
    seconds, cpu = time.perf_counter() - start, sum(os.times()[:4]) - spent
    result = {"build": size / seconds / 1e6, "build cpu": size / max(cpu, 1e-2) / 1e6, "peak": engine.peak,
              "size": sum(file.stat().st_size for file in engine.files()) / size}
    for kind, ask in (("word", lambda query: query), ("phrase", engine.phrase), ("entity", engine.entity)):
        try:
            result[kind] = times(engine, [ask(query) for query in asked[kind]])
            if kind != "entity":
                result[kind].update(recall(engine, ask, asked[kind], truths))
        except Unavailable as error:
            result[kind] = {"missing": str(error)}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--only", type=lambda names: names.split(","), help="these engines only")
    parser.add_argument("--output", type=Path, default=FOLDER.parent / ".build/archives")
    parser.add_argument("--report", action="store_true", help="print what was measured before")
    options = parser.parse_args()
    path = options.output / "archives.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    if not options.report:
        run = summary(options)
        known = [other for other in known if other["articles"] != run["articles"]] + [run]
        known.sort(key=lambda run: run["articles"])
        options.output.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(tables.archives(known))


def summary(options):
    """Measures one size."""
    summary = {
        "date": datetime.date.today().isoformat(), "command": f"make bench-archives ARTICLES={options.articles}",
        "machine": f"{processor()}, {os.cpu_count()} cores", "articles": options.articles,
        "queries": options.queries, "load": os.getloadavg()[0] / os.cpu_count(), "engines": {}, "missing": {}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        texts = articles.write(path, options.articles)
        summary["bytes"] = sum(len(text.encode()) for text in texts)
        asked = queries.draw(texts, options.queries)
        asked["entity"] = [place + "市总工会" for place in articles.PLACES]
        truths = {query: queries.truth(texts, query) for kind in ("word", "phrase") for query in asked[kind]}
        for name, make in ENGINES.items():
            if options.only and name not in options.only:
                continue
            print(name, file=sys.stderr)
            try:
                with tempfile.TemporaryDirectory() as own:
                    summary["engines"][name] = measure(make, own, path, texts, asked, truths)
            except Unavailable as error:
                summary["missing"][name] = str(error)
    return summary


if __name__ == "__main__":
    main()
