"""worker.py ENGINE: a peer that waits for work. worker.py ENGINE FILE: the same as a whole command.

Each line of standard input is `time PATH` or `cut PATH`, each line of standard output the answer, as JSON.
`bench worker` speaks the same for Wenmai.
"""
import json
import os
import sys
import time

from engines import ENGINES

ROUND_SECONDS = 0.1  # a round lasts at least as long, so that the clock does not matter


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")


def timing(cut, text):
    rounds, wall, cpu = 0, time.perf_counter(), time.process_time()
    while True:
        words = sum(len(cut(line)) for line in text)
        rounds += 1
        spent = time.process_time() - cpu
        if spent >= ROUND_SECONDS:
            return {"cpu": spent / rounds, "wall": (time.perf_counter() - wall) / rounds, "words": words}


def main():
    # What the library prints must not get into the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    start = time.process_time()
    cut = ENGINES[sys.argv[1]]()
    cut("云岭市总工会主席周敏今年3月12日说，近2000名职工参加了竞赛。")
    if len(sys.argv) > 2:
        for line in lines(sys.argv[2]):
            print(" ".join(cut(line)), file=answers)
        return
    print(json.dumps({"load": time.process_time() - start}), file=answers, flush=True)
    for request in sys.stdin:
        kind, path = request.rstrip("\n").split(" ", 1)
        text = lines(path)
        result = timing(cut, text) if kind == "time" else [list(cut(line)) for line in text]
        print(json.dumps(result, ensure_ascii=False), file=answers, flush=True)


main()
