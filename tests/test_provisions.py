"""What became of each article, what is mere format, and where in its article an item stands.

The laws and terms are invented.
"""

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from typer.testing import CliRunner

from policydiff.cli.app import app
from policydiff.comparison import Comparison
from policydiff.formats import differing_formats
from policydiff.model import Change
from policydiff.pipeline import compare, read
from policydiff.points import item_places
from policydiff.provisions import ArticleChange, provisions_of
from policydiff.report.articles import article_counts

TITLE = "中华人民共和国风筝管理条例"
PURPOSE = "为了规范风筝的制作和放飞，保护放飞人的合法权益，制定本条例。"
MAKERS = "风筝的制作者应当在竹骨上标明承重，并保存制作记录三年。"
FLYERS = "放飞人应当避开高压线路，听从场地管理员的指挥。"
CHILDREN = "未满十岁的儿童放飞风筝，由监护人陪同。"
GIFTS = "放飞人可以向博物馆捐赠旧风筝，博物馆应当开具收据。"
CONTESTS = "举办风筝比赛，应当提前十五日向体育主管部门备案。"
FINES = "违反本条例第二条规定的，由市场监督管理部门处一百元以上五百元以下罚款。"
TERMS_FOLDER = Path(__file__).parents[2] / "shared" / "corpus" / "en_terms"
NUMBERS = "一二三四五六七八九"

TERMS = """\
Lantern Terms of Service
========================

A. Your Account
---------------

You keep your password secret. You tell us when you lose it. See [our "help" page](https://lantern.example/help).

B. Your Pictures
----------------

*   You own the pictures you put on our service.
*   You let us **show** them to your friends.
*   You must not put up pictures of your neighbours.

C. Our Duties
-------------

We keep your pictures safe. We tell you before we change these terms. You may then leave.
"""

Comparer = Callable[..., Comparison]


def of_articles(*texts: str) -> str:
    articles = [f"第{NUMBERS[place]}条 {text}" for place, text in enumerate(texts)]
    return "\n\n".join([TITLE, "第一章 总则", *articles])


@pytest.fixture
def compared(tmp_path: Path) -> Comparer:
    def compare_texts(old: str, new: str) -> Comparison:
        paths = tmp_path / "old.md", tmp_path / "new.md"
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        return compare(read(paths[0]), read(paths[1]))

    return compare_texts


def told(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    return [
        (
            provision.old.number if provision.old else "",
            provision.new.number if provision.new else "",
            [str(change) for change in provision.changes],
        )
        for provision in comparison.articles
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (of_articles(PURPOSE, MAKERS, GIFTS), of_articles(PURPOSE, GIFTS, MAKERS), 1),
        (of_articles(PURPOSE, MAKERS), of_articles(PURPOSE, MAKERS.replace("，", "；")), 1),
        (TERMS, TERMS.replace("*   You", "- You"), 0),
    ],
)
def test_exit_code_tells_new_numbers_from_new_format(
    tmp_path: Path, old: str, new: str, code: int
) -> None:
    paths = tmp_path / "old.md", tmp_path / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", *map(str, paths), "--exit-code", "--no-pager"])
    assert result.exit_code == code


def test_each_article_says_what_became_of_it(compared: Comparer) -> None:
    old = of_articles(PURPOSE, MAKERS, FLYERS, GIFTS)
    new = of_articles(PURPOSE, CHILDREN, MAKERS, FLYERS.replace("管理员", "巡查员"))
    assert told(compared(old, new)) == [
        ("第一条", "第一条", ["verbatim"]),
        ("", "第二条", ["inserted"]),
        ("第二条", "第三条", ["verbatim", "renumbered"]),
        ("第三条", "第四条", ["reworded", "renumbered"]),
        ("第四条", "", ["deleted"]),
    ]


def test_article_that_changed_places_has_moved(compared: Comparer) -> None:
    old = of_articles(PURPOSE, MAKERS, FLYERS, GIFTS)
    new = of_articles(PURPOSE, FLYERS, GIFTS, MAKERS)
    assert told(compared(old, new))[-1] == ("第二条", "第四条", ["verbatim", "renumbered", "moved"])


def test_article_split_and_articles_merged_say_so(compared: Comparer) -> None:
    whole = of_articles(PURPOSE, FLYERS + CHILDREN, GIFTS)
    parts = of_articles(PURPOSE, FLYERS, CHILDREN, GIFTS)
    assert [changes for _, _, changes in told(compared(whole, parts))[1:3]] == [["split"]] * 2
    assert [changes for _, _, changes in told(compared(parts, whole))[1:3]] == [["merged"]] * 2


