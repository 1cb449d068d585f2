"""Writes the results of ../Results into README.md, between its markers, and draws their plot.

readme.py --check: fails if they are not what it would write.
"""
import json
import sys
from pathlib import Path

import plot
import tables

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "Benchmarks" / "Results"


def block(text, name, content):
    """`text` with `content` between the markers of `name`."""
    start, end = f"<!-- {name}: written by make bench-readme -->\n", f"<!-- /{name} -->"
    if text.count(start) != 1 or text.count(end) != 1 or text.index(end) < text.index(start):
        sys.exit(f"README.md: the markers of '{name}' must stand there once, in their order:\n{start}{end}")
    return text[:text.index(start) + len(start)] + "\n" + content + "\n\n" + text[text.index(end):]


def main():
    def read(name):
        return json.loads((RESULTS / name).read_text(encoding="utf-8"))
    peers = read("peers.json")
    picture = plot.svg(peers["engines"], "Chinese word segmentation: speed and accuracy")
    old = (ROOT / "README.md").read_text(encoding="utf-8")
    new = block(block(old, "engines", tables.engines(read("engines.json"))), "peers", tables.peers(peers))
    # Measured by itself, a size at a time: `make bench-archives`.
    if (RESULTS / "archives.json").exists():
        new = block(new, "archives", tables.archives(read("archives.json")))
    files = {ROOT / "README.md": new, RESULTS / "speed-accuracy.svg": picture}
    for path, content in files.items():
        if "--check" not in sys.argv:
            path.write_text(content, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != content:
            sys.exit(f"{path.relative_to(ROOT)} is not what Benchmarks/Results says: run Benchmarks/peers/readme.py")


if __name__ == "__main__":
    main()
