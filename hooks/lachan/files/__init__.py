"""The disk: what it refuses, folders for a while, whole swaps, finished files by name, processes."""
