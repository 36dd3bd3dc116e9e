"""Every file of every place as a value: its path, its recipe, the data for its template."""
