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