def test_article_like_another_that_stayed_whole_is_inserted(compared: Comparer) -> None:
    old = of_articles(PURPOSE, CONTESTS + MAKERS, GIFTS)
    new = of_articles(PURPOSE, CONTESTS + MAKERS, GIFTS, CONTESTS)
    assert told(compared(old, new))[-1] == ("", "第四条", ["inserted"])


def test_only_the_number_of_another_article_differs(compared: Comparer) -> None:
    old = of_articles(PURPOSE, MAKERS, FINES)
    new = of_articles(PURPOSE, CHILDREN, MAKERS, FINES.replace("第二条", "第三条"))
    assert told(compared(old, new))[-1] == ("第三条", "第四条", ["references", "renumbered"])


def test_swapped_documents_tell_the_mirror_image(compared: Comparer) -> None:
    old, new = of_articles(PURPOSE, MAKERS, GIFTS), of_articles(PURPOSE, CHILDREN, GIFTS, FLYERS)
    there = {(one, other) for one, other, _ in told(compared(old, new))}
    assert {(other, one) for one, other, _ in told(compared(new, old))} == there


def test_reports_have_no_articles(comparison: Comparison) -> None:
    assert provisions_of(comparison) == ()


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ("*   You", "- You", "list markers"),
        ("lantern.example", "www.lantern.example", "link addresses"),
        ("**show**", "show", "emphasis"),
        ('"help"', "“help”", "quotation marks"),
        ("A. Your Account\n---------------", "## A. Your Account", "heading marks"),
        ("secret. You", "secret.\nYou", "white space"),
    ],
)
def test_difference_in_format_only_is_called_that(
    compared: Comparer, before: str, after: str, names: str
) -> None:
    comparison = compared(TERMS, TERMS.replace(before, after))
    (notice,) = comparison.notices
    assert notice.code == "format_only"
    assert notice.message == f"Only the format differs ({names}); the words are the same."
    assert {change for link in comparison.carried for change in link.changes} == {Change.VERBATIM}


@pytest.mark.parametrize(
    ("before", "after"), [("secret", "safe"), ("B. Your", "D. Your"), ("You own", "You do not own")]
)
def test_difference_in_words_or_numbers_is_no_mere_format(
    compared: Comparer, before: str, after: str
) -> None:
    comparison = compared(TERMS, TERMS.replace(before, after))
    assert [notice.code for notice in comparison.notices] == []


def test_link_written_otherwise_is_marked(compared: Comparer) -> None:
    comparison = compared(TERMS, TERMS.replace("*   You", "- You"))
    rows = json.loads(comparison.to_json())
    texts = {item["id"]: item["text"] for item in rows["items"]}
    marked = [texts[link["new"]] for link in rows["links"] if link["format_only"]]
    assert [text.partition(" ")[2][:8] for text in marked] == ["own the ", "let us s", "must not"]


def test_article_written_otherwise_is_format_only(compared: Comparer) -> None:
    comparison = compared(TERMS, TERMS.replace("*   You", "- You"))
    changed = [each for each in comparison.articles if ArticleChange.FORMAT_ONLY in each.changes]
    assert [each.new.number for each in changed if each.new] == ["B."]


def test_punctuation_of_a_rule_is_more_than_format(compared: Comparer) -> None:
    old = of_articles(PURPOSE, MAKERS, GIFTS)
    comparison = compared(old, old.replace("承重，并", "承重；并"))
    assert told(comparison)[1] == ("第二条", "第二条", ["verbatim", "punctuation"])
    message = "Only format and punctuation differ (punctuation); the words are the same."
    assert [notice.message for notice in comparison.notices] == [message]


def test_reports_say_it_in_one_line(compared: Comparer) -> None:
    markdown = compared(TERMS, TERMS.replace("*   You", "- You")).to_markdown()
    assert "- both: **Only the format differs (list markers); the words are the same.**" in markdown
    assert "| B. Your Pictures | B. Your Pictures | format only |" in markdown
    assert "Sections in both" not in markdown


def test_reports_list_the_articles_that_changed(compared: Comparer) -> None:
    old, new = of_articles(PURPOSE, MAKERS), of_articles(PURPOSE, CHILDREN, MAKERS)
    markdown = compared(old, new).to_markdown()
    assert "## Articles changed: 2" in markdown
    assert "| – | 第二条 | inserted | – → 7 |" in markdown
    assert "| 第二条 | 第三条 | renumbered | 7 → 9 |" in markdown
    assert "2 in old, 3 in new: 2 verbatim, 1 renumbered, 1 inserted" in markdown


