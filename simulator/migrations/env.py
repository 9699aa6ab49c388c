"""Alembic's environment: it runs in the transaction that ``open_store`` hands it.

The tables' metadata is handed down too, so that nothing here imports them.
"""

from __future__ import annotations

from alembic import context

handed = context.config.attributes
context.configure(connection=handed["connection"], target_metadata=handed["metadata"])
context.run_migrations()
