"""One file per role: a line or a text goes in, a value with spans or None comes out."""
