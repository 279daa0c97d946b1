"""The cells of a workbook: run as a script of its own, by ``limited``.

Standard input is the workbook, standard output a JSON list of its sheets, each
a list of rows of texts. It imports nothing of this package, so that it starts
at once.
"""

import datetime as dt
import io
import json
import sys

from python_calamine import CalamineError, CalamineWorkbook

MAX_CHARACTERS = 50_000_000
"""The cells of a workbook; 2,500 reports of twenty thousand characters."""


def main() -> None:
    """Reads standard input and writes the cells of every sheet."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheets = [
            [[_text(cell) for cell in row] for row in workbook.get_sheet_by_name(name).to_python()]
            for name in workbook.sheet_names
        ]
        if sum(len(cell) for sheet in sheets for row in sheet for cell in row) > MAX_CHARACTERS:
            sys.exit(f"it holds more than {MAX_CHARACTERS:,} characters")
    except CalamineError:
        sys.exit("it is damaged")
    except MemoryError:
        sys.exit("it needs too much memory")
    json.dump(sheets, sys.stdout)


def _text(cell: object) -> str:
    """A cell as it reads: a year that is kept as 2019.0 is 2019."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)


if __name__ == "__main__":
    main()
