"""How fast the offer's slider of the salary explorer is followed, beside `interact` with a fresh figure.

Both show the same: three occupations with their published percentiles, the offer as a line with its place in
each, and the citation. The explorer is the course's own, with its choices and its sentence; the fresh figure
is what a learner would write with the same table, read once before, with pyplot and the inline back end as
they come.
"""

from __future__ import annotations

from tests.bench.beside_interact import beside_interact

CELLS = (
    """from tpm_kit import Course
kept = Course().explore("salary")
kept.sliders["offer"].value = 90_000
kept.add_class("bench-kept")
kept""",
    """import ipywidgets, numpy, textwrap
import matplotlib.pyplot as plt
from tpm_kit.salary_data import citation, frame
wages = frame("oews")
names = ["p10", "p25", "p50", "p75", "p90"]
def fresh(offer):
    here = wages[(wages.area_code == "US") & wages.soc_code.isin(["15-1299", "11-3021", "15-1252"])]
    figure, axes = plt.subplots(figsize=(9.6, 3.5))
    for at, (name, row) in enumerate(here.set_index("occupation").iterrows()):
        axes.barh(at, row.p90 - row.p10, left=row.p10, height=0.15, color="lightblue")
        axes.barh(at, row.p75 - row.p25, left=row.p25, height=0.3, color="steelblue")
        axes.plot([row.p50, row.p50], [at - 0.25, at + 0.25], color="black")
        for value in (row.p10, row.p50, row.p90):
            axes.text(value, at + 0.28, f"{value:,.0f}", ha="center")
        place = numpy.interp(offer, row[names].astype(float), [10, 25, 50, 75, 90])
        axes.text(320_000, at, f"{row.employment:,.0f} jobs\\n{row.mean_rse_pct} %\\npercentile {place:.0f}")
    axes.axvline(offer, color="purple")
    axes.text(offer, len(here) - 0.4, f"your offer {offer:,.0f}", color="purple", weight="bold")
    axes.set(yticks=range(len(here)), yticklabels=here.occupation, xlim=(0, 400_000), title="Ranges of pay")
    figure.text(0.02, -0.05, textwrap.fill(citation("oews"), 120))
    plt.show()
slider = ipywidgets.IntSlider(value=90_000, min=0, max=500_000, step=1000, description="fresh")
ipywidgets.interactive(fresh, offer=slider).add_class("bench-fresh")""",
)


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    return beside_interact("the offer's slider of the salary explorer", CELLS)
