"""`python -m lachan.cli`."""

from lachan.cli import main

main()
