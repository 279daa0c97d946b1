"""Points: where in its article an item stands, as lawyers cite it."""

from collections.abc import Iterator

from policydiff.articles import article_number, article_sections
from policydiff.lexicon.articles import CHINESE_NUMBER, HAN_NUMBERS, LEVELS, PARAGRAPH
from policydiff.model import Document, Item


def item_places(document: Document) -> tuple[str, ...]:
    """Of each item its article, paragraph and point: 第十条第二款第三项, § 4 (2) 1.

    Empty outside of articles that are numbered. A Chinese article's paragraph
    is left out where it has but one.
    """
    articles = article_sections(document.sections, document.genre)
    paragraphs = _paragraphs(document, articles)
    return tuple(
        "" if article is None else "".join(_parts(document, item, article, paragraphs))
        for item, article in ((item, articles[item.section]) for item in document.items)
    )


def _paragraphs(document: Document, articles: tuple[int | None, ...]) -> dict[int, dict[int, bool]]:
    """Of each article its paragraphs in order, and of each whether it is a point of a list.

    Only the first paragraph of a point's section is the point; one below it is
    the article's again.
    """
    found: dict[int, dict[int, bool]] = {}
    begun: set[int] = set()
    for item in document.items:
        article = articles[item.section]
        if article is not None and item.paragraph not in found.setdefault(article, {}):
            found[article][item.paragraph] = item.section != article and item.section not in begun
            begun.add(item.section)
    return found


def _parts(
    document: Document, item: Item, article: int, paragraphs: dict[int, dict[int, bool]]
) -> Iterator[str]:
    number = article_number(document.sections[article])
    own = paragraphs[article]
    points = list(_ordinals(document, item.section, article)) if own[item.paragraph] else []
    if not number:
        return
    yield number
    if not CHINESE_NUMBER.match(number):
        yield from (f" {ordinal}" for ordinal in points)
        return
    whole = [paragraph for paragraph, is_point in own.items() if not is_point]
    if len(whole) > 1:
        place = sum(paragraph <= item.paragraph for paragraph in whole)
        yield PARAGRAPH.format(HAN_NUMBERS[place - 1] if place <= len(HAN_NUMBERS) else place)
    for level, ordinal in zip(LEVELS, points, strict=False):
        yield level.format(ordinal.strip("（）().、．"))


def _ordinals(document: Document, section: int, article: int) -> list[str]:
    """The ordinals that lead from an article to one of its points."""
    ordinals: list[str] = []
    place: int | None = section
    while place is not None and place != article:
        ordinals.insert(0, document.sections[place].ordinal.strip())
        place = document.sections[place].parent
    return [ordinal for ordinal in ordinals if ordinal]
