"""Languages are data: what a newsroom's words are, per language, each with its source."""
