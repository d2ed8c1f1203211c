"""/healthz: whether database, broker and worker are there. It says nothing about persons or addresses."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from health_check.base import HealthCheck
from health_check.checks import Database
from health_check.contrib.redis import Redis
from health_check.exceptions import ServiceUnavailable
from redis.asyncio import Redis as RedisClient
from redis.exceptions import RedisError

from competence.access import public

HEARTBEAT = "worker-heartbeat"
# Beat asks for a heartbeat each minute; two may be missed while a worker is busy or restarts.
HEARTBEAT_LASTS = timedelta(minutes=3)


def record_heartbeat(*, at: datetime) -> None:
    cache.set(HEARTBEAT, at, timeout=HEARTBEAT_LASTS.total_seconds())


@dataclass(repr=False)
class Worker(HealthCheck):
    """Some worker has done a task of beat's within the last minutes."""

    def run(self) -> None:
        try:
            seen: datetime | None = cache.get(HEARTBEAT)
        except RedisError as unknown:
            raise ServiceUnavailable("unknown") from unknown
        if seen is None or timezone.now() - seen > HEARTBEAT_LASTS:
            raise ServiceUnavailable("no heartbeat")


def _checks() -> dict[str, HealthCheck]:
    return {
        "database": Database(),
        "broker": Redis(client_factory=lambda: RedisClient.from_url(settings.REDIS_URL, socket_timeout=3)),
        "worker": Worker(),
    }


async def _states() -> dict[str, str]:
    checks = _checks()
    results = await asyncio.gather(*(check.get_result() for check in checks.values()))
    return {name: "down" if result.error else "ok" for name, result in zip(checks, results, strict=True)}


@public
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when everything is there, otherwise 503; the body names what is down."""
    states = async_to_sync(_states)()
    return JsonResponse(states, status=503 if "down" in states.values() else 200)
