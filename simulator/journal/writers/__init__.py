"""Writers: what happens inside one write transaction on a team's journal or a clock log."""
