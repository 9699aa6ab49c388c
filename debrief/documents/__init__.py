"""Documents of a gjennomgang: a small model of paper, as Word, tagged PDF and spreadsheet."""
