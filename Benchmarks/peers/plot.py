"""Speed against accuracy, as SVG, with the standard library only."""
import math
from html import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 44, 56
OURS, THEIRS, INK, RULE = "#c2410c", "#475569", "#1e293b", "#e2e8f0"


def svg(points, title):
    """The picture. `points`: name, MB/s, F1, and whether it is ours, for each engine."""
    # Some room beside the slowest and the fastest, for their names.
    slow = math.log10(min(p["speed"] for p in points) / 1.8)
    fast = math.log10(max(p["speed"] for p in points) * 1.8)
    low = 5 * math.floor(min(p["f1"] for p in points) / 5)
    high = 100

    def x(speed):
        return LEFT + (math.log10(speed) - slow) / (fast - slow) * (WIDTH - LEFT - RIGHT)

    def y(f1):
        return TOP + (high - f1) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
           f' font-family="system-ui, sans-serif" font-size="13" fill="{INK}" role="img">',
           f"<title>{escape(title)}</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
           f'<text x="{LEFT}" y="24" font-size="15" font-weight="600">{escape(title)}</text>']
    for decade in range(math.ceil(slow), math.floor(fast) + 1):
        at = x(10 ** decade)
        out.append(f'<line x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{HEIGHT - BOTTOM}" stroke="{RULE}"/>')
        out.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{10.0 ** decade:g}</text>')
    for f1 in range(low, high + 1, 5):
        out.append(f'<line x1="{LEFT}" y1="{y(f1):.1f}" x2="{WIDTH - RIGHT}" y2="{y(f1):.1f}" stroke="{RULE}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(f1) + 4:.1f}" text-anchor="end">{f1}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}" text-anchor="middle">'
               "MB/s of UTF-8 on one core (logarithmic)</text>")
    out.append(f'<text transform="translate(18 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
               "F1 of words, %</text>")
    places = [(x(p["speed"]), y(p["f1"])) for p in points]
    taken = [(left - 6, top - 6, left + 6, top + 6) for left, top in places]
    for p in sorted(points, key=lambda p: not p["ours"]):
        colour = OURS if p["ours"] else THEIRS
        at = x(p["speed"]), y(p["f1"])
        left, base, anchor = label(at, p["name"], taken)
        weight = ' font-weight="600"' if p["ours"] else ""
        out.append(f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="5" fill="{colour}"/>')
        out.append(f'<text x="{left:.1f}" y="{base:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>'
                   f'{escape(p["name"])}</text>')
    return "\n".join(out + ["</svg>", ""])


def label(at, name, taken):
    """Where a name stands beside its point: the first place that no point and no other name has."""
    width = 7.5 * len(name)
    for left, base, anchor in [(at[0] + 9, at[1] + 4, "start"), (at[0] - 9, at[1] + 4, "end"),
                               (at[0], at[1] - 11, "middle"), (at[0], at[1] + 20, "middle")]:
        start = left - {"start": 0, "middle": width / 2, "end": width}[anchor]
        box = (start, base - 12, start + width, base + 3)
        inside = box[0] > LEFT and box[2] < WIDTH - RIGHT
        if inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            break
    taken.append(box)
    return left, base, anchor