def test_json_gives_each_article_both_numbers(compared: Comparer) -> None:
    rows = json.loads(
        compared(of_articles(PURPOSE, GIFTS, MAKERS), of_articles(PURPOSE, GIFTS)).to_json()
    )
    assert [(row["old_number"], row["new_number"], row["changes"]) for row in rows["articles"]] == [
        ("第一条", "第一条", ["verbatim"]),
        ("第二条", "第二条", ["verbatim"]),
        ("第三条", None, ["deleted"]),
    ]


def test_item_is_cited_by_article_paragraph_and_point(tmp_path: Path) -> None:
    points = (
        "不得放飞下列风筝：\n\n（一）有金属线的；\n\n（二）夜间发光的。\n\n前款规定不适用于比赛。"
    )
    path = tmp_path / "law.md"
    path.write_text(of_articles(PURPOSE, points, FLYERS), encoding="utf-8")
    document = read(path)
    cited = dict(zip((item.plain for item in document.items), item_places(document), strict=True))
    assert cited["有金属线的"] == "第二条第一款第一项"
    assert cited["夜间发光的"] == "第二条第一款第二项"
    assert cited["前款规定不适用于比赛"] == "第二条第二款"
    assert cited["听从场地管理员的指挥"] == "第三条"


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("", "", ()),
        ("a\n\n*  b", "a\n\n1. b", ("list markers",)),
        ("_a_ b", "a b", ("emphasis",)),
        ("２０ 页（全）", "20 页(全)", ("character widths",)),
        ("a b\u200b", "a b", ("white space",)),
        ("a, b", "a; b", ("punctuation",)),
    ],
)
def test_sorts_of_format_are_named(old: str, new: str, names: tuple[str, ...]) -> None:
    assert differing_formats(old, new) == names


@pytest.mark.skipif(not TERMS_FOLDER.exists(), reason="the corpus is not beside the checkout")
@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("github_tos/2022-04-18*", "github_tos/2022-09-20*", "list markers"),
        ("github_tos/2023-02-15*", "github_tos/2023-05-01*", "heading marks, link addresses"),
        ("github_tos/2026-04-28*", "github_tos/2026-07-25*", "link addresses"),
        ("discord_tos/2025-09-01*", "discord_tos/2025-09-23*", "list markers"),
        ("whatsapp_privacy/2022-01*", "whatsapp_privacy/2022-09*", "list markers, link addresses"),
        ("whatsapp_privacy/2022-09*", "whatsapp_privacy/2025*", "list markers, link addresses"),
    ],
)
def test_real_terms_that_were_only_reformatted_are_told(old: str, new: str, names: str) -> None:
    (old_path,), (new_path,) = TERMS_FOLDER.glob(old), TERMS_FOLDER.glob(new)
    comparison = compare(read(old_path), read(new_path))
    assert [notice.message for notice in comparison.notices] == [
        f"Only the format differs ({names}); the words are the same."
    ]
    assert not comparison.dropped
    assert not comparison.added


@pytest.mark.skipif(not TERMS_FOLDER.exists(), reason="the corpus is not beside the checkout")
def test_real_terms_with_one_word_changed_are_told_apart_from_reformatted_ones() -> None:
    (old_path,), (new_path,) = (
        TERMS_FOLDER.glob(f"discord_tos/{date}*") for date in ("2025-09-23", "2026-04-08")
    )
    comparison = compare(read(old_path), read(new_path))
    assert comparison.notices == ()
    assert [
        each.changes for each in comparison.articles if ArticleChange.REWORDED in each.changes
    ] == [(ArticleChange.REWORDED,)]


def test_long_law_is_compared_with_its_next_version_in_seconds(compared: Comparer) -> None:
    texts = [
        f"持有{place}号风筝的人应当每隔{place % 97}日检查风筝的线轴。" for place in range(1260)
    ]
    old = "\n\n".join([TITLE, *(f"第{place + 1}条 {text}" for place, text in enumerate(texts))])
    new = old.replace("第700条", "第700条 新设的放飞场应当公告。\n\n第700条之一")
    start = perf_counter()
    comparison = compared(old, new)
    assert perf_counter() - start < 30
    assert [each.new.number for each in comparison.articles if each.old is None and each.new] == [
        "第700条"
    ]


def test_article_of_another_format_counts_once(compared: Comparer) -> None:
    comparison = compared(TERMS, TERMS.replace("*   You", "- You"))
    articles = provisions_of(comparison)
    assert article_counts(articles).endswith(f": {len(articles) - 1} verbatim, 1 format only")
