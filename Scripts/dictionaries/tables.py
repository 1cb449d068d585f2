"""Writing dictionary tables in the format of Dictionaries/README.md, for the scripts beside this one."""

import os


def write(path, concern, source, licence, columns, rows, classes=()):
    """Writes rows (sequences of cells) with a header, sorted by their bytes."""
    lines = []
    for row in rows:
        cells = [str(cell) for cell in row]
        if any("\t" in cell or "\n" in cell or cell != cell.strip() for cell in cells):
            raise ValueError(f"{path}: bad cell in {row!r}")
        lines.append("\t".join(cells))
    lines.sort(key=lambda line: line.encode("utf-8"))
    head = [
        f"# concern:  {concern}",
        f"# source:   {source}",
        f"# licence:  {licence}",
        "# columns:  " + "\t".join(columns),
    ]
    head += [f"# class:    {name}" for name in classes]
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(head + lines) + "\n")
    print(f"{path}: {len(lines)} entries")
