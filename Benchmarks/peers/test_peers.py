"""Tests of what makes the tables: python3 -m unittest discover -s Benchmarks/peers"""
import unittest
import xml.etree.ElementTree as xml

import gold
import plot
import readme
import tables


class Gold(unittest.TestCase):
    def score(self, wanted, found):
        scores = gold.score([wanted.split()], [found.split()])
        return round(scores["f1"], 1), round(scores["crossing"])

    def test_same(self):
        self.assertEqual(self.score("陆 建国 说", "陆 建国 说"), (100, 0))

    def test_other_granularity_does_not_cross(self):
        self.assertEqual(self.score("陆 建国 说 话", "陆建国 说话"), (0, 0))
        self.assertEqual(self.score("说话", "说 话"), (0, 0))

    def test_crossing(self):
        self.assertEqual(self.score("南浦 市长 说", "南浦市 长 说"), (33.3, 333))

    def test_changed_text(self):
        with self.assertRaises(ValueError):
            self.score("１ 名", "1 名")

    def test_text_is_cut_by_single_spaces(self):
        for path in gold.FOLDER.glob("*.txt"):
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")[:-1], 1):
                if not line.startswith("#"):
                    self.assertEqual(line, " ".join(line.split()), f"{path.name}:{number}")

    def test_size(self):
        sentences = sum(gold.sentences().values(), [])
        self.assertGreater(len(sentences), 200)
        self.assertEqual(len(set(map("".join, sentences))), len(sentences), "a sentence stands there twice")


class Tables(unittest.TestCase):
    def test_aligned(self):
        lines = tables.table([["a", "b"], ["wide name", "1.25"]]).split("\n")
        self.assertEqual(lines, ["| a         |    b |", "|-----------|-----:|", "| wide name | 1.25 |"])

    def test_rates(self):
        self.assertEqual([tables.rate(v) for v in (0.051, 3.14, 206.4)], ["0.05", "3.1", "206"])


class Readme(unittest.TestCase):
    start, end = "<!-- speed: written by make bench-readme -->\n", "<!-- /speed -->"

    def test_block(self):
        text = f"before\n{self.start}old\n{self.end}\nafter\n"
        once = readme.block(text, "speed", "new")
        self.assertEqual(once, f"before\n{self.start}\nnew\n\n{self.end}\nafter\n")
        self.assertEqual(readme.block(once, "speed", "new"), once)

    def test_markers(self):
        for text in ["", self.start, self.end + self.start, 2 * (self.start + self.end)]:
            with self.assertRaises(SystemExit):
                readme.block(text, "speed", "new")


class Plot(unittest.TestCase):
    def test_names_stand_apart(self):
        points = [{"name": f"engine <{n}>", "speed": 10.0 + n / 100, "f1": 90.0, "ours": n == 1} for n in range(3)]
        root = xml.fromstring(plot.svg(points, "speed & accuracy"))
        texts = [t for t in root.iter("{http://www.w3.org/2000/svg}text") if t.text.startswith("engine")]
        self.assertEqual(sorted(t.text for t in texts), [p["name"] for p in points])
        self.assertEqual(len({(t.get("y"), t.get("text-anchor")) for t in texts}), 3)


if __name__ == "__main__":
    unittest.main()
