"""Play: a room per mechanic. Commands in, events out, one fold."""
