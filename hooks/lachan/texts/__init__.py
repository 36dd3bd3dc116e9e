"""What is said: one reader for each kind of text, and the project that holds all that was read."""
