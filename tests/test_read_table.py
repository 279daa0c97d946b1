"""Tables: one document a row, by the columns the user names."""

from pathlib import Path

import pytest
import xlsxwriter
from typer.testing import CliRunner

from policydiff import pipeline
from policydiff.cli.app import app
from policydiff.errors import SourceError
from policydiff.model import Columns, PlaceKind
from policydiff.pipeline import read_table
from policydiff.read import read_content, read_sources
from policydiff.store import Library

REPORTS = {
    "2030": "柳湾市2030年政府工作报告\n一、主要任务\n加快建设滨江隧道。开通3条夜间公交线路。",
    "2031": "柳湾市2031年政府工作报告\n一、主要任务\n建成滨江隧道。开通5条夜间公交线路。",
}
COLUMNS = Columns("正文", "年份")


def csv_table(path: Path, mark: str = ",", encoding: str = "utf-8") -> Path:
    rows = [f"城市{mark}年份{mark}正文"]
    rows += [f'柳湾{mark}{year}{mark}"{text}"' for year, text in REPORTS.items()]
    path.write_bytes("\r\n".join(rows).encode(encoding))
    return path


def workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write_row(0, 0, ["这里没有报告"])
        sheet = book.add_worksheet("报告")
        sheet.write_row(0, 0, ["城市", "年份", "正文"])
        for number, (year, text) in enumerate(REPORTS.items(), start=1):
            sheet.write_row(number, 0, ["柳湾", int(year), text])
        sheet.write_row(5, 0, ["空行后", 2032, ""])
    return path


@pytest.mark.parametrize(
    ("name", "mark", "encoding"),
    [
        ("a.csv", ",", "utf-8"),
        ("a.csv", ",", "utf-8-sig"),
        ("a.csv", ";", "gb18030"),
        ("a.tsv", "\t", "utf-16"),
    ],
)
def test_each_row_of_a_csv_file_is_a_document(
    name: str, mark: str, encoding: str, tmp_path: Path
) -> None:
    found = read_sources(csv_table(tmp_path / name, mark, encoding), COLUMNS)

    assert {row.label: row.source.text for row in found} == REPORTS


def test_each_row_of_a_workbook_is_a_document(tmp_path: Path) -> None:
    found = read_sources(workbook(tmp_path / "a.xlsx"), COLUMNS)

    assert {row.label: row.source.text for row in found} == REPORTS


def test_a_document_knows_its_row_and_differs_from_the_others(tmp_path: Path) -> None:
    first, second = read_sources(csv_table(tmp_path / "a.csv"), COLUMNS)

    assert (first.source.name, second.source.name) == ("a.csv row 2", "a.csv row 3")
    assert [place.kind for place in first.source.places] == [PlaceKind.ROW]
    assert first.source.sha256 != second.source.sha256


def test_without_a_column_of_labels_documents_are_labelled_by_what_they_say(tmp_path: Path) -> None:
    documents = tuple(read_table(csv_table(tmp_path / "a.csv"), Columns("正文")))

    assert [document.label for document in documents] == ["2030", "2031"]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (Columns("全文"), 'has no column "全文"; it has "城市", "年份", "正文"'),
        (Columns("正文", "年"), 'has no column "年"'),
        (None, "add the documents in it, one a row, with: policydiff add a.csv --text-column"),
    ],
)
def test_a_column_that_is_not_there_is_named_with_those_that_are(
    columns: Columns | None, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceError, match=reason):
        read_sources(csv_table(tmp_path / "a.csv"), columns)


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("年份,正文\n2030,\n2031, \n", "utf-8")

    with pytest.raises(SourceError, match='has no text in its column "正文"'):
        read_sources(path, COLUMNS)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    with pytest.raises(SourceError, match="is a spreadsheet that cannot be read"):
        read_sources(path, COLUMNS)


def test_the_rows_of_a_table_are_added_and_compared(tmp_path: Path) -> None:
    database = str(tmp_path / "policydiff.db")
    table = str(csv_table(tmp_path / "a.csv"))
    given = ["--text-column", "正文", "--label-column", "年份", "--series", "柳湾"]

    added = CliRunner().invoke(app, ["add", table, *given, "--db", database])
    compared = CliRunner().invoke(app, ["compare", "2030", "2031", "--db", database])

    assert added.exit_code == 0, added.output
    assert "row 2, line 3" in compared.output
    with Library(database) as library:
        assert [document.label for document in library.documents()] == ["2030", "2031"]


def test_a_row_that_is_no_document_does_not_keep_the_others_out(tmp_path: Path) -> None:
    path = csv_table(tmp_path / "a.csv")
    path.write_bytes(
        path.read_bytes() + "\r\n柳湾,2030,另一份文件。它也叫这个名字，但是不一样。".encode()
    )
    database = str(tmp_path / "policydiff.db")
    given = ["--text-column", "正文", "--label-column", "年份", "--series", "柳湾"]

    added = CliRunner().invoke(app, ["add", str(path), *given, "--db", database])

    assert added.exit_code == 1
    assert added.output.count("added 柳湾/") == 2
    assert "is taken by another file" in added.output


def test_documents_are_parsed_in_their_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    monkeypatch.setattr(pipeline, "clean", lambda source, _: parsed.append(source.name))

    documents = read_table(csv_table(tmp_path / "a.csv"), COLUMNS)

    assert parsed == []
    with pytest.raises(AttributeError):
        next(documents)
    assert parsed == ["a.csv row 2"]


def test_rows_of_marks_alone_are_left_out(tmp_path: Path) -> None:
    path = csv_table(tmp_path / "a.csv")
    path.write_text(path.read_text("utf-8") + '柳湾,2032,"----\n\n====\n\n----"\n', "utf-8")

    assert [document.label for document in read_table(path, COLUMNS)] == ["2030", "2031"]


def test_a_table_whose_texts_are_marks_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('年份,正文\n2030,"----\n\n----"\n', "utf-8")

    with pytest.raises(SourceError, match="holds no document in any row"):
        list(read_table(path, COLUMNS))


def test_rows_before_one_that_cannot_be_read_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    csv_table(tmp_path / "a.csv")
    named = ["--text-column", "正文", "--label-column", "年份", "--start", "加快建设"]

    result = CliRunner().invoke(app, ["add", "a.csv", *named])

    assert result.exit_code == 1
    assert result.stdout.startswith("added 2030: ")
    assert 'policydiff: "a.csv row 3" does not hold the words "加快建设"' in result.stderr


def test_a_table_at_an_address_is_to_be_saved_first() -> None:
    sentence = "save it, then add .* policydiff add FILE --text-column NAME"

    with pytest.raises(SourceError, match=sentence):
        read_content("年份,正文\n2030,修桥。\n".encode(), "https://example.org/a.csv")
