"""Draws that can be told apart: a stream for each thing that is drawn, and sizes by the inverse of a shape.

The inverse turns a share between 0 and 1 into a size, so that a share drawn once means the same for two
estimates: a size that one in ten of either falls short of. The usual ways to draw from a beta distribution
throw other dice as soon as an estimate changes.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tpm_kit.methods.three_point import Estimate

Floats = NDArray[np.float64]
Cells = NDArray[np.uint16]

CELLS = 4096
"""So many equal steps of probability has a table of an inverse; between them it is a straight line."""


def sizes(estimate: Estimate, shares: Floats, shape: str = "pert") -> Floats:
    """Return the times at which these shares (0 to 1) of the distribution of an estimate are reached.

    `shape` is `"pert"`, the beta distribution with the mean (O + 4M + P) / 6, or `"triangular"`. From a table
    of `CELLS` steps: no share is off by more than one of them.
    """
    low, span = estimate.optimistic, estimate.pessimistic - estimate.optimistic
    shares = np.asarray(shares, dtype=float)
    if not span:
        return np.full(shares.shape, low)
    table = _table((estimate.likely - low) / span, shape)
    at = shares * CELLS
    cell = np.minimum(at.astype(np.int32), CELLS - 1)
    return low + span * (table[cell] + (at - cell) * (table[cell + 1] - table[cell]))


def drawn(estimate: Estimate, cells: Cells, shape: str = "pert") -> Floats:
    """Return a size of an estimate for each whole number from 0 to 65,535: 16,384 equally likely sizes, four
    numbers for each. They are the middles of as many equal shares, so that mean and percentiles hold to
    less than any number of runs can tell."""
    low, span = estimate.optimistic, estimate.pessimistic - estimate.optimistic
    if not span:
        return np.full(cells.shape, low)
    return low + span * _middles((estimate.likely - low) / span, shape)[cells >> 2]


def cells(chance: np.random.Generator, runs: int) -> Cells:
    """Return a whole number from 0 to 65,535 for each run, all equally likely: one draw of a size."""
    return chance.integers(0, 1 << 16, runs, dtype=np.uint16)


def hits(probability: float, chance: np.random.Generator, runs: int) -> NDArray[np.intp]:
    """Return the numbers of the runs in which something of this probability (0 to 1) happens.

    With the same dice a higher probability only adds runs. One draw for each run, whatever the probability.
    """
    dice, below = chance.integers(0, 1 << 32, runs, dtype=np.uint32), round(probability * (1 << 32))
    return np.flatnonzero(dice < below) if below < 1 << 32 else np.arange(runs)


def stream(seed: int, kind: str, id: str) -> np.random.Generator:
    """Return the generator of one event or task: the same for the same seed, whatever else is drawn."""
    own = hashlib.blake2b(f"{kind} {id}".encode(errors="surrogatepass"), digest_size=16).digest()
    return np.random.Generator(np.random.SFC64([seed, int.from_bytes(own, "little")]))


@lru_cache(256)
def _middles(mode: float, shape: str) -> Floats:
    """Return the sizes from 0 to 1 at the middles of 16,384 equal shares."""
    return sizes(Estimate(0, mode, 1), (np.arange(1 << 14) + 0.5) / (1 << 14), shape)


@lru_cache(256)
def _table(mode: float, shape: str) -> Floats:
    """Return the inverse of a distribution from 0 to 1 with this mode, at `CELLS` + 1 even shares."""
    shares = np.linspace(0, 1, CELLS + 1)
    if shape == "triangular":
        left, right = np.sqrt(shares * mode), 1 - np.sqrt((1 - shares) * (1 - mode))
        return np.where(shares < mode, left, right)
    # Fine steps towards both ends, where the inverse is steep; the density is that of beta(1 + 4m, 5 − 4m).
    angle = np.linspace(0, np.pi / 2, 2 * CELLS + 1)
    low, high = np.sin(angle) ** 2, np.cos(angle) ** 2
    density = low ** (4 * mode + 0.5) * high ** (4.5 - 4 * mode)
    below = np.concatenate([[0.0], np.cumsum(density[1:] + density[:-1])])
    return np.interp(shares, below / below[-1], low)
