"""The PNG files, read back by Pillow."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tpm_kit.figures.png import encode


def decoded(file: bytes) -> np.ndarray:
    """The pixels of a PNG file, as rows × columns × (red, green, blue, alpha)."""
    image = Image.open(io.BytesIO(file))
    image.load()
    return np.asarray(image.convert("RGBA"))


def pixels(colours: int, high: int = 40, wide: int = 60, seed: int = 1) -> np.ndarray:
    """A picture of so many colours on a transparent ground."""
    chance = np.random.default_rng(seed)
    table = chance.integers(0, 256, (colours, 4), dtype=np.uint8)
    picture = np.full((high, wide, 4), (255, 255, 255, 0), np.uint8)
    inner = picture[2:, 3:]
    inner[:] = table[chance.integers(0, colours, inner.shape[:2])]
    return picture


def test_few_colours_come_back_as_they_were():
    picture = np.full((5, 7, 4), (255, 255, 255, 0), np.uint8)
    picture[1:3, 2:6] = (20, 99, 200, 255)
    picture[4, 6] = (31, 31, 31, 128)
    file = encode(picture)
    assert Image.open(io.BytesIO(file)).mode == "P"
    np.testing.assert_array_equal(decoded(file), picture)


def test_many_colours_keep_their_own():
    picture = pixels(2000)
    file = encode(picture)
    assert Image.open(io.BytesIO(file)).mode == "RGBA"
    np.testing.assert_array_equal(decoded(file), picture)


def test_shades_that_count_as_alike_stay_near():
    steps = np.arange(256, dtype=np.uint8)
    picture = np.full((256, 20, 4), (255, 255, 255, 0), np.uint8)
    for column, colour in enumerate([(20, 99, 200), (31, 31, 31), (194, 118, 12)]):
        picture[:, column] = np.column_stack([np.tile(np.array(colour, np.uint8), (256, 1)), steps])
    file = encode(picture)
    assert Image.open(io.BytesIO(file)).mode == "P"
    assert abs(decoded(file).astype(int) - picture).max() < 16
    np.testing.assert_array_equal(decoded(file)[:, 3:], picture[:, 3:])


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1)])
def test_a_picture_of_nothing_but_ground(shape):
    picture = np.full((*shape, 4), (255, 255, 255, 0), np.uint8)
    np.testing.assert_array_equal(decoded(encode(picture)), picture)


def test_a_view_of_a_larger_picture():
    picture = pixels(30)[::2, ::3]
    np.testing.assert_array_equal(decoded(encode(picture)), picture)
