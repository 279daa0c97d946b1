"""Fetching: what a server sends becomes a document, within limits and from public places only."""

import gzip
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from policydiff.cli.app import app
from policydiff.errors import SourceError
from policydiff.fetch import Limits, fetch, is_public
from policydiff.store import Library

REPORT = (
    "<html><head><title>柳湾市2031年政府工作报告_柳湾市政府网</title></head><body>"
    "<p>各位代表：</p><p>一、2031年主要任务</p><p>加快建设滨江隧道。开通3条夜间公交线路。</p>"
    "<p>二、加强政府自身建设</p><p>推行河长巡查制度，完善停车收费办法。</p></body></html>"
).encode()
PRIVATE = Limits(seconds=5, allow_private=True)

Answer = Callable[[BaseHTTPRequestHandler], None]


def send(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Sends a byte now and then, each before a read would time out."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


PAGES: dict[str, Answer] = {
    "/report.html": send(200, REPORT),
    "/moved": send(302, Location="/report.html"),
    "/circle": send(302, Location="/circle"),
    "/inside": send(302, Location="http://10.1.2.3/report.html"),
    "/odd": send(302, Location="file:///etc/passwd"),
    "/missing": send(404, b"no such page"),
    "/packed": send(200, gzip.compress(REPORT), Content_Encoding="gzip"),
    "/bomb": send(200, gzip.compress(bytes(3_000_000)), Content_Encoding="gzip"),
    "/broken": send(200, b"\x1f\x8bnonsense", Content_Encoding="gzip"),
    "/large": send(200, bytes(1_500_000)),
    "/drip": drip,
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        try:
            PAGES[self.path](self)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.mark.parametrize("path", ["/report.html", "/moved", "/packed"])
def test_what_a_server_sends_is_had_with_its_hash(path: str, server: str) -> None:
    download = fetch(server + path, PRIVATE)

    assert download.content == REPORT
    assert download.sha256 == hashlib.sha256(REPORT).hexdigest()
    assert download.url == server + path


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/circle", "is moved more than 5 times"),
        ("/odd", "is no address of a document"),
        ("/missing", "answers with 404"),
        ("/broken", "sends a damaged answer"),
    ],
)
def test_an_answer_that_is_no_document_is_refused(path: str, reason: str, server: str) -> None:
    with pytest.raises(SourceError, match=reason):
        fetch(server + path, PRIVATE)


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_an_answer_over_the_limit_is_refused(path: str, server: str) -> None:
    with pytest.raises(SourceError, match="sends more than 1 MB"):
        fetch(server + path, Limits(megabytes=1, allow_private=True))


def test_a_server_that_sends_slowly_is_given_up_at_the_deadline(server: str) -> None:
    started = time.monotonic()

    with pytest.raises(SourceError, match=r"does not answer within 0\.5 seconds"):
        fetch(server + "/drip", Limits(seconds=0.5, allow_private=True))
    assert time.monotonic() - started < 3


def test_a_private_address_is_refused_unless_it_is_meant(server: str) -> None:
    with pytest.raises(SourceError, match=r"leads to the private address 127\.0\.0\.1; .*--allow"):
        fetch(server + "/report.html")


def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.7.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)

    with pytest.raises(SourceError, match=r"private address 192\.168\.7\.7"):
        fetch("http://www.example.org/report.html")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1", "::"),  # noqa: S104
        *("::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1"),
    ],
)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2400:3200::1", "::ffff:8.8.8.8"])
def test_an_address_anyone_can_reach_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "https:///a", "https://me:pw@example.org/"])
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(SourceError, match=r"is no address|is given with a name or password"):
        fetch(url)


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/report.html", PRIVATE)


def add(database: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["add", *arguments, "--db", str(database)])
    return f"{done.exit_code} {done.output}"


def test_a_page_is_added_and_kept_as_it_came(server: str, tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    url = f"{server}/report.html"

    said = add(database, url, "--allow-private")

    assert said.startswith("0 added 柳湾市/2031: 柳湾市2031年政府工作报告")
    with Library(database) as library:
        assert library.kept(url).content == REPORT
        assert library.kept(url).sha256 == library.load("2031").sha256
        assert library.load("2031").source == url


def test_a_kept_page_is_read_again_offline(server: str, tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    add(database, f"{server}/report.html", "--allow-private")

    said = add(database, f"{server}/report.html", "--offline")

    assert said.startswith("0 unchanged:")


def test_a_kept_page_is_compared_without_the_web(server: str, tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    url = f"{server}/report.html"
    add(database, url, "--allow-private")
    other = tmp_path / "2030.html"
    other.write_bytes(REPORT.replace(b"2031", b"2030").replace("3条".encode(), "2条".encode()))

    done = CliRunner().invoke(app, ["compare", str(other), url, "--db", str(database)])

    assert done.exit_code == 0
    assert "夜间公交线路" in done.output


def test_a_page_that_was_never_fetched_is_named_with_the_remedy(tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    path = tmp_path / "2031.html"
    path.write_bytes(REPORT)
    add(database, str(path))

    said = add(database, "https://example.org/a.html", "--offline")

    assert "was never fetched" in said
    assert "policydiff add https://example.org/a.html" in said


def test_what_was_fetched_goes_with_its_document(server: str, tmp_path: Path) -> None:
    database = tmp_path / "policydiff.db"
    url = f"{server}/report.html"
    add(database, url, "--allow-private")

    with Library(database) as library:
        library.remove("2031")
        with pytest.raises(SourceError, match="was never fetched"):
            library.kept(url)
