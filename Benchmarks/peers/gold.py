"""The gold text of ../Gold, and the scores of what engines make of it."""
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Gold"


def sentences():
    """The words of each sentence, by the name of the file."""
    def read(path):
        with open(path, encoding="utf-8") as file:
            return [line.split() for line in file if line.strip() and not line.startswith("#")]
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def spans(words):
    """The places of words, in characters."""
    places, start = [], 0
    for word in words:
        places.append((start, start + len(word)))
        start += len(word)
    return places


def score(gold, found):
    """F1 over places of words, in percent, and crossing errors for 1000 words of the gold text.

    A crossing error is a word found that cuts across a word of the gold text: an error that no difference of standards
    explains.
    """
    right = total = given = crossing = 0
    for wanted, words in zip(gold, found, strict=True):
        words = [word for word in ("".join(w.split()) for w in words) if word]
        if "".join(words) != "".join(wanted):
            raise ValueError(f"the engine changed the text: {''.join(words)[:40]}")
        places, truth = spans(words), spans(wanted)
        ends = {0} | {end for _, end in truth}
        right += len(set(places) & set(truth))
        given += len(places)
        total += len(truth)
        crossing += sum(1 for start, end in places if (start not in ends or end not in ends)
                        and any(at in ends for at in range(start + 1, end)))
    return {"f1": 200 * right / (given + total), "crossing": 1000 * crossing / total, "words": total}
