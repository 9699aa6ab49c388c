"""The crew: the same rehearsals in this process, on all cores, or on a cluster that is there."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from joblib import Parallel, delayed, parallel_config

from webapp.rehearsing.unit import Batch, Order, play

MOST_IN_A_BATCH = 20
"""Rehearsals sent at a time: few enough that progress shows, enough that sending costs nothing."""
ROUNDS = 8
"""Batches that each process gets at the least, so that none waits long for the last."""
PATIENCE_S = 10
"""How long a cluster may take to answer."""


class ClusterUnavailable(RuntimeError):
    """The cluster cannot be used; the text says why, and what to do."""


def batches(order: Order, jobs: int = 0, cluster: str = "") -> Iterator[Batch]:
    """Rehearse ``order``; batches come as they are done, in any order.

    ``jobs`` processes of this machine (0: one for each core; 1: this process), or the workers of
    the Dask scheduler at ``cluster``. What comes is the same. ClusterUnavailable if that cannot
    be used. Leaving the iterator stops what has not begun.
    """
    workers = jobs or os.cpu_count() or 1
    if cluster:
        with _cluster(cluster) as (how, workers):
            yield from _sent(order, workers, how)
    elif workers == 1:
        yield from (play(order, runs) for runs in _split(order.runs, 1))
    else:
        yield from _sent(order, workers, parallel_config(backend="loky", n_jobs=workers))


def in_order(found: Iterable[Batch]) -> Iterator[Batch]:
    """Batches by the number of their first run; one that comes early waits for its turn."""
    waiting: dict[int, Batch] = {}
    following = 1
    for batch in found:
        waiting[batch.first] = batch
        while following in waiting:
            done = waiting.pop(following)
            following += done.size
            yield done


def _sent(order: Order, workers: int, how: AbstractContextManager[Any]) -> Iterator[Batch]:
    with how:
        parallel = Parallel(return_as="generator_unordered", pre_dispatch="2*n_jobs", batch_size=1)
        found = parallel(delayed(play)(order, runs) for runs in _split(order.runs, workers))
        try:
            for batch in found:  # noqa: UP028 - what is closed below is closed in silence
                yield batch
        finally:
            # Whatever ends this (Ctrl-C, a reader who has seen enough) ends what was sent, and
            # joblib need not tell anybody that it did.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found.close()


def _split(runs: int, workers: int) -> Iterator[Sequence[int]]:
    size = min(max(runs // (workers * ROUNDS), 1), MOST_IN_A_BATCH)
    for first in range(1, runs + 1, size):
        yield range(first, min(first + size, runs + 1))


@contextmanager
def _cluster(address: str) -> Iterator[tuple[AbstractContextManager[Any], int]]:
    """The settings under which joblib sends to the scheduler at ``address``, and its workers."""
    try:
        from distributed import Client
    except ImportError:
        raise ClusterUnavailable(
            "A cluster needs the extra: pip install 'samspill[cluster]'."
        ) from None
    try:
        client = Client(address, timeout=PATIENCE_S)
    except (OSError, ValueError) as error:
        raise ClusterUnavailable(f"No Dask scheduler answers at {address} ({error}).") from None
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise ClusterUnavailable(f"The scheduler at {address} has no workers.")
        yield parallel_config(backend="dask", n_jobs=workers), workers
