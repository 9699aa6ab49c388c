"""``samspill user``: accounts of those who lead; participants have none."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from simulator.journal.store import open_store
from simulator.journal.store_contract import StoreError
from simulator.play.rooms import EVENTS
from webapp import clock
from webapp.accounts.first_link import new_account, new_link
from webapp.cli.terminal import complain, parser, say
from webapp.config import Config, from_environment
from webapp.members.store import AccountStore

OK, FAILED = 0, 1
WHY_NOT = {
    "taken": "There is an account of that address already.",
    "not_an_address": "That is no e-mail address.",
}


def run(arguments: list[str]) -> int:
    """``add EMAIL [--admin]``, ``list`` or ``reset EMAIL``."""
    parsing = parser("user", "Accounts of facilitators and admins. Links work once, for a day.")
    parsing.add_argument("--data", type=Path, help="folder of the database (SAMSPILL_DATA)")
    verbs = parsing.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="every account")
    add = verbs.add_parser("add", help="a new account; prints the link that sets its password")
    add.add_argument("email")
    add.add_argument("--admin", action="store_true", help="may look after the server too")
    verbs.add_parser("reset", help="a link that sets a new password").add_argument("email")
    asked = parsing.parse_args(arguments)
    config = from_environment(os.environ, data=asked.data)
    try:
        accounts = AccountStore(open_store(config.database, EVENTS).database)
    except StoreError as error:
        complain(str(error))
        return FAILED
    return {"list": _list, "add": _add, "reset": _reset}[asked.verb](accounts, config, asked)


def _list(accounts: AccountStore, _config: Config, _asked: Namespace) -> int:
    for row in accounts.all():
        kind = "admin" if row.is_admin else "facilitator"
        say(f"{row.email}  {kind}{'' if row.password_hash else '  (no password yet)'}")
    return OK


def _add(accounts: AccountStore, config: Config, asked: Namespace) -> int:
    try:
        row = new_account(accounts, asked.email, clock.wall(), is_admin=asked.admin)
    except ValueError as why:
        complain(WHY_NOT[str(why)])
        return FAILED
    say(new_link(accounts, config.base_url, row.id, clock.wall()))
    return OK


def _reset(accounts: AccountStore, config: Config, asked: Namespace) -> int:
    row = accounts.by_email(asked.email)
    if row is None:
        complain("There is no account of that address.")
        return FAILED
    say(new_link(accounts, config.base_url, row.id, clock.wall()))
    return OK
