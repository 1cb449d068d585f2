"""Measures Wenmai beside its peers: the same text, in turns, in one run.

compare.py [--size MB] [--rounds N] [--only NAME,…] [--output FOLDER]
"""
import argparse
import datetime
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import gold
import install
import plot
import tables

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
BENCH = FOLDER.parent / ".build/release/bench"
WENMAI = ROOT / ".build/release/wenmai"
MODES = ["fast", "precise", "icu"]


class Engine:
    """A process that waits for work, and the command that does all the work at once."""

    def __init__(self, name, method, worker, command):
        self.name, self.method, self.command = name, method, command
        self.ours = name.startswith("wenmai")
        self.cpu, self.whole, self.words = [], [], None
        self.process = subprocess.Popen(worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True, encoding="utf-8", env=install.clean_environment())
        self.described = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            complaints = self.process.stderr.read().strip().splitlines()
            raise RuntimeError(complaints[-1][:120] if complaints else f"ended ({self.process.wait()})")
        return json.loads(line)

    def ask(self, kind, path):
        self.process.stdin.write(f"{kind} {path}\n")
        self.process.stdin.flush()
        return self.answer()

    def time_whole(self, path):
        """CPU seconds of the command, from its start to its end, its output in a file."""
        def spent():
            used = resource.getrusage(resource.RUSAGE_CHILDREN)  # of those that have ended
            return used.ru_utime + used.ru_stime
        with tempfile.TemporaryFile() as out:
            before = spent()
            subprocess.run([*self.command, path], stdout=out, stderr=subprocess.DEVNULL, check=True,
                           env=install.clean_environment())
            self.whole.append(spent() - before)


def start(only):
    """The engines that run here, and the reasons of the others, by name."""
    described = json.loads((FOLDER / "peers.json").read_text(encoding="utf-8"))
    peers = [p for p in described["peers"] if not only or p["name"] in only]
    missing = {**install.install(peers), **described["left out"]}
    wanted = [(f"wenmai {mode}", "", [BENCH, "worker", "--mode", mode],
               [WENMAI, "segment", "--threads", "1", "--mode", mode]) for mode in MODES]
    for peer in peers:
        if peer["name"] not in missing:
            command = [install.PYTHON, FOLDER / "worker.py", peer["name"]]
            wanted.append((f"{peer['name']} {version(peer)}", peer["method"], command, command))
    engines = []
    for name, *rest in wanted:
        try:
            engines.append(Engine(name, *rest))
        except (RuntimeError, OSError) as error:
            missing[name] = f"does not start: {error}"
    return engines, missing


def version(peer):
    return peer.get("source", peer["requirements"][0]).split("==")[1]


def measure(engines, missing, text, rounds):
    """Accuracy first, so that no time is taken of nonsense, then rounds in which each engine has its turn.

    An engine that fails is taken out.
    """
    sentences = gold.sentences()
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join("".join(words) for part in sentences.values() for words in part))
        file.flush()
        for engine in list(engines):
            try:
                found = engine.ask("cut", file.name)
                engine.scores = {"all": gold.score(sum(sentences.values(), []), found)}
                for name, part in sentences.items():
                    engine.scores[name] = gold.score(part, found[:len(part)])
                    found = found[len(part):]
            except (RuntimeError, ValueError, OSError) as error:
                missing[engine.name] = f"failed: {error}"
                engines.remove(engine)
    for number in range(rounds):
        for engine in engines:
            if sys.stderr.isatty():
                print(f"\rround {number + 1} of {rounds}: {engine.name:24}", end="", file=sys.stderr, flush=True)
            answer = engine.ask("time", text)
            engine.cpu.append(answer["cpu"])
            if engine.words not in (None, answer["words"]):
                raise RuntimeError(f"{engine.name} gave {engine.words} words, then {answer['words']}")
            engine.words = answer["words"]
            engine.time_whole(text)
    print(file=sys.stderr)


def results(engines, missing, text, rounds):
    content = Path(text).read_text(encoding="utf-8")
    size = len(content.encode())
    return {
        "date": datetime.date.today().isoformat(), "machine": engines[0].described["machine"],
        "command": "make bench-peers", "rounds": rounds,
        "bytes": size, "characters": len(content), "gold words": engines[0].scores["all"]["words"], "missing": missing,
        "engines": [{
            "name": e.name, "ours": e.ours, "method": e.method, "speed": size / statistics.median(e.cpu) / 1e6,
            "best": size / min(e.cpu) / 1e6, "words": e.words, "load": e.described["load"], "command": min(e.whole),
            "f1": e.scores["all"]["f1"], "crossing": e.scores["all"]["crossing"],
            "f1 by kind": {kind: score["f1"] for kind, score in e.scores.items() if kind != "all"},
        } for e in engines]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=0.5, help="size of the generated text in MB")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", type=lambda names: names.split(","), help="these peers only")
    parser.add_argument("--output", type=Path, default=FOLDER.parent / ".build/peers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = str(Path(folder, "news.txt"))
        subprocess.run([BENCH, "measure", "--size", str(options.size), "--write-text", text], check=True)
        engines, missing = start(options.only)
        measure(engines, missing, text, options.rounds)
        result = results(engines, missing, text, options.rounds)
    options.output.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=2)
    (options.output / "peers.json").write_text(text + "\n", encoding="utf-8")
    (options.output / "speed-accuracy.svg").write_text(
        plot.svg(result["engines"], "Chinese word segmentation: speed and accuracy"), encoding="utf-8")
    print(tables.peers(result))
    print(f"\n{options.output}/peers.json, speed-accuracy.svg", file=sys.stderr)


main()
