"""What every room stands on: problems with path and line, YAML as text, placeholders, days, slugs."""
