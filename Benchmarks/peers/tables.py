"""Results as Markdown, aligned so that they are tables in a terminal, too."""


def table(rows):
    """A Markdown table; the first row is its head, the first column its names."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                               for column, (cell, width) in enumerate(zip(row, widths))) + " |" for row in rows]
    rule = "|" + "|".join("-" * (width + 2) if column == 0 else "-" * (width + 1) + ":"
                          for column, width in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def rate(value):
    """Three digits, no more: the rest is noise."""
    return f"{value:.0f}" if value >= 20 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def peers(result):
    """The comparison with the peers, the fastest first."""
    rows = [["engine", "MB/s", "F1", "F1 news", "crossing / 1000", "loading s", "whole command s"]]
    for e in sorted(result["engines"], key=lambda e: -e["speed"]):
        name = f"**{e['name']}**" if e["ours"] else e["name"]
        rows.append([name, rate(e["speed"]), f"{e['f1']:.1f}", f"{e['f1 by kind']['news']:.1f}", f"{e['crossing']:.1f}",
                     f"{e['load']:.2f}", f"{e['command']:.2f}"])
    notes = [f"Not in the table: {name}: {reason}." for name, reason in result["missing"].items()]
    return "\n\n".join([heading(result), table(rows), *notes])


def heading(result):
    return (f"`{result['command']}`, {result['date']}, {result['machine']}; {result['bytes'] / 1e6:.2f} MB of "
            f"generated news, the median of {result['rounds']} rounds in turns; F1 on {result['gold words']} words of `Benchmarks/Gold`")


def engines(report):
    """The table of `make bench`, from what `bench --format json` writes."""
    def number(value, digits=0, scale=1.0):
        return "–" if value is None else f"{value * scale:.{digits}f}"

    rows = [["stage", "MB/s", "M chars/s", "M tokens/s", "instr/char", "2 threads MB/s", "warm ms", "cold ms",
             "peak MB"]]
    for m in report["measurements"]:
        seconds = m["seconds"][len(m["seconds"]) // 2]
        threaded = m.get("threaded", {}).get("seconds")
        rows.append([
            f"`{m['name']}`", rate(m["bytes"] / seconds / 1e6), number(m["characters"] / seconds, 1, 1e-6),
            number(m["count"] / seconds, 1, 1e-6) if m["unit"] == "tokens" else "–",
            number(m.get("instructionsPerCharacter")), rate(m["bytes"] / threaded / 1e6) if threaded else "–",
            number(m["warmStart"], 1, 1e3), number(m["coldStart"], 1, 1e3), number(m.get("peakMemoryBytes"), 0, 1e-6)])
    busy = min((m["threaded"]["share"] for m in report["measurements"] if "threaded" in m), default=1)
    notes = ["The machine was busy: the rates of two threads are lower bounds, the starts upper ones."] if busy < 0.9 else []
    rounds = len(report["measurements"][0]["seconds"])
    return "\n\n".join([f"`make bench`, {report['date']}, {report['machine']}; {report['bytes'] / 1e6:.2f} MB of "
                        f"{report['text']}, the median of {rounds} rounds", table(rows), *notes])


def archives(runs):
    """The comparison of archives at the greatest size, and how its figures grow with the size."""
    run = runs[-1]
    rows = [["index", "MB/s", "MB / CPU s", "peak MB", "size / text", "word ms", "phrase ms", "organization ms",
             "recall words", "recall phrases"]]
    for name, result in run["engines"].items():
        rows.append([
            ours(name), rate(result["build"]), rate(result["build cpu"]),
            f"{result['peak'] / 1e6:.0f}" if result["peak"] else "–", f"{result['size']:.1f}",
            *(latency(result, kind) for kind in ("word", "phrase", "entity")),
            *(share(result, kind) for kind in ("word", "phrase"))])
    notes = ["Times are median / 99th percentile of queries for the best 20 articles, without the start of a process; "
             "recall is against scanning."]
    if any(other["load"] > 0.5 for other in runs):
        notes.append("The machine was busy: rates are lower bounds, times upper ones.")
    notes += [f"Not in the table: {name}: {reason}." for name, reason in run["missing"].items()]
    heading = (f"`{run['command']}`, {run['date']}, {run['machine']}; {run['articles']} articles, "
               f"{run['bytes'] / 1e6:.0f} MB of generated news; {run['queries']} queries of each kind")
    parts = [heading, table(rows), *notes]
    if len(runs) > 1:
        parts += ["How they grow, in MB/s and in milliseconds at the median:", growth(runs)]
    return "\n\n".join(parts)


def growth(runs):
    """A column a size and figure."""
    figures = [("MB/s", lambda result: rate(result["build"])), ("word ms", lambda result: latency(result, "word", "")),
               ("phrase ms", lambda result: latency(result, "phrase", ""))]
    rows = [["index", *(f"{name} of {run['articles']}" for name, _ in figures for run in runs)]]
    for engine in runs[-1]["engines"]:
        rows.append([ours(engine), *(figure(run["engines"][engine]) if engine in run["engines"] else "–"
                                     for _, figure in figures for run in runs)])
    return table(rows)


def ours(name):
    return f"**{name}**" if name.startswith("wenmai") else name


def latency(result, kind, tail="p99"):
    """Milliseconds."""
    found = result[kind]
    if "missing" in found:
        return "–"
    return f"{found['median']:.1f} / {found[tail]:.1f}" if tail else f"{found['median']:.1f}"


def share(result, kind):
    """Percent of what scanning finds."""
    found = result[kind]
    return "–" if "missing" in found else f"{found['recall']:.1f}"
