"""The file of vectors: whole numbers of one byte, shifted as far as each vector needs."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from policydiff.align.meaning import ROW

GENERAL_FILE = Path(__file__).with_name("vectors.npy")
"""What letters stand for in general, before the hand-made links: ``make vectors``."""

Floats = npt.NDArray[np.float32]


def quantise(keys: npt.NDArray[np.uint32], vectors: Floats) -> npt.NDArray[np.void]:
    """The rows of the file."""
    scaled = vectors * (127 * 2**6 / np.abs(vectors).max())
    largest = np.abs(scaled).max(axis=1)
    shifts = np.maximum(np.ceil(np.log2(np.maximum(largest, 1) / 127)), 0)
    rows = np.zeros(len(keys), dtype=ROW)
    rows["key"], rows["shift"] = keys, shifts
    rows["points"] = np.round(scaled / 2 ** shifts[:, None])
    return rows
