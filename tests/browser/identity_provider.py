"""A small OpenID Connect provider on a port of its own, as a municipality's sign-in answers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "kompetence", "a secret of at least thirty-two letters"


@dataclass
class Provider:
    """Where it listens, and whom it takes everybody for."""

    address: str
    claims: dict[str, object]


@contextmanager
def running(**claims: object) -> Iterator[Provider]:
    """Answers discovery, authorization, token and userinfo until the end of the block."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.provider = Provider(f"http://127.0.0.1:{server.server_port}", claims)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    provider: Provider


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/.well-known/openid-configuration":
            self._answer(self._configuration())
        elif path == "/authorize":
            back = urlencode({"code": "once", "state": query["state"][0]})
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri'][0]}?{back}")
            self.end_headers()
        else:
            self._answer(self._provider.claims)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        token = jwt.encode(
            self._provider.claims | {"iss": self._provider.address, "aud": CLIENT, "exp": 4102444800}, SECRET, "HS256"
        )
        self._answer({"access_token": "a", "token_type": "Bearer", "id_token": token})

    @property
    def _provider(self) -> Provider:
        return self.server.provider

    def _configuration(self) -> dict[str, object]:
        at = self._provider.address
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "userinfo_endpoint": f"{at}/userinfo",
            "jwks_uri": f"{at}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _answer(self, body: dict[str, object]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args: object) -> None:
        pass
