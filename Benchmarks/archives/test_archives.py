import sys
import tempfile
import unittest
from pathlib import Path

import articles
import queries

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peers"))
import tables  # noqa: E402


class ArchivesTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_articles(self):
        with tempfile.TemporaryDirectory() as folder:
            first = articles.write(Path(folder, "1"), 20)
            again = articles.write(Path(folder, "2"), 20)
            other = articles.write(Path(folder, "3"), 20, seed=9)
            self.assertEqual(Path(folder, "1").read_bytes(), Path(folder, "2").read_bytes())
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)
        self.assertEqual(len(set(first)), 20)

    def test_queries_stand_in_the_articles(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = articles.write(Path(folder, "1"), 50)
        asked = queries.draw(texts, 12)
        self.assertEqual(asked, queries.draw(texts, 12))
        for kind, found in asked.items():
            self.assertEqual(len(set(found)), 12, kind)
            for query in found:
                truth = queries.truth(texts, query)
                self.assertTrue(truth, query)
                self.assertTrue(all(query in texts[number] for number in truth))

    def test_sizes_stand_side_by_side(self):
        def run(count, build):
            found = {"median": 1.0, "p99": 15.5, "recall": 100.0, "precision": 100.0}
            engine = {"build": build, "build cpu": build / 2, "peak": 2e8, "size": 3.0, "word": found, "phrase": found,
                      "entity": {"missing": "no names"}}
            return {"command": "c", "date": "d", "machine": "m", "articles": count, "bytes": 2e6, "queries": 40, "load": 0.1,
                    "engines": {"wenmai": engine}, "missing": {"other": "is not there"}}
        one = tables.archives([run(10, 2.0)])
        self.assertIn("1.0 / 15.5", one)
        self.assertIn("Not in the table: other: is not there.", one)
        self.assertNotIn("grow", one)
        both = tables.archives([run(10, 2.0), run(200, 3.0)])
        self.assertIn("200 articles", both)
        self.assertEqual(both.splitlines()[-1].replace(" ", ""), "|**wenmai**|2.0|3.0|1.0|1.0|1.0|1.0|")


if __name__ == "__main__":
    unittest.main()
