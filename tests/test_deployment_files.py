"""Container, proxies and robot: what they name exists, and what they allow fits what the site takes."""

import json
import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from ingest.uploads.limits import MAX_TOTAL
from inspections.server import SMALL_BODY

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "deployment"
COMPOSE = (FOLDER / "compose.yaml").read_text()
MACHINES = (FOLDER / "machines.yaml").read_text()
PROXIES = ("Caddyfile", "nginx.conf")
UNITS = {"m": 1 << 20, "MiB": 1 << 20, "MB": 1_000_000}


def test_every_variable_that_compose_takes_is_in_the_example():
    asked = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", COMPOSE + MACHINES))
    offered = set(re.findall(r"^([A-Z_]+)=", (FOLDER / "example.env").read_text(), re.MULTILINE))
    assert asked == offered


def test_every_setting_of_the_site_is_in_the_guide_to_deployment():
    environment = yaml.safe_load(COMPOSE)["services"]["site"]["environment"]
    guide = (ROOT / "inspections" / "DEPLOYMENT.md").read_text()
    assert environment
    assert not {name for name in environment if f"`{name}`" not in guide}


def test_services_run_commands_that_exist_on_one_image():
    services = yaml.safe_load(COMPOSE)["services"]
    commands = re.findall(r"manage\.py\W+(\w+)", COMPOSE)
    assert {"migrate", "collectstatic", "reindex", "work"} <= set(commands) <= set(get_commands())
    assert services["site"]["image"] == services["worker"]["image"] == services["prepare"]["image"]


def test_the_image_holds_every_part_of_the_program_and_no_more_is_sent_to_the_builder():
    copied = set(re.findall(r"^COPY (\w+) \1$", (FOLDER / "Containerfile").read_text(), re.MULTILINE))
    assert copied == {"inspections", "findings", "ingest", "templates", "static"}
    sent = set(re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(), re.MULTILINE))
    assert copied <= sent
    assert not [name for name in sent if "*" not in name and not (ROOT / name).exists()]


@pytest.mark.parametrize("proxy", PROXIES)
def test_proxies_take_whole_uploads_and_no_other_large_bodies(proxy):
    sizes = re.findall(r"(?:client_max_body_size|max_size) (\d+)(MiB|MB|m)\b", (FOLDER / proxy).read_text())
    small, large = sorted(int(number) * UNITS[unit] for number, unit in sizes)
    assert small <= SMALL_BODY < MAX_TOTAL < large


@pytest.mark.parametrize("proxy", PROXIES)
def test_proxies_keep_numbers_and_readiness_inside_and_name_requests(proxy, settings):
    text = (FOLDER / proxy).read_text()
    assert settings.UPLOAD_ADDRESS in text
    assert "/metrics" in text
    assert "/readyz" in text
    assert "X-Request-ID" in text


def test_the_robot_makes_the_locks_anew():
    tasks = json.loads((ROOT / "renovate.json").read_text())["postUpgradeTasks"]
    assert tasks["commands"] == ["make lock"]
    assert all(list(ROOT.glob(pattern)) for pattern in tasks["fileFilters"])


def test_the_image_can_be_built_with_what_several_machines_need():
    build = yaml.safe_load(COMPOSE)["services"]["site"]["build"]["args"]
    assert build == {"LOCK": "${LOCK:-requirements.lock}"}
    assert "pip install --no-cache-dir --require-hashes -r $LOCK" in (FOLDER / "Containerfile").read_text()
    assert {"requirements.lock", "requirements-machines.lock"} <= {path.name for path in ROOT.glob("*.lock")}


def test_what_machines_share_is_offered_at_one_address_and_a_broker_asks_for_a_password():
    services = yaml.safe_load(MACHINES)["services"]
    ports = [port for service in services.values() for port in service["ports"]]
    assert len(ports) == 2
    assert all(port.startswith("${SHARED_ADDRESS:?}:") for port in ports)
    assert services["broker"]["command"][-2:] == ["--requirepass", "${BROKER_PASSWORD:?}"]
    assert services.keys() - yaml.safe_load(COMPOSE)["services"].keys() == {"broker"}
