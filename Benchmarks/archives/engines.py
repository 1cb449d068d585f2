"""The engines: each builds an index of the articles and finds the numbers of those that hold a query."""
import json
import os
import re
import sqlite3
import subprocess
import time
from pathlib import Path

COMMAND = Path(os.environ.get("WENMAI", Path(__file__).resolve().parent.parent.parent / ".build/release/wenmai"))


class Unavailable(Exception):
    """Why an engine, or a kind of query, cannot be measured here."""


def memory(process):
    """The most bytes of memory that a running process has had resident; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


class InProcess:
    """An engine in this process."""

    def time(self, query, limit):
        """Milliseconds for the best articles."""
        start = time.perf_counter()
        self.find(query, limit)
        return (time.perf_counter() - start) * 1e3


class Wenmai:
    """The command, a process a query; how long the query took, without the start of the process, it tells itself."""
    # Bytes of memory at most while the index was built, where that can be told.
    peak = None

    def __init__(self, folder, options=()):
        self.path = Path(folder, "wenmai.db")
        self.options = options
        done = subprocess.run([COMMAND, "index", "build", "--help"], stdout=subprocess.PIPE, text=True)
        missing = [option for option in options if option not in done.stdout]
        if missing:
            raise Unavailable(f"wenmai index build has no {missing[0]}")

    def build(self, articles, texts):
        build = subprocess.Popen([COMMAND, "index", "build", self.path, "--quiet", *self.options, articles],
                                 stdout=subprocess.DEVNULL)
        # What the system tells of an ended child counts the memory of this process at its start, too.
        while build.poll() is None:
            self.peak = max(self.peak or 0, memory(build.pid)) or None
            time.sleep(0.02)
        if build.returncode:
            raise Unavailable(f"wenmai index build ended with {build.returncode}")

    def find(self, query, limit, *options):
        done = subprocess.run([COMMAND, "search", self.path, query, "--format", "jsonl", "--top", str(limit), *options],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise Unavailable(done.stderr.strip().splitlines()[0])
        hits = [json.loads(line) for line in done.stdout.splitlines()]
        self.explanation = [line for hit in hits for line in hit.get("explanation", [])]
        return [int(re.match(r"\d+", hit["source"])[0]) for hit in hits if "source" in hit]

    def time(self, query, limit):
        self.find(query, limit, "--explain")
        return float(re.search(r"found in ([0-9.]+) ms", self.explanation[-1])[1])

    def phrase(self, query):
        return f'"{query}"'

    def entity(self, query):
        return f"org:{query}"

    def files(self):
        return [self.path]


class FTS5(InProcess):
    """SQLite's own tokenizers, in this process."""
    peak = None

    def __init__(self, folder, tokenizer):
        self.path = Path(folder, tokenizer + ".db")
        self.tokenizer = tokenizer
        self.db = sqlite3.connect(self.path)
        try:
            self.db.execute(f"CREATE VIRTUAL TABLE articles USING fts5 (text, tokenize = '{tokenizer}')")
        except sqlite3.OperationalError as error:
            raise Unavailable(f"SQLite {sqlite3.sqlite_version}: {error}") from error

    def build(self, articles, texts):
        with self.db:
            self.db.executemany("INSERT INTO articles (rowid, text) VALUES (?, ?)", enumerate(texts))

    def find(self, query, limit):
        rows = self.db.execute("SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?",
                               ('"' + query + '"', limit))
        return [row[0] for row in rows]

    def phrase(self, query):
        return query

    entity = phrase

    def files(self):
        return [self.path]


class Tantivy(InProcess):
    """tantivy over the words of rjieba, in this process."""
    peak = None

    def __init__(self, folder):
        try:
            import rjieba
            import tantivy
        except ImportError as error:
            raise Unavailable(f"{error.name} is not installed") from error
        self.tantivy, self.cut = tantivy, rjieba.cut_for_search if hasattr(rjieba, "cut_for_search") else rjieba.cut
        self.path = Path(folder, "tantivy")
        self.path.mkdir()
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=True)
        builder.add_text_field("text", tokenizer_name="whitespace")
        self.index = tantivy.Index(builder.build(), path=str(self.path))

    def words(self, text):
        return " ".join(word for word in self.cut(text) if word.strip())

    def build(self, articles, texts):
        writer = self.index.writer()
        for number, text in enumerate(texts):
            writer.add_document(self.tantivy.Document(number=number, text=self.words(text)))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def find(self, query, limit):
        searcher = self.index.searcher()
        parsed = self.index.parse_query('"' + self.words(query).replace('"', " ") + '"', ["text"])
        hits = searcher.search(parsed, limit).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    def phrase(self, query):
        return query

    entity = phrase

    def files(self):
        return [path for path in self.path.rglob("*") if path.is_file()]


ENGINES = {
    "wenmai": Wenmai,
    "wenmai --no-entities": lambda folder: Wenmai(folder, ["--no-entities"]),
    "FTS5 trigram": lambda folder: FTS5(folder, "trigram"),
    "FTS5 unicode61": lambda folder: FTS5(folder, "unicode61"),
    "tantivy + rjieba": Tantivy,
}
