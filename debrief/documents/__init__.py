"""Documents of a gjennomgang: a small model of paper; Word, tagged PDF, web page, spreadsheet."""
