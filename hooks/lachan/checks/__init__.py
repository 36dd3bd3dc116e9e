"""Rules over what was read: each a generator of problems."""
