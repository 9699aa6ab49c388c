"""``samspill serve``: the server for real. It refuses unsafe settings in words (D19)."""

from __future__ import annotations

import os
from pathlib import Path

from simulator.journal.store_contract import StoreError
from webapp import create_app
from webapp.accounts.first_link import new_link
from webapp.cli.network import listening
from webapp.cli.safety import problems
from webapp.cli.terminal import complain, parser, say
from webapp.config import Config, from_environment
from webapp.runtime import EXTENSION, Runtime
from webapp.serving import log_to, raise_descriptor_limit, serve

OK, UNSAFE = 0, 2


def run(arguments: list[str]) -> int:
    """Serve until stopped. Exit 2 if something must be set first."""
    parsing = parser("serve", "Serve for real. Settings come from SAMSPILL_… and these flags.")
    parsing.add_argument("--host", help="address to bind (SAMSPILL_HOST, default 127.0.0.1)")
    parsing.add_argument("--port", type=int, help="port to bind (SAMSPILL_PORT, default 8000)")
    parsing.add_argument("--data", type=Path, help="folder of database and logs (SAMSPILL_DATA)")
    asked = parsing.parse_args(arguments)
    try:
        config = from_environment(
            os.environ,
            mode="serve",
            async_mode="gevent",
            host=asked.host,
            port=asked.port,
            data=asked.data,
        )
    except ValueError as error:
        complain(str(error))
        return UNSAFE
    found = problems(config)
    for problem in found:
        complain(problem)
    return UNSAFE if found else _serve(config)


def _serve(config: Config) -> int:
    try:
        listener = listening(config.host, config.port, or_next=False)
    except OSError as error:
        complain(f"{config.host} port {config.port} cannot be bound ({error}).")
        return UNSAFE
    raise_descriptor_limit()
    log_to(config)
    try:
        app = create_app(config)
    except StoreError as error:
        complain(str(error))
        return UNSAFE
    _welcome(app.extensions[EXTENSION])
    serve(app, listener)
    return OK


def _welcome(here: Runtime) -> None:
    say(f"Samspill: {here.config.base_url} ({here.config.host}:{here.config.port})")
    if not here.accounts.all():
        link = new_link(here.accounts, here.config.base_url, None, here.wall())
        say("There is no account yet. This link makes the first one, once, within a day:")
        say(link)
