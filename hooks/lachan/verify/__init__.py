"""One finished file opened again, by other libraries than the ones that made it."""
