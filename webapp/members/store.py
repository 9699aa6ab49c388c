"""Where accounts, their log-ins and their one-time links are kept."""

from __future__ import annotations

from sqlalchemy import Select, delete, insert, select, update

from simulator.journal.database.store import Database
from webapp.rows import AccountRow
from webapp.tables import account, first_link, login


class AccountStore:
    """Accounts; of log-ins and links only the hashes of their tokens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: AccountRow) -> None:
        """Keep a new account. The e-mail address is its name, in lower case."""
        with self._database.writing() as db:
            values = {name: getattr(row, name) for name in row.__slots__}
            db.execute(insert(account).values(**values | {"email": row.email.lower()}))

    def by_email(self, email: str) -> AccountRow | None:
        """The account of that name, or None."""
        return self._one(select(account).where(account.c.email == email.strip().lower()))

    def get(self, account_id: str) -> AccountRow | None:
        """The account with that id, or None."""
        return self._one(select(account).where(account.c.id == account_id))

    def all(self) -> list[AccountRow]:
        """Every account, by name."""
        with self._database.reading() as db:
            found = db.execute(select(account).order_by(account.c.email))
            return [AccountRow(**row) for row in found.mappings()]

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Keep a new password and end every log-in and link of the account."""
        with self._database.writing() as db:
            mine = update(account).where(account.c.id == account_id)
            db.execute(mine.values(password_hash=password_hash))
            db.execute(delete(login).where(login.c.account_id == account_id))
            db.execute(delete(first_link).where(first_link.c.account_id == account_id))

    # -- log-ins ---------------------------------------------------------------------------------

    def log_in(self, token_hash: str, account_id: str, now: int) -> None:
        """Keep a log-in. ``now`` is a wall stamp."""
        with self._database.writing() as db:
            db.execute(
                insert(login).values(
                    token_hash=token_hash, account_id=account_id, created_wall=now, seen_wall=now
                )
            )

    def logged_in(self, token_hash: str) -> tuple[AccountRow, int, int] | None:
        """Whose log-in this is, and when it was made and last seen (wall stamps)."""
        mine = (
            select(account, login.c.created_wall.label("made"), login.c.seen_wall.label("seen"))
            .join(login, login.c.account_id == account.c.id)
            .where(login.c.token_hash == token_hash)
        )
        with self._database.reading() as db:
            found = db.execute(mine).mappings().one_or_none()
        if found is None:
            return None
        values = dict(found)
        made, seen = values.pop("made"), values.pop("seen")
        return AccountRow(**values), made, seen

    def saw(self, token_hash: str, now: int) -> None:
        """The log-in is in use."""
        with self._database.writing() as db:
            db.execute(update(login).where(login.c.token_hash == token_hash).values(seen_wall=now))

    def log_out(self, token_hash: str) -> None:
        """End one log-in."""
        with self._database.writing() as db:
            db.execute(delete(login).where(login.c.token_hash == token_hash))

    # -- one-time links --------------------------------------------------------------------------

    def add_link(self, token_hash: str, account_id: str | None, expires: int) -> None:
        """Keep a link; ``account_id`` None makes the first account. ``expires`` is a stamp."""
        with self._database.writing() as db:
            db.execute(
                insert(first_link).values(
                    token_hash=token_hash, account_id=account_id, expires_wall=expires
                )
            )

    def link(self, token_hash: str, now: int) -> tuple[bool, str | None]:
        """Whether such a link is still good, and whose it is (None: nobody's yet)."""
        mine = select(first_link.c.account_id).where(
            first_link.c.token_hash == token_hash, first_link.c.expires_wall > now
        )
        with self._database.reading() as db:
            found = db.execute(mine).mappings().one_or_none()
        return (found is not None, found["account_id"] if found else None)

    def use_link(self, token_hash: str) -> None:
        """A link works once."""
        with self._database.writing() as db:
            db.execute(delete(first_link).where(first_link.c.token_hash == token_hash))

    def _one(self, query: Select[tuple[object, ...]]) -> AccountRow | None:
        with self._database.reading() as db:
            found = db.execute(query).mappings().one_or_none()
        return AccountRow(**found) if found else None
