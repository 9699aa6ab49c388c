"""Documents of a gjennomgang: a small model of paper, written as Word, tagged PDF and spreadsheet."""
