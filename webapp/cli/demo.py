"""``samspill demo``: Emma on this computer, ready to play, every seat simulated until taken."""

from __future__ import annotations

import os
import sys
import webbrowser
from argparse import Namespace
from pathlib import Path

import segno

from scenarios.loader import Loaded, load
from webapp import create_app, links
from webapp.accounts.first_link import demo_account
from webapp.cli.network import EVERYWHERE, LOOPBACK, lan_address, listening
from webapp.cli.secret import kept_secret
from webapp.cli.terminal import complain, parser, say, say_json
from webapp.config import DEFAULT_PORT, Config, from_environment
from webapp.join.numbers import grouped
from webapp.opening import is_open, open_exercise
from webapp.rows import RoomRow
from webapp.runtime import EXTENSION, Runtime
from webapp.serving import log_to, raise_descriptor_limit, serve

OK, FAILED = 0, 2


def run(arguments: list[str]) -> int:
    """Serve until Ctrl-C."""
    asked = _asked(arguments)
    loaded = load(asked.scenario)
    if not loaded.languages or asked.format not in loaded.scenario().formats:
        complain(f"{asked.scenario} has no format {asked.format!r} that can be played.")
        return FAILED
    try:
        listener = listening(
            EVERYWHERE if asked.lan else LOOPBACK,
            DEFAULT_PORT if asked.port is None else asked.port,
            or_next=asked.port is None,
        )
    except OSError as error:
        complain(f"Port {asked.port or DEFAULT_PORT} is taken ({error}). Try --port 8080.")
        return FAILED
    raise_descriptor_limit()
    config = _config(asked, listener.getsockname()[1])
    log_to(config)
    app = create_app(config)
    here: Runtime = app.extensions[EXTENSION]
    with app.app_context():
        room = _room(here, loaded, asked)
    _tell(here, room, asked)
    serve(app, listener)
    return OK


def _asked(arguments: list[str]) -> Namespace:
    parsing = parser("demo", "Serve a demo on this computer, ready to play.")
    parsing.add_argument("--lan", action="store_true", help="let the phones in the room join")
    parsing.add_argument("--port", type=int, help=f"default {DEFAULT_PORT}, or the next free one")
    parsing.add_argument("--data", type=Path, default=Path("instance/demo"), help="folder")
    parsing.add_argument("--scenario", default="emma", help="a file, a folder, or a slug")
    parsing.add_argument("--format", default="demo", help="a format the scenario declares")
    parsing.add_argument("--teams", type=int, default=1, help="how many teams play side by side")
    parsing.add_argument("--new", action="store_true", help="a new exercise, also if one is open")
    parsing.add_argument("--no-browser", action="store_true", help="open nothing by itself")
    parsing.add_argument("--json", action="store_true", help="tell the addresses as one JSON line")
    return parsing.parse_args(arguments)


def _config(asked: Namespace, port: int) -> Config:
    host = lan_address() if asked.lan else LOOPBACK
    names = [LOOPBACK, "localhost"] if asked.lan else ["localhost"]
    return from_environment(
        {name: value for name, value in os.environ.items() if name != "SAMSPILL_BASE_URL"},
        mode="lan" if asked.lan else "demo",
        data=asked.data,
        secret_key=kept_secret(asked.data),
        base_url=f"http://{host}:{port}",
        more_origins=tuple(f"http://{name}:{port}" for name in names if name != host),
        host=EVERYWHERE if asked.lan else LOOPBACK,
        port=port,
        async_mode="gevent",
    )


def _room(here: Runtime, loaded: Loaded, asked: Namespace) -> RoomRow:
    """The demo that was under way when the server stopped, or a new one."""
    owner = demo_account(here)
    for room in here.room.owned(owner.id):
        row = here.store.exercise(room.exercise_id)
        same = (row.digest, row.format) == (loaded.digest, asked.format)
        if same and is_open(here, room) and not row.over and not asked.new:
            return room
    return open_exercise(here, loaded, asked.format, owner_id=owner.id, teams=asked.teams)


def _tell(here: Runtime, room: RoomRow, asked: Namespace) -> None:
    told = {
        "address": here.config.base_url,
        "pin": room.pin,
        "join": links.join_link(here, room),
        "facilitator": links.demo_link(here, room),
        "projector": links.projector_link(here, room),
        "exercise": room.exercise_id,
    }
    if asked.json:
        say_json(told)
        return
    say()
    segno.make(str(told["join"]), error="m").terminal(out=sys.stdout, compact=True)
    say(f"  {room.title}")
    say()
    say(f"  Adresse       {told['address']}")
    say(f"  PIN-kode      {grouped(room.pin or '')}")
    say(f"  Øvingsleder   {told['facilitator']}")
    say(f"  Lerret        {told['projector']}")
    say()
    if here.config.mode == "lan":
        say("  OBS: åpent for alle på dette nettet, og ukryptert. Skriv ikke noe virkelig.")
        say()
    else:
        say("  Bare denne maskinen når adressen. Telefonene i rommet: samspill demo --lan")
        say()
    say("  Avslutt med Ctrl-C. Det som er kvittert, er lagret.")
    if not asked.no_browser and _has_a_screen():
        webbrowser.open(str(told["facilitator"]))


def _has_a_screen() -> bool:
    """Whether a browser would open in a window, not in this terminal."""
    shown = sys.platform == "darwin" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return sys.stdout.isatty() and shown
