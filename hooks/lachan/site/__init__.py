"""What the site shows: values for its templates, page by page. Nothing in here knows MkDocs."""
