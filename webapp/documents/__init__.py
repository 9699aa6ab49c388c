"""What a gjennomgang leaves on paper: the result on one page, the report, the log."""
