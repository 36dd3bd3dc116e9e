"""What was made becomes the site that people read, beside what was there; a copy for a USB stick."""
