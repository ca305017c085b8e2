"""How fast a slider's step is shown by a kept chart, and by `interact` with a fresh figure.

Both show the same: the scores of three options over the weight of one criterion, with the flip points and the
present weight, 720 CSS pixels wide, and each has a slider of ipywidgets. The kept chart has twice as many
dots each way, as the fine screens of laptops need; the fresh figure is what a learner would write, with
pyplot and the inline back end as they come.
"""

from __future__ import annotations

from tests.bench.beside_interact import beside_interact

CELLS = (
    """import ipywidgets
from tpm_kit.figures.flip_points import FlipPoints
from tpm_kit.methods.weighted_matrix import flip_points, reweighted, weighted_scores
from tpm_kit.widgets.picture import Picture
names = ["Build", "Buy", "Open source"]
scores, weights = [[9, 4, 3], [6, 7, 8], [7, 8, 4]], [0.40, 0.35, 0.25]
def options():
    low, high = (weighted_scores(scores, reweighted(weights, 0, weight)).tolist() for weight in (0, 1))
    return list(zip(names, low, high)), flip_points(scores, weights, 0).weights""",
    """chart = FlipPoints()
picture = Picture()
weight = ipywidgets.FloatSlider(value=0.2, min=0, max=1, step=0.01, description="kept")
def follow(change=None):
    chart.update("fit", *options(), weight.value)
    picture.show(chart.png(picture.dark), chart.alt)
weight.observe(follow, names="value")
picture.on_dark(follow)
follow()
ipywidgets.VBox([weight, picture]).add_class("bench-kept")""",
    """import matplotlib.pyplot as plt
def fresh(weight):
    lines, flips = options()
    figure, axes = plt.subplots(figsize=(7.2, 3.6))
    now = {name: low + weight * (high - low) for name, low, high in lines}
    best = max(now, key=now.get)
    for name, low, high in lines:
        [line] = axes.plot([0, 1], [low, high], linewidth=2 if name == best else 1)
        axes.plot([weight], [now[name]], "o", color=line.get_color())
        axes.text(1.02, high, f"{name} {now[name]:.2f}", weight="bold" if name == best else "normal")
    for flip in flips:
        top = max(low + flip * (high - low) for _, low, high in lines)
        axes.plot([flip], [top], "o", markerfacecolor="none", color="black")
        axes.axvline(flip, linestyle=":", color="grey")
        axes.text(flip, axes.get_ylim()[1], f"{flip:.2f}", ha="center", weight="bold")
    axes.axvline(weight, color="black")
    axes.text(weight, axes.get_ylim()[0], f"now {weight:.2f}")
    axes.set(xlim=(0, 1), xlabel="Weight of fit", ylabel="Score", title=f"Now {best} leads")
    axes.grid(axis="y")
    plt.show()
slider = ipywidgets.FloatSlider(value=0.2, min=0, max=1, step=0.01, description="fresh")
ipywidgets.interactive(fresh, weight=slider).add_class("bench-fresh")""",
)


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    return beside_interact("a slider's step shown", CELLS)
