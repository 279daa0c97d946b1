"""Can I have a comparison as Markdown for people and as JSON for programs?

python examples/write_reports.py [FOLDER]
"""

import sys
from pathlib import Path

from policydiff import compare, read

LANCHUAN = Path(__file__).parent / "lanchuan"


def main() -> None:
    """Writes report.md and comparison.json, and says how long they are."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    comparison = compare(read(LANCHUAN / "2021.txt"), read(LANCHUAN / "2022.txt"))
    reports = {"report.md": comparison.to_markdown(), "comparison.json": comparison.to_json()}
    for name, text in reports.items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"wrote {folder / name}, {len(text)} characters")


if __name__ == "__main__":
    main()
