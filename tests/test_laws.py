"""Laws and terms: what an article is, and which articles of two versions are one provision.

The laws are invented.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from policydiff.align.articles import pair_articles
from policydiff.align.sequence import best_pairs, best_sequence
from policydiff.articles import articles_of
from policydiff.model import Change, Comparison, Document, Genre, Kind
from policydiff.pipeline import compare, read

TITLE = "中华人民共和国风筝管理条例"
PURPOSE = "为了规范风筝的制作和放飞，保护放飞人的合法权益，制定本条例。"
MAKERS = "风筝的制作者应当在竹骨上标明承重，并保存制作记录三年。"
FLYERS = "放飞人应当避开高压线路，听从场地管理员的指挥。"
CHILDREN = "未满十岁的儿童放飞风筝，由监护人陪同。"
FINES = "违反本条例第二条规定的，由市场监督管理部门处一百元以上五百元以下罚款。"
KITES = "放飞人可以向博物馆捐赠旧风筝，博物馆应当开具收据。"
NUMBERS = "一二三四五六七八九"

Reader = Callable[..., Document]


@pytest.fixture
def law(tmp_path: Path) -> Reader:
    def read_law(*provisions: str, name: str = "law.md") -> Document:
        articles = [f"第{NUMBERS[i]}条 {text}" for i, text in enumerate(provisions)]
        path = tmp_path / name
        path.write_text("\n\n".join([TITLE, "第一章 总则", *articles]), encoding="utf-8")
        return read(path)

    return read_law


@pytest.fixture
def terms(tmp_path: Path) -> Reader:
    def read_terms(text: str, name: str = "terms.md") -> Document:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path)

    return read_terms


def numbered(document: Document, kind: Kind = Kind.COMMITMENT) -> list[str]:
    return [item.plain for item in document.items if item.kind is kind]


def article_pairs(comparison: Comparison) -> list[tuple[str, str]]:
    """The paired articles by their numbers."""
    old = {article.section: article.number for article in articles_of(comparison.old)}
    new = {article.section: article.number for article in articles_of(comparison.new)}
    return [
        (old.get(pair.old, "") if pair.old is not None else "", new.get(pair.new or -1, ""))
        for pair in comparison.section_pairs
        if pair.old in old or pair.new in new
    ]


TERMS = """\
Lantern Terms of Service
========================

Last updated: 3 May 2031.

A. Your Account
---------------

You keep your password secret. You tell us when you lose it.

### 1. Closing it

You may close your account at any time. We then delete your pictures within 30 days.

B. Your Pictures
----------------

*   You own the pictures you put on our service.
*   You let us show them to your friends.
*   You must not put up pictures of your neighbours.

C. Our Duties
-------------

