"""Fetching: a document from the web, within limits, and never from a private network unasked."""

import datetime as dt
import hashlib
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import httpcore

from policydiff.errors import SourceError
from policydiff.model import Download

SECONDS = 30.0
MEGABYTES = 50
REDIRECTS = 5

_HEADERS = (
    (b"User-Agent", b"policydiff (https://pypi.org/project/policydiff)"),
    (b"Accept", b"text/html,application/pdf,text/plain,*/*"),
    (b"Accept-Encoding", b"identity"),
)
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAFE = "%/:?#[]@!$&'()*+,;=-._~"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Limits:
    """What fetching may take; ``allow_private`` lets it reach addresses of a private network."""

    seconds: float = SECONDS
    megabytes: int = MEGABYTES
    redirects: int = REDIRECTS
    allow_private: bool = False


class _Answer(NamedTuple):
    """What a server sent: its body, or where the document went."""

    body: bytes
    moved_to: str = ""


class _PrivateAddressError(Exception):
    """A name that leads into a private network; its text is the address."""


def fetch(url: str, limits: Limits | None = None) -> Download:
    """What stands at an address now; SourceError says why it cannot be had."""
    given = limits or Limits()
    deadline = time.monotonic() + given.seconds
    try:
        content = _follow(url, given, deadline)
    except _PrivateAddressError as error:
        raise SourceError(
            f'"{url}" leads to the private address {error}; '
            "if that is meant, say so with --allow-private"
        ) from error
    except httpcore.TimeoutException as error:
        raise SourceError(
            f'"{url}" does not answer within {given.seconds:g} seconds; '
            "try again later, or save the page and give the file"
        ) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise SourceError(
            f'"{url}" cannot be reached ({str(error)[:100] or type(error).__name__}); '
            "check the address, or save the page and give the file"
        ) from error
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Download(url, now, hashlib.sha256(content).hexdigest(), content)


def _follow(url: str, limits: Limits, deadline: float) -> bytes:
    backend = _Backend(deadline, allow_private=limits.allow_private)
    address = url
    with httpcore.ConnectionPool(network_backend=backend) as pool:
        for _ in range(limits.redirects + 1):
            answer = _ask(pool, address, limits)
            if not answer.moved_to:
                return answer.body
            address = urljoin(address, answer.moved_to)
    raise SourceError(
        f'"{url}" is moved more than {limits.redirects} times; '
        "open it in a browser and give the address it ends at"
    )


def _ask(pool: httpcore.ConnectionPool, address: str, limits: Limits) -> _Answer:
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), limits.seconds)
    with pool.stream(
        "GET", _ascii(address), headers=list(_HEADERS), extensions={"timeout": timeouts}
    ) as response:
        headers = {name.lower(): value for name, value in response.headers}
        if response.status in _MOVED and b"location" in headers:
            return _Answer(b"", headers[b"location"].decode("utf-8", "replace"))
        if response.status != 200:
            raise SourceError(
                f'"{address}" answers with {response.status} instead of a document; '
                "check the address"
            )
        coding = headers.get(b"content-encoding", b"").lower()
        return _Answer(_body(response.iter_stream(), coding, address, limits))


def _ascii(address: str) -> str:
    """The address as requests carry it; SourceError for one that is not of the web."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError(
            f'"{address}" is no address of a document; give one that begins with https://'
        )
    if parts.username or parts.password:
        raise SourceError(
            f'"{parts.hostname}" is given with a name or password; save the page and give the file'
        )
    try:
        host = parts.hostname.encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (UnicodeError, ValueError) as error:
        raise SourceError(f'"{address}" names no host; check the address') from error
    bracketed = f"[{host}]" if ":" in host else host
    query = f"?{quote(parts.query, _SAFE)}" if parts.query else ""
    return f"{parts.scheme}://{bracketed}{port}{quote(parts.path or '/', _SAFE)}{query}"


def _body(chunks: Iterable[bytes], coding: bytes, address: str, limits: Limits) -> bytes:
    """The body, unpacked if the server packed it all the same, and never more than the limit."""
    most = limits.megabytes * 1_000_000
    unpacker = zlib.decompressobj(47) if coding in (b"gzip", b"x-gzip", b"deflate") else None
    body = bytearray()
    try:
        for chunk in chunks:
            room = most + 1 - len(body)
            body += unpacker.decompress(chunk, room) if unpacker else chunk
            if len(body) > most:
                raise SourceError(
                    f'"{address}" sends more than {limits.megabytes} MB; '
                    "give the address of one document"
                )
    except zlib.error as error:
        raise SourceError(f'"{address}" sends a damaged answer; try again later') from error
    return bytes(body)


class _Backend(httpcore.SyncBackend):
    """Connections to public addresses only, and only until the deadline."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        super().__init__()
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the very address that was judged, whatever the name means later."""
        address = self._address(host, port)
        left = _left(self._deadline, timeout)
        stream = super().connect_tcp(address, port, left, local_address, socket_options)
        return _Stream(stream, self._deadline)

    def _address(self, host: str, port: int) -> str:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in found]
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise _PrivateAddressError(private[0])
        return addresses[0]


class _Stream(httpcore.NetworkStream):
    """A stream that ends at the deadline, however slowly the other side sends."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        secured = self._stream.start_tls(ssl_context, server_hostname, left)
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  (as httpcore declares it)
        return self._stream.get_extra_info(info)


def is_public(address: str) -> bool:
    """Whether an address can be reached by anyone, so that it is no secret of this network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


def _left(deadline: float, timeout: float | None) -> float:
    """The seconds left, no more than a timeout; none left is a timeout itself."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left if timeout is None else min(left, timeout)
