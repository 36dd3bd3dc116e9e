"""kho.json: what a built site holds, written, read back and compared with its files."""
