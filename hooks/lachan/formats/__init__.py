"""File formats that come out alike on every system: ZIP, PNG, PDF opened, QR."""
