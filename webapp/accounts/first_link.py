"""One-time links: how an account gets its password, and how a server gets its first admin."""

from __future__ import annotations

from webapp import clock
from webapp.members.store import AccountStore
from webapp.rows import AccountRow
from webapp.runtime import Runtime
from webapp.security import passwords, tokens

LINK_LASTS = clock.DAY
DEMO_EMAIL = "demo@localhost"


def new_link(accounts: AccountStore, base_url: str, account_id: str | None, now: int) -> str:
    """A link that lets its opener choose a password, once, within a day.

    ``account_id`` None: the opener names the first account, an admin.
    """
    token = tokens.new_token()
    accounts.add_link(tokens.digest(token), account_id, now + LINK_LASTS)
    return f"{base_url}/first#{token}"


def new_account(
    accounts: AccountStore, email: str, now: int, *, is_admin: bool = False
) -> AccountRow:
    """An account without a password. ValueError if the address is taken or is none."""
    name, at, host = email.strip().partition("@")
    if not (name and at and host):
        raise ValueError("not_an_address")
    if accounts.by_email(email) is not None:
        raise ValueError("taken")
    row = AccountRow(tokens.new_id(), email.strip().lower(), is_admin, now)
    accounts.add(row)
    return row


def demo_account(here: Runtime) -> AccountRow:
    """The facilitator of demos on this server; has no password and cannot log in with one."""
    found = here.accounts.by_email(DEMO_EMAIL)
    return found or new_account(here.accounts, DEMO_EMAIL, here.wall())


def choose_password(here: Runtime, token: str, email: str, password: str) -> AccountRow:
    """Use a link: the account it was for now has this password.

    ValueError says why not: ``link``, ``short``, ``long``, ``common``, ``taken``,
    ``not_an_address``.
    """
    good, account_id = here.accounts.link(tokens.digest(token), here.wall())
    if not good:
        raise ValueError("link")
    fault = passwords.fault_of(password)
    if fault is not None:
        raise ValueError(fault)
    row = here.accounts.get(account_id) if account_id else None
    if row is None:
        row = new_account(here.accounts, email, here.wall(), is_admin=True)
    here.accounts.use_link(tokens.digest(token))
    here.accounts.set_password(row.id, passwords.hashed(password))
    return row
