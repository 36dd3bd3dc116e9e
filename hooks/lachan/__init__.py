"""Lá Chắn."""

INTERRUPTED = 130
"""How a shell counts a program that Ctrl-C has ended: 128 and the number of the signal."""
