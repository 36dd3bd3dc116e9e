"""Recipe in, bytes out: sheets, pictures, Word, sound."""
