"""`python -m config.probe`: whether this web process answers and reaches its database, for the container's health.

Other than /healthz as a whole it does not mind a missing worker: restarting the web would not bring it back.
"""

import json
import os
import sys
import urllib.error
import urllib.request


def states(port: int) -> dict[str, str]:
    """What /healthz says, whichever status it has; nothing when nobody answers."""
    # The address is one that ALLOWED_HOSTS knows, and the proxy's word that the outside speaks TLS.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*") or "localhost"
    headers = {"Host": host, "X-Forwarded-Proto": "https"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=8) as response:
            body = response.read()
    except urllib.error.HTTPError as refused:
        body = refused.read()
    except OSError:
        return {}
    try:
        found: dict[str, str] = json.loads(body)
    except ValueError:
        return {}
    return found


if __name__ == "__main__":
    sys.exit(0 if states(8000).get("database") == "ok" else 1)
