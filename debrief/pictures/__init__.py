"""Pictures made on the server: SVG, each with an equal table. No chart library, no inline style."""
