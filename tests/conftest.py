"""What all tests may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Cluster, PostgresMissingError, running_cluster

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser or needs PostgreSQL, so that nobody has to remember it.

    Browser tests share one worker: two browsers on two cores only wait for one another.
    """
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)
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