We keep your pictures safe. We tell you before we change these terms. You may then leave.
"""


def test_article_takes_up_its_points(law: Reader) -> None:
    document = law(
        PURPOSE, "不得放飞下列风筝：\n\n（一）有金属线的；\n\n（二）夜间发光的。", FLYERS
    )
    articles = articles_of(document)
    assert [article.number for article in articles] == ["第一条", "第二条", "第三条"]
    assert [len(article.sections) for article in articles] == [1, 3, 1]


def test_german_articles_are_told_by_their_headings(tmp_path: Path) -> None:
    text = (
        "# Drachengesetz\n\n## Abschnitt 1\n\n"
        + "\n\n".join(f"### § {n} Zweck {n}\n\n(1) Drachen steigen auf Wiesen." for n in "12345")
        + "\n\n### § 5a Ausnahme\n\nDie Pflicht nach § 2 Abs. 3 gilt nicht für Kinder.\n"
    )
    path = tmp_path / "drachen.md"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert document.genre is Genre.LAW
    assert [a.number for a in articles_of(document)] == [f"§ {n}" for n in (*"12345", "5a")]
    assert numbered(document)[-1] == "Die Pflicht nach § 2 Abs. 3 gilt nicht für Kinder."


def test_heading_of_an_article_is_no_rule(terms: Reader) -> None:
    document = terms(TERMS)
    titles = {"B. Your Pictures", "C. Our Duties"}
    assert not titles & set(numbered(document))
    assert "You own the pictures you put on our service." in "\n".join(numbered(document))


@pytest.mark.parametrize(
    "text",
    [
        "经营者有违法所得的，予以没收。",
        "风筝协会依法成立，是社会团体。",
        "本条例所称风筝，是指以线牵引、借风升空的器物。",
        "有关部门对存在安全隐患的场地还不够重视的，予以通报。",
    ],
)
def test_every_sentence_of_an_article_is_compared(law: Reader, text: str) -> None:
    document = law(PURPOSE, text)
    assert all(item.kind.is_forward for item in document.items if item.section > 1)


def test_terms_are_told_from_other_documents(terms: Reader) -> None:
    assert terms(TERMS).genre is Genre.TERMS


def test_underlined_headings_nest_by_their_lines(terms: Reader) -> None:
    sections = terms(TERMS).sections
    parents = {section.heading: section.parent for section in sections}
    names = [section.heading for section in sections]
    assert names[parents["1. Closing it"] or 0] == "A. Your Account"
    assert names[parents["B. Your Pictures"] or 0] == "Lantern Terms of Service"


def test_article_that_speaks_of_permission_does_not_end_the_text(tmp_path: Path) -> None:
    wrapped = "第三条 未经许可，擅自放飞的，\n予以制止。\n第四条 本条例自公布之日起施行。"
    path = tmp_path / "law.txt"
    path.write_text(f"{TITLE}\n第一条 {PURPOSE}\n第二条 {MAKERS}\n{wrapped}", encoding="utf-8")
    assert [article.number for article in articles_of(read(path))][-1] == "第四条"


def test_inserted_article_renumbers_those_behind_it(law: Reader) -> None:
    comparison = compare(law(PURPOSE, MAKERS, FLYERS), law(PURPOSE, CHILDREN, MAKERS, FLYERS))
    assert article_pairs(comparison) == [
        ("第一条", "第一条"),
        ("第二条", "第三条"),
        ("第三条", "第四条"),
        ("", "第二条"),
    ]
    assert {change for link in comparison.carried for change in link.changes} == {Change.VERBATIM}
    assert [item.plain for item in comparison.added] == ["未满十岁的儿童放飞风筝", "由监护人陪同"]


def test_number_does_not_pair_articles(law: Reader) -> None:
    comparison = compare(law(PURPOSE, MAKERS, FLYERS), law(PURPOSE, FLYERS, KITES))
    assert ("第三条", "第二条") in article_pairs(comparison)
    assert ("第二条", "") in article_pairs(comparison)


@pytest.mark.parametrize("text", ["【】", "", "……"])
def test_articles_without_words_are_paired_with_each_other(law: Reader, text: str) -> None:
    document = law(PURPOSE, text, MAKERS)
    assert ("第二条", "第二条") in article_pairs(compare(document, document))


def test_last_articles_are_one_though_little_of_the_words_is_left(law: Reader) -> None:
    old = law(PURPOSE, MAKERS, "本条例自公布之日起施行，此前市人民政府发布的风筝办法同时废止。")
    new = law(PURPOSE, MAKERS, FLYERS, "本条例自2031年5月1日起施行。")
    assert ("第三条", "第四条") in article_pairs(compare(old, new))


def test_article_merged_into_another_pairs_with_it(law: Reader) -> None:
    comparison = compare(
        law(PURPOSE, FLYERS, CHILDREN, KITES), law(PURPOSE, FLYERS + CHILDREN, KITES)
    )
    assert ("第二条", "第二条") in article_pairs(comparison)
    assert ("第三条", "第二条") in article_pairs(comparison)
    assert comparison.dropped == ()


def test_article_split_in_two_pairs_with_both(law: Reader) -> None:
    comparison = compare(
        law(PURPOSE, FLYERS + CHILDREN, KITES), law(PURPOSE, FLYERS, CHILDREN, KITES)
    )
    assert {("第二条", "第二条"), ("第二条", "第三条")} <= set(article_pairs(comparison))
    assert comparison.added == ()


def test_item_of_a_renumbered_article_has_not_moved(law: Reader) -> None:
    comparison = compare(law(PURPOSE, MAKERS), law(PURPOSE, CHILDREN, KITES, MAKERS))
    assert not any(Change.MOVED in link.changes for link in comparison.carried)


def test_provision_put_into_another_article_has_moved(law: Reader) -> None:
    receipt = "博物馆应当在十个工作日内开具捐赠收据。"
    old = law(PURPOSE, MAKERS + receipt, FLYERS, CHILDREN)
    new = law(PURPOSE, MAKERS, FLYERS + receipt, CHILDREN)
    moved = [link for link in compare(old, new).carried if Change.MOVED in link.changes]
    assert [old.items[link.old].plain for link in moved] == [receipt.rstrip("。")]


def test_same_penalty_in_two_articles_has_not_moved(law: Reader) -> None:
    penalty = "处一百元以上五百元以下罚款。"
    old = law(PURPOSE, f"未标明承重的，{penalty}", f"擅自收费的，{penalty}", FLYERS)
    new = law(PURPOSE, "未标明承重的，责令改正。", f"擅自收费的，{penalty}", penalty + FLYERS)
    links = compare(old, new).carried
    assert not any(Change.MOVED in link.changes for link in links)


def test_links_mirror_when_the_documents_are_swapped(law: Reader) -> None:
    old = law(PURPOSE, MAKERS, FLYERS + CHILDREN, FINES)
    new = law(PURPOSE, CHILDREN, FINES, MAKERS + KITES)
    there, back = compare(old, new).carried, compare(new, old).carried
    assert {(link.old, link.new) for link in there} == {(link.new, link.old) for link in back}


def test_document_without_articles_pairs_nothing() -> None:
    assert pair_articles([], [PURPOSE]) == ()


@pytest.mark.parametrize(
    ("likeness", "pairs"),
    [
        ([[0.9, 0.0], [0.0, 0.9]], [(0, 0), (1, 1)]),
        ([[0.0, 0.9], [0.6, 0.0]], [(0, 1)]),
        ([[0.9, 0.8], [0.0, 0.9], [0.8, 0.0]], [(0, 0), (1, 1)]),
        ([[0.0, 0.0]], []),
    ],
)
def test_sequence_keeps_the_order(
    likeness: Sequence[Sequence[float]], pairs: list[tuple[int, int]]
) -> None:
    assert best_sequence(np.array(likeness)) == pairs


def test_pairs_out_of_order_go_by_likeness() -> None:
    assert best_pairs(np.array([[0.7, 0.9], [0.6, 0.8]]), 0.65) == [(0, 1)]
