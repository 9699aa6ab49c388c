"""Journal: where what happened is kept, append-only, in memory or in a database."""
