"""What all tests may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.live import LiveServer
from tests.postgres import Cluster, PostgresMissingError, running_cluster

# The gate asks the same questions each time, so that it fails only for what has changed; the
# proofs ask new ones. Time limits for one example say nothing on a machine that is shared.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("proof", deadline=None, max_examples=500, print_blob=True)
settings.load_profile("gate")

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser or needs PostgreSQL, so that nobody has to remember it.

    Browser tests share one worker: two browsers on two cores only wait for one another.
    """
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group("browser"))
        if "postgres_cluster" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of this run's own; where there is none the test fails with the remedy."""
    try:
        with running_cluster() as cluster:
            yield cluster
    except PostgresMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def postgres_url(postgres_cluster: Cluster) -> str:
    """One PostgreSQL database for the whole run: an SQLAlchemy address."""
    return postgres_cluster.new_database()


@pytest.fixture
def empty_postgres_url(postgres_cluster: Cluster) -> str:
    """A PostgreSQL database that nobody has used: an SQLAlchemy address."""
    return postgres_cluster.new_database()


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Start servers of the test's own (arguments as LiveServer); all are ended after the test."""
    servers: list[LiveServer] = []

    def start(**plays: object) -> LiveServer:
        server = LiveServer(tmp_path / f"server-{len(servers)}", **plays)  # type: ignore[arg-type]
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def live_server(start_server: Callable[..., LiveServer]) -> LiveServer:
    """Emma's demo format, served for this test alone."""
    return start_server()
