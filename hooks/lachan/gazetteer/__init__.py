"""The official list of provinces and communes as of any day, and names compared with it."""
