"""A small HTTP server for the application: keeps connections open, and speaks proxy HTTP (absolute URLs).

Not werkzeug's server: that one closes every connection and lingers 10 ms on each, which a deployment of some thousand
requests feels.
"""

from __future__ import annotations

import io
import socket
import sys
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Server(ThreadingHTTPServer):
    """Serves one WSGI application on a socket that is already bound."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, listener: socket.socket, application: Application) -> None:
        super().__init__(listener.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listener
        self.server_address = listener.getsockname()[:2]
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]
        self.application = application
        self.server_activate()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up (Terraform was interrupted) is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "HoldfastEmulator"
    sys_version = ""
    # One packet per answer: with Nagle's algorithm and two writes, each answer would wait 40 ms for an ACK.
    wbufsize = 64 * 1024
    disable_nagle_algorithm = True
    server: Server

    def serve(self) -> None:
        environ = self._environ(self._read_body())
        started: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            started.append((status, headers))

        chunks = self.server.application(environ, start_response)
        if not started:  # no answer at all, on purpose: the region is cut off
            self.close_connection = True
            return
        status, headers = started[0]
        self.send_response(int(status.split()[0]))
        for name, value in headers:
            if name.lower() not in ("date", "server", "connection", "transfer-encoding"):
                self.send_header(name, value)
        if self.command == "CONNECT":
            self.send_header("Connection", "close")
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = do_CONNECT = serve

    def handle_expect_100(self) -> bool:
        """Tell the client at once to send its body; the buffer would keep it waiting for a second."""
        proceed = super().handle_expect_100()
        self.wfile.flush()
        return proceed

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the request log is the application's business."""

    def _read_body(self) -> bytes:
        if "chunked" in (self.headers.get("Transfer-Encoding") or "").lower():
            return self._read_chunks()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _read_chunks(self) -> bytes:
        body = io.BytesIO()
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            body.write(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():  # trailers
            pass
        return body.getvalue()

    def _environ(self, body: bytes) -> dict[str, Any]:
        url = urlsplit(self.path)
        is_proxied = bool(url.scheme and url.netloc) and self.command != "CONNECT"
        # A path that starts with two slashes looks like an authority to urlsplit.
        path = url.path if is_proxied else self.path.partition("?")[0]
        query = url.query if is_proxied else self.path.partition("?")[2]
        environ: dict[str, Any] = {
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(path).encode("utf-8").decode("latin-1"),
            "QUERY_STRING": query,
            "RAW_URI": path + (f"?{query}" if query else ""),
            "REQUEST_URI": path + (f"?{query}" if query else ""),
            "REMOTE_ADDR": self.client_address[0],
            "REMOTE_PORT": self.client_address[1],
            "SERVER_NAME": self.server.server_name,
            "SERVER_PORT": str(self.server.server_port),
            "SERVER_PROTOCOL": self.request_version,
            "SERVER_SOFTWARE": self.server_version,
        }
        for name, value in self.headers.items():
            if "_" in name:
                continue
            key = name.upper().replace("-", "_")
            if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
                key = f"HTTP_{key}"
            environ[key] = f"{environ[key]},{value}" if key in environ else value
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        environ["CONTENT_LENGTH"] = str(len(body))
        if is_proxied:
            environ["HTTP_HOST"] = url.netloc
        return environ


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 picks a free one. OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
