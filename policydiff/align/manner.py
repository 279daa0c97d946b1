"""Manner: the signs of how a clause is said and where in its sentence, the same for either side.

Each is told as the smaller and the larger value of the two items. A clause
that opens a paragraph, or an afterthought, is less often taken up again.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt

from policydiff.align.rivals import Indices
from policydiff.align.words import words_of
from policydiff.lexicon.actions import URGING
from policydiff.model import Document, Kind

_Columns = npt.NDArray[np.float64]

MANNERS = ("clause", "clauses", "opening", "acts", "urges", "counts", "letters_in")


def manner_signs(
    documents: tuple[Document, Document], old: Indices, new: Indices
) -> dict[str, _Columns]:
    """Two signs for each manner of the items of each candidate pair."""
    one, other = _manners(documents[0])[old], _manners(documents[1])[new]
    least, most = np.minimum(one, other), np.maximum(one, other)
    return {
        f"{which}_{name}": values[:, column]
        for which, values in (("least", least), ("most", most))
        for column, name in enumerate(MANNERS)
    }


def _manners(document: Document) -> _Columns:
    """One row an item, in the order of ``MANNERS``."""
    sizes = Counter(item.sentence for item in document.items)
    seen: Counter[int] = Counter()
    opened: set[int] = set()
    rows = []
    for item in document.items:
        rows.append(
            (
                seen[item.sentence],
                sizes[item.sentence],
                item.paragraph not in opened,
                words_of(item.plain).verb != "",
                URGING.match(item.plain) is not None,
                item.kind is Kind.TARGET,
                len(item.plain),
            )
        )
        seen[item.sentence] += 1
        opened.add(item.paragraph)
    return np.array(rows, dtype=np.float64).reshape(-1, len(MANNERS))
