"""Database: how SQLite and PostgreSQL are opened, spoken to and brought up to date."""
