"""An answer of the library, as a table, as paragraphs and as CSV."""

from collections.abc import Callable

from rich.console import RenderableType

from policydiff.report.answer import answer_csv, answer_table

Printed = Callable[[RenderableType, int], str]

COLUMNS = ("text", "figures", "line")
ROWS = [("新建立体车库6座", "新建立体车库 6座", 11), ("完善停车收费办法", None, 8)]


def test_rows_stand_under_their_columns(printed: Printed) -> None:
    assert printed(answer_table(COLUMNS, ROWS), 60) == (
        "text              figures           line\n"
        "新建立体车库6座   新建立体车库 6座    11\n"
        "完善停车收费办法                       8\n"
    )


def test_rows_too_wide_for_the_page_become_paragraphs(printed: Printed) -> None:
    assert printed(answer_table(COLUMNS, ROWS), 30) == (
        "text     新建立体车库6座\n"
        "figures  新建立体车库 6座\n"
        "line     11\n"
        "\n"
        "text     完善停车收费办法\n"
        "line     8\n"
    )


def test_no_rows_leave_the_names_of_the_columns(printed: Printed) -> None:
    assert printed(answer_table(COLUMNS, []), 60) == "text  figures  line\n"


def test_score_is_shown_without_trailing_digits(printed: Printed) -> None:
    assert printed(answer_table(("score",), [(0.5,)]), 20) == "score\n  0.5\n"


def test_csv_quotes_what_holds_a_comma_and_leaves_null_empty() -> None:
    rows = [("围绕“芯,屏”延链", None, 65)]
    assert answer_csv(COLUMNS, rows) == 'text,figures,line\n"围绕“芯,屏”延链",,65\n'
