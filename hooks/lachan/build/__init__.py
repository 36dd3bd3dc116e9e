"""The shell: reads, checks, has every kit made on all cores or on many machines."""
