"""What every package builds on: problems with path and line, YAML as text, placeholders, days."""
