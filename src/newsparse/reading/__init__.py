"""From the caller's string to blocks. Nothing is rewritten, only sliced."""
