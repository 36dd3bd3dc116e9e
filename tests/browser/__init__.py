"""The built site in a real Chromium, as a phone, a keyboard and a printer meet it."""
