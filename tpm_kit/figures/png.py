"""PNG files of what matplotlib has drawn, as small and as quickly made as a slider needs them.

A chart has few colours, so each pixel is a number in a table of colours: a quarter of the bytes to compress,
to send and to decode.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LEVEL = 1
"""zlib's quickest level. Higher ones save a few kilobytes, and take longer than those take to send."""
TABLE = 256
"""The most colours that a PNG file's table can hold."""
BITS = ((4, 4), (4, 3), (3, 3))
"""Bits of alpha, and of red, green and blue each, by which colours count as alike: fewer where the table
does not hold all. What is lost are steps between the shades at the edges of letters and lines."""


def encode(pixels: NDArray[np.uint8]) -> bytes:
    """Return a PNG file of pixels: rows × columns × (red, green, blue, alpha), each 0 to 255.

    Colours are as they are, not multiplied by alpha. The file has a table of colours where 256 will do, and
    else each pixel's own. Source of the format: W3C, "Portable Network Graphics (PNG) Specification".
    """
    height, width, _ = pixels.shape
    flat = np.ascontiguousarray(pixels).view("<u4").ravel()
    # Most of a chart is ground or filled: pixels like the one before need not be looked at again.
    starts = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]]))
    lengths = np.diff(starts, append=flat.size)
    shades = flat[starts]
    inked = shades != flat[0]
    indexed = _indexed(shades[inked].view(np.uint8).reshape(-1, 4), lengths[inked])
    # Each row of the file starts with the number of its filter; 0 is none.
    if indexed is None:
        rows = np.zeros((height, 1 + 4 * width), np.uint8)
        rows[:, 1:] = flat.view(np.uint8).reshape(height, 4 * width)
        kind, parts = 6, []
    else:
        numbers = np.zeros(len(shades), np.uint8)
        numbers[inked], table = indexed
        table = np.concatenate([flat[:1].view(np.uint8).reshape(1, 4), table])
        rows = np.zeros((height, 1 + width), np.uint8)
        rows[:, 1:] = np.repeat(numbers, lengths).reshape(height, width)
        kind, parts = 3, [(b"PLTE", table[:, :3].tobytes()), (b"tRNS", table[:, 3].tobytes())]
    header = struct.pack(">2I5B", width, height, 8, kind, 0, 0, 0)
    parts = [(b"IHDR", header), *parts, (b"IDAT", zlib.compress(rows, LEVEL)), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _indexed(
    shades: NDArray[np.uint8], lengths: NDArray[np.intp]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]] | None:
    """Return the number of each colour (runs × 4) in a table, from 1, and the table; None if too many.

    `lengths` says of how many pixels each run is.
    """
    for opaque, bits in BITS:
        kinds = shades[:, 3].astype(np.intp) >> (8 - opaque)
        for channel in range(3):
            kinds = kinds << bits | shades[:, channel] >> (8 - bits)
        counts = np.bincount(kinds, lengths)
        used = np.flatnonzero(counts)
        if len(used) < TABLE:
            break
    else:
        return None
    # The mean of the colours that count as alike stands for them.
    sums = [np.bincount(kinds, shades[:, channel] * lengths)[used] for channel in range(4)]
    table = np.rint(np.stack(sums, axis=1) / counts[used][:, None]).astype(np.uint8)
    number_of = np.zeros(len(counts), np.uint8)
    number_of[used] = np.arange(1, len(used) + 1)
    return number_of[kinds], table


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
