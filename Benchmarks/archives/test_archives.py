import tempfile
import unittest
from pathlib import Path

import articles
import queries


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


if __name__ == "__main__":
    unittest.main()
