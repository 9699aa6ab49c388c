"""What all tests may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import Cluster, PostgresMissingError, running_cluster


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
