"""The peers, each as a function that makes a function from a line to its words."""


def jieba():
    import logging
    import jieba as module
    module.setLogLevel(logging.WARNING)
    module.initialize()
    return module.lcut


def rjieba():
    import rjieba as module
    return module.cut


def cppjieba():
    import cppjieba_py_dat as module
    return module.lcut


def pyicu():
    import icu
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("zh"))

    def cut(line):
        text = icu.UnicodeString(line)  # ICU counts in UTF-16
        breaks.setText(text)
        words, start = [], 0
        for end in breaks:
            words.append(str(text[start:end]))
            start = end
        return words
    return cut


def pkuseg():
    import pkuseg as module
    return module.pkuseg().cut


def wapic():
    import wapic as module
    return module.Segmenter().segment


ENGINES = {"jieba": jieba, "rjieba": rjieba, "cppjieba": cppjieba, "PyICU": pyicu, "pkuseg": pkuseg, "wapic": wapic}
