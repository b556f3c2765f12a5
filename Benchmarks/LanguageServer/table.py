"""Rows under the columns `name ours peer ratio goal met`, as every benchmark of this project prints them."""


class Table:
    def __init__(self):
        self.rows = []

    def add(self, name, ours, unit, peer=None, at_most=None, at_least=None):
        """`at_most` is about our figure, `at_least` about how many times the peer's is ours."""
        ratio = peer / ours if peer is not None and ours > 0 else None
        met, goal = "-", "-"
        if at_most is not None:
            goal, met = f"≤ {at_most} {unit}", "yes" if ours <= at_most else "no"
        if at_least is not None:
            goal = f"≥ {at_least} ×"
            met = "no" if ratio is None or ratio < at_least else "yes"
        self.rows.append((name, ours, peer, unit, ratio, goal, met))

    def text(self):
        cells = [["name", "ours", "peer", "ratio", "goal", "met"]]
        for name, ours, peer, unit, ratio, goal, met in self.rows:
            cells.append([
                name, f"{ours:.1f} {unit}", "-" if peer is None else f"{peer:.1f} {unit}",
                "-" if ratio is None else f"{ratio:.1f}", goal, met])
        widths = [max(len(row[column]) for row in cells) for column in range(6)]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells)

    def tsv(self):
        lines = ["name\tours\tpeer\tratio\tgoal\tmet"]
        for name, ours, peer, unit, ratio, goal, met in self.rows:
            lines.append("\t".join([
                name, f"{ours:.4f}", "-" if peer is None else f"{peer:.4f}",
                "-" if ratio is None else f"{ratio:.3f}", goal, met]))
        return "\n".join(lines)
