"""Makes people/japanese-surnames.tsv.

usage: japanese_surnames.py DATASET CHARACTERS OUT

DATASET     the file last_name_org.csv of PyPI japanese-personal-name-dataset: surname, bearers, readings
CHARACTERS  the folder Dictionaries/characters
OUT         the folder to write to
"""

import csv
import os
import sys

import chinese
import tables

# Japanese forms of characters that are neither traditional nor simplified Chinese, and what Chinese news writes.
SHINJITAI = dict(zip(
    "亜栄塩奥桜恵経鶏県検広黒斎児実釈寿渋収従縦粛処将焼条乗浄畳嬢譲醸真慎図粋随髄枢数瀬静斉摂専戦浅銭銑繊禅曽蔵増"
    "臓即続帯滞滝択沢単団弾遅昼庁聴鎮塚転伝徳読届縄弐悩脳廃拝売麦発髪抜蛮秘浜瓶福払仏変辺弁舗歩穂豊邦槙枡毎万満"
    "桝黙弥薬訳与予揺様謡来頼覧竜隆両猟緑塁礼齢歴恋練労楼録亀戸内冨嶋堺渕邉畑辻竈埜悦圧囲壱隠衛円縁応価気帰覚関観",
    "亚荣盐奥樱惠经鸡县检广黑斋儿实释寿涩收从纵肃处将烧条乘净叠娘让酿真慎图粹随髓枢数濑静齐摄专战浅钱铣纤禅曾藏增"
    "脏即续带滞泷择泽单团弹迟昼厅听镇冢转传德读届绳贰恼脑废拜卖麦发发拔蛮秘滨瓶福拂佛变边弁铺步穗丰邦槙枡每万满"
    "桝默弥药译与予摇样谣来赖览龙隆两猎绿垒礼龄历恋练劳楼录龟户内富岛堺渊边畑辻灶野悦压围壹隐卫圆缘应价气归觉关观",
))
SHINJITAI.update({"塚": "冢", "斉": "齐", "峯": "峰", "姫": "姬", "歳": "岁"})
BOTH = {"筿": "筱"}  # Chinese news writes either form.


def simplified(name, fold):
    name = "".join(SHINJITAI.get(char, char) for char in name)
    result = ""
    for char in name:
        result += result[-1] if char == "々" and result else char
    return fold(result)


def main(dataset, characters, out):
    fold = chinese.Folder(characters)
    counts = {}
    with open(dataset, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            name, bearers = simplified(row[0], fold), int(row[1])
            # One character alone reads as a Chinese surname; kana is no part of a name in Chinese text.
            if len(name) < 2 or any(not "\u4e00" <= char <= "\u9fff" for char in name):
                continue
            counts[name] = counts.get(name, 0) + bearers
            for plain, other in BOTH.items():
                if plain in name:
                    counts[name.replace(plain, other)] = counts[name]
    population = 125_000_000
    rows = [(name, max(1, round(number * 1_000_000 / population))) for name, number in counts.items()]
    tables.write(
        os.path.join(out, "japanese-surnames.tsv"), "Japanese surnames as Chinese news writes them; bearers per million",
        "PyPI japanese-personal-name-dataset 0.4.0, last_name_org.csv, taken 2026-11",
        "MIT; changes: simplified, bearers as a share of the population, one-character names left out",
        ["surname", "frequency:int"], rows, ["JAPANESE-SURNAME"])


if __name__ == "__main__":
    main(*sys.argv[1:])
