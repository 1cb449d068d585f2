"""Makes any number of articles out of those that were composed for the project, the same for the same seed."""
import json
import random
import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
SOURCES = ["Tests/Fixtures/articles", "Tests/Fixtures/keywords/articles"]

# Invented names; the vocabulary of an archive grows with its names.
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
GIVEN = "若溪远征明轩晓岚子衿振宇长歌凌峰秋水青禾望舒知遥星河静姝海宁雨桐嘉言文清念慈向阳书航佩兰一鸣星阑立夏"
PLACES = "云岭 青石 赤岩 澄江 滨海 乌岭 石鼓 柳溪 枫林 白鹭 星沙 龙脊 桂花 南浦 东屏 西塘 北固 松坪 梅岭 竹溪".split()


def sentences():
    """The headlines and the sentences of the composed articles."""
    headlines, found = [], []
    for folder in SOURCES:
        for path in sorted((PROJECT / folder).glob("*.txt")):
            lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            headlines.append(lines[0])
            for line in lines[1:]:
                found += [part for part in re.findall(r"[^。！？]+[。！？]”?", line) if len(part) > 8]
    return headlines, found


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.headlines, self.sentences = sentences()
        self.place = re.compile("|".join(PLACES))

    def sentence(self, text, place):
        """The sentence with other figures, at another place."""
        text = re.sub(r"\d+", lambda found: str(self.random.randrange(10 ** (len(found[0]) - 1), 10 ** len(found[0]))),
                      text)
        return self.place.sub(place, text)

    def person(self):
        return self.random.choice(SURNAMES) + "".join(self.random.sample(GIVEN, self.random.choice([1, 2, 2])))

    def article(self):
        """A headline, who said it, and some paragraphs: 500 to 900 characters."""
        place = self.random.choice(PLACES)
        text = self.sentence(self.random.choice(self.headlines), place) + "\n"
        text += f"{place}市总工会主席{self.person()}表示，"
        size, goal = 0, self.random.randrange(500, 900)
        while size < goal:
            sentence = self.sentence(self.random.choice(self.sentences), place)
            text += sentence + ("\n" if self.random.random() < 0.3 else "")
            size += len(sentence)
        return text.rstrip("\n")


def write(path, count, seed=1):
    """Writes `count` articles as JSON Lines; gives their texts."""
    writer = Writer(seed)
    texts = []
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            texts.append(writer.article())
            file.write(json.dumps({"id": str(number), "text": texts[-1]}, ensure_ascii=False) + "\n")
    return texts
