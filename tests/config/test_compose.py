"""docker-compose.yml, as far as it can be judged without an engine."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
OURS = {"migrate", "web", "worker", "documents", "beat"}
HEALTHCHECK = {
    "type": "object",
    "required": ["test", "interval", "timeout", "retries"],
    "properties": {"test": {"type": "array", "minItems": 2}, "retries": {"type": "integer"}},
}
SERVICE = {
    "type": "object",
    "required": ["image", "networks"],
    # A fixed name or port of the host would allow one copy only.
    "not": {"anyOf": [{"required": ["container_name"]}, {"required": ["ports"]}]},
    "properties": {
        "image": {"type": "string"},
        "healthcheck": HEALTHCHECK,
        "depends_on": {
            "additionalProperties": {
                "properties": {"condition": {"enum": ["service_healthy", "service_completed_successfully"]}},
                "required": ["condition"],
            }
        },
        "user": {"type": "string", "pattern": "^[1-9][0-9]*$"},
    },
}
FILE = {
    "type": "object",
    "required": ["services", "networks", "volumes"],
    "properties": {"services": {"additionalProperties": SERVICE}},
}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return found


def test_file_has_the_shape_of_a_scalable_installation(compose: dict[str, Any]) -> None:
    jsonschema.validate(compose, FILE)


def test_services_are_those_of_the_design(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == OURS | {"db", "redis"}


def test_everything_that_stays_has_a_health_check(compose: dict[str, Any]) -> None:
    without = {name for name, service in compose["services"].items() if "healthcheck" not in service}

    assert without == {"migrate"}


def test_our_containers_run_without_root_and_on_a_read_only_system(compose: dict[str, Any]) -> None:
    found = {
        name: (service.get("user"), service.get("read_only"), service.get("cap_drop"))
        for name, service in compose["services"].items()
        if name in OURS
    }

    assert found == dict.fromkeys(OURS, ("10001", True, ["ALL"]))


def test_what_we_run_waits_for_what_it_needs(compose: dict[str, Any]) -> None:
    found = {name: set(service.get("depends_on", [])) for name, service in compose["services"].items()}

    assert found == {
        "db": set(),
        "redis": set(),
        "migrate": {"db", "redis"},
        **{name: {"migrate", "db", "redis"} for name in OURS - {"migrate"}},
    }


def test_all_volumes_and_networks_are_declared(compose: dict[str, Any]) -> None:
    services = compose["services"].values()
    volumes = {volume.partition(":")[0] for service in services for volume in service.get("volumes", [])}
    networks = {network for service in services for network in service["networks"]}

    assert (volumes, networks) == (set(compose["volumes"]), set(compose["networks"]))


def test_all_queues_have_a_worker(compose: dict[str, Any]) -> None:
    commands = [service.get("command", []) for service in compose["services"].values()]
    queues = {queue for command in commands if "-Q" in command for queue in command[command.index("-Q") + 1].split(",")}

    assert queues == {"default", "mail", "pdf"}


def test_only_the_web_can_be_reached_from_outside(compose: dict[str, Any]) -> None:
    outside = {name for name, service in compose["services"].items() if "front" in service["networks"]}

    assert (outside, compose["networks"]["back"]) == ({"web"}, {"internal": True})


def test_example_settings_name_what_the_compose_file_asks_for() -> None:
    example = (ROOT / ".env.example").read_text()
    asked = {"POSTGRES_PASSWORD", "SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL"}

    assert {name for name in asked if f"\n{name}=" in example} == asked


def test_image_is_built_in_stages_from_hashed_packages_and_runs_without_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert len([line for line in lines if line.startswith("FROM ")]) == 3
    assert [line for line in lines if line.startswith("USER ")] == ["USER kompetence"]
    assert any("--require-hashes" in line for line in lines)
