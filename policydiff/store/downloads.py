"""What was fetched from the web, as it came."""

from sqlite_utils import Database

from policydiff.model import Download


def save_download(db: Database, download: Download) -> None:
    """Keeps a download; one that came just so before only takes the new date."""
    db.table("downloads").upsert(
        {
            "url": download.url,
            "fetched_at": download.fetched_at,
            "sha256": download.sha256,
            "content": download.content,
        },
        pk=("url", "sha256"),
    )


def load_download(db: Database, url: str) -> Download | None:
    """The last that was fetched from an address."""
    rows = db.table("downloads").rows_where(
        "url = ?", [url], order_by="fetched_at desc, id desc", limit=1
    )
    row = next(rows, None)
    if row is None:
        return None
    return Download(row["url"], row["fetched_at"], row["sha256"], row["content"])
